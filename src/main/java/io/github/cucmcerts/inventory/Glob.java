package io.github.cucmcerts.inventory;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * A glob over paths with {@code /} between names, in which, as in Maven's own patterns, {@code **}{@code /} stands for any
 * number of folders, none too, and a {@code /} at its end for all that is below.
 */
public final class Glob {
    private static final String FOLDERS = "**/";

    private final String text;
    private final List<PathMatcher> matchers;

    /**
     * @throws java.util.regex.PatternSyntaxException where the text is no glob
     */
    public Glob(String text) {
        this.text = text;
        matchers = withAndWithoutFolders(text.endsWith("/") ? text + "**" : text)
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();
    }

    /** Java's own glob takes {@code **}{@code /} for one folder at least. */
    private static Stream<String> withAndWithoutFolders(String glob) {
        int at = glob.indexOf(FOLDERS);
        if (at < 0) {
            return Stream.of(glob);
        }
        String head = glob.substring(0, at);
        return withAndWithoutFolders(glob.substring(at + FOLDERS.length()))
                .flatMap(tail -> Stream.of(head + FOLDERS + tail, head + tail));
    }

    boolean matches(Path path) {
        return matchers.stream().anyMatch(matcher -> matcher.matches(path));
    }

    /** Whether it fits a path that is written with {@code /}. */
    public boolean matches(String path) {
        try {
            return matches(Path.of(path));
        } catch (InvalidPathException e) {
            return false; // a name that this system's encoding can't say
        }
    }

    @Override
    public String toString() {
        return text;
    }
}

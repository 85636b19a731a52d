package io.github.cucmcerts.inventory;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;

/**
 * A glob over paths with {@code /} between names, in which, as in Maven's own patterns, {@code **}{@code /} stands for any
 * number of folders, none too, and a {@code /} at its end for all that is below.
 */
public final class Glob {
    private final String text;
    private final PathMatcher matcher;

    /**
     * @throws java.util.regex.PatternSyntaxException where the text is no glob
     */
    public Glob(String text) {
        this.text = text;
        String whole = text.endsWith("/") ? text + "**" : text;
        matcher = FileSystems.getDefault()
                .getPathMatcher(
                        "glob:" + whole.replaceAll("/\\*\\*/", "{/,/**/}").replaceAll("^\\*\\*/", "{,**/}"));
    }

    boolean matches(Path path) {
        return matcher.matches(path);
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

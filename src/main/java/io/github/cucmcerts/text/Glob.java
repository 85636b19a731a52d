package io.github.cucmcerts.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.codehaus.plexus.util.SelectorUtils;

/**
 * A glob over paths with {@code /} between names, as Maven's own patterns are: {@code **} stands for any number of folders,
 * none too, and a {@code /} at its end for all that is below. Beyond these, {@code {a,b}} stands for either.
 */
public final class Glob {
    private static final int MAX_ALTERNATIVES = 1_000;
    /** As in the file system that Java runs on. */
    private static final boolean CASE_MATTERS = !Path.of("a").equals(Path.of("A"));

    private final String text;
    private final List<String> patterns;

    /**
     * @throws PatternSyntaxException where the text is no glob
     */
    public Glob(String text) {
        this.text = text;
        patterns = alternatives(text).stream()
                .map(pattern -> pattern.endsWith("/") ? pattern + "**" : pattern)
                .toList();
        for (String pattern : patterns) {
            // the library would take it for a regular expression, or for a glob in brackets
            if (pattern.startsWith("%regex[") || pattern.startsWith("%ant[")) {
                throw new PatternSyntaxException("it begins with %regex[ or %ant[, which are no globs", text, 0);
            }
        }
    }

    private static List<String> alternatives(String glob) {
        int open = glob.indexOf('{');
        if (open < 0) {
            return List.of(glob);
        }
        int close = glob.indexOf('}', open);
        if (close < 0 || glob.lastIndexOf('{', close) > open) {
            throw new PatternSyntaxException("a brace is not closed, or lies in another", glob, open);
        }
        List<String> all = new ArrayList<>();
        for (String rest : alternatives(glob.substring(close + 1))) {
            for (String choice : glob.substring(open + 1, close).split(",", -1)) {
                all.add(glob.substring(0, open) + choice + rest);
            }
        }
        if (all.size() > MAX_ALTERNATIVES) {
            throw new PatternSyntaxException("its braces stand for more than 1,000 globs", glob, open);
        }
        return all;
    }

    public boolean matches(Path path) {
        return matches(path.toString().replace(path.getFileSystem().getSeparator(), "/"));
    }

    /** Whether it fits a path that is written with {@code /}. */
    public boolean matches(String path) {
        // the library takes a backslash for a slash, but here it is part of a name; no glob holds a NUL
        String names = path.replace('\\', '\0');
        return patterns.stream().anyMatch(pattern -> SelectorUtils.matchPath(pattern, names, "/", CASE_MATTERS));
    }

    @Override
    public String toString() {
        return text;
    }
}

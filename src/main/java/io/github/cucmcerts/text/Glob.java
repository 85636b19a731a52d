package io.github.cucmcerts.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.codehaus.plexus.util.SelectorUtils;

/**
 * A glob over paths with {@code /} between names, like Maven's own patterns: {@code **} means any number of folders, including
 * none, and a {@code /} at the end means everything below. In addition, {@code {a,b}} means either.
 */
public final class Glob {
    private static final int MAX_ALTERNATIVES = 1_000;
    /** As in the file system on which Java runs. */
    private static final boolean CASE_MATTERS = !Path.of("a").equals(Path.of("A"));

    private final String text;
    private final List<String> patterns;

    /**
     * @throws PatternSyntaxException if the text is not a glob
     */
    public Glob(String text) {
        this.text = text;
        patterns = alternatives(text).stream()
                .map(pattern -> pattern.endsWith("/") ? pattern + "**" : pattern)
                .toList();
        for (String pattern : patterns) {
            // the library would read it as a regular expression, or as a glob in brackets
            if (pattern.startsWith("%regex[") || pattern.startsWith("%ant[")) {
                throw new PatternSyntaxException("it begins with %regex[ or %ant[, which are not globs", text, 0);
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
            throw new PatternSyntaxException("a brace is not closed, or is inside another", glob, open);
        }
        List<String> all = new ArrayList<>();
        for (String rest : alternatives(glob.substring(close + 1))) {
            for (String choice : glob.substring(open + 1, close).split(",", -1)) {
                all.add(glob.substring(0, open) + choice + rest);
            }
        }
        if (all.size() > MAX_ALTERNATIVES) {
            throw new PatternSyntaxException("its braces expand to more than 1,000 globs", glob, open);
        }
        return all;
    }

    public boolean matches(Path path) {
        return matches(path.toString().replace(path.getFileSystem().getSeparator(), "/"));
    }

    /** Whether it matches a path that is written with {@code /}. */
    public boolean matches(String path) {
        // the library reads a backslash as a slash, but here it is part of a name; no glob contains a NUL
        String names = path.replace('\\', '\0');
        return patterns.stream().anyMatch(pattern -> SelectorUtils.matchPath(pattern, names, "/", CASE_MATTERS));
    }

    @Override
    public String toString() {
        return text;
    }
}

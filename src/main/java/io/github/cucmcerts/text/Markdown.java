package io.github.cucmcerts.text;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plain text for Markdown. */
public final class Markdown {
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_<\\[|]");

    private Markdown() {}

    /**
     * Text from files as code, as much of it as the limit says: nothing in it is markup, a link or a mention. A backslash does not keep GitHub from linking {@code @name} or {@code #1}, but it leaves code alone. What would end
     * the code is spelt out.
     */
    public static String code(String text, int limit) {
        String visible = Visible.of(text).replace("`", "\\u0060");
        boolean fits = visible.codePointCount(0, visible.length()) <= limit;
        String shown = fits ? visible : visible.substring(0, visible.offsetByCodePoints(0, limit)) + "…";
        return shown.isEmpty() ? "" : "`" + shown + "`";
    }

    /** Prose as prose, code as code. */
    public static String of(Words words) {
        return of(words, Integer.MAX_VALUE);
    }

    /** The same, each piece of code as long as the limit says. */
    public static String of(Words words, int limit) {
        return words.spans().stream()
                .map(span -> span.code() ? code(span.text(), limit) : of(span.text()))
                .collect(Collectors.joining());
    }

    /** The same for a cell of a table, which it does not end. */
    public static String cell(String text, int limit) {
        return code(text, limit).replace("|", "\\u007c");
    }

    /** The text with whatever Markdown would take for markup escaped. */
    public static String of(String text) {
        return MARKUP.matcher(text).replaceAll("\\\\$0");
    }
}

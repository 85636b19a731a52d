package io.github.cucmcerts.text;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plain text for Markdown. */
public final class Markdown {
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_<\\[|]");

    private Markdown() {}

    /**
     * Text from files as code, shortened to the limit, so that nothing in it is markup, a link or a mention: GitHub links
     * {@code @name} and {@code #1} in spite of a backslash, but not in code. Characters that would end the code are spelled out.
     */
    public static String code(String text, int limit) {
        String visible = Visible.of(text).replace("`", "\\u0060");
        boolean fits = visible.codePointCount(0, visible.length()) <= limit;
        String shown = fits ? visible : visible.substring(0, visible.offsetByCodePoints(0, limit)) + "…";
        return shown.isEmpty() ? "" : "`" + shown + "`";
    }

    /** The words as Markdown, prose as prose and code as code. */
    public static String of(Words words) {
        return of(words, Integer.MAX_VALUE);
    }

    /** The same, with each piece of code shortened to the limit. */
    public static String of(Words words, int limit) {
        return words.spans().stream()
                .map(span -> span.code() ? code(span.text(), limit) : of(span.text()))
                .collect(Collectors.joining());
    }

    /** The same for a table cell: nothing in the text ends the cell. */
    public static String cell(String text, int limit) {
        return code(text, limit).replace("|", "\\u007c");
    }

    /** The text with all Markdown markup escaped. */
    public static String of(String text) {
        return MARKUP.matcher(text).replaceAll("\\\\$0");
    }

    /** The words of a text whose prose is Markdown itself. */
    public static String raw(Words words) {
        return words.spans().stream()
                .map(span -> span.code() ? code(span.text(), Integer.MAX_VALUE) : span.text())
                .collect(Collectors.joining());
    }
}

package io.github.cucmcerts.report;

import java.util.regex.Pattern;

/** Plain text for Markdown. */
final class Markdown {
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_<\\[|]");

    private Markdown() {}

    /**
     * Text from files as code, as much of it as the limit says: nothing in it is markup, a link, a mention, or the end of a
     * cell. A backslash does not keep GitHub from linking {@code @name} or {@code #1}, but it leaves code alone. What would end
     * the code is spelt out.
     */
    static String code(String text, int limit) {
        String visible = Visible.of(text).replace("`", "\\u0060").replace("|", "\\u007c");
        boolean fits = visible.codePointCount(0, visible.length()) <= limit;
        String shown = fits ? visible : visible.substring(0, visible.offsetByCodePoints(0, limit)) + "…";
        return shown.isEmpty() ? "" : "`" + shown + "`";
    }

    /** The text with whatever Markdown would take for markup escaped. */
    static String of(String text) {
        return MARKUP.matcher(text).replaceAll("\\\\$0");
    }
}

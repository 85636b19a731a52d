package io.github.cucmcerts.report;

import java.util.regex.Pattern;

/** Plain text for Markdown. */
final class Markdown {
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_<\\[|]");

    private Markdown() {}

    /** The text with whatever Markdown would take for markup escaped. */
    static String of(String text) {
        return MARKUP.matcher(text).replaceAll("\\\\$0");
    }
}

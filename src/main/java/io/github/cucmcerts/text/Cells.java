package io.github.cucmcerts.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text in a console: a wide East Asian character needs two cells (Unicode Standard Annex 11), and lines can break next to it. */
final class Cells {
    private Cells() {}

    /** How many cells the text needs. */
    static int of(String text) {
        int cells = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            cells += isWide(text.codePointAt(i)) ? 2 : 1;
        }
        return cells;
    }

    /** How many characters of the text fit into that many cells; at least one. */
    static int fitting(String text, int cells) {
        int end = Character.charCount(text.codePointAt(0));
        int used = of(text.substring(0, end));
        while (end < text.length()) {
            int character = text.codePointAt(end);
            used += isWide(character) ? 2 : 1;
            if (used > cells) {
                break;
            }
            end += Character.charCount(character);
        }
        return end;
    }

    /** The last place up to {@code end} where a line can break next to a wide character; 0 if there is none. */
    static int lastBreak(String text, int end) {
        int last = 0;
        for (String part : parts(text)) {
            if (last + part.length() > end) {
                return last;
            }
            last += part.length();
        }
        return 0;
    }

    /**
     * The parts of a word between which a line can break: next to wide characters, except where the rules for East Asian text forbid
     * it, as before a full stop.
     */
    static List<String> parts(String word) {
        if (of(word) == word.codePointCount(0, word.length())) {
            return List.of(word);
        }
        List<String> parts = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINESE);
        breaks.setText(word);
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end == word.length() || isWide(word.codePointBefore(end)) || isWide(word.codePointAt(end))) {
                parts.add(word.substring(start, end));
                start = end;
            }
        }
        return parts;
    }

    static boolean isWide(int character) {
        return Character.isIdeographic(character)
                || character >= 0x3000 && character <= 0x303f // punctuation
                || character >= 0xff01 && character <= 0xff60 // fullwidth forms
                || character >= 0x1f300 && character <= 0x1faff; // emoji
    }
}

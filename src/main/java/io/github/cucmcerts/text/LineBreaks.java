package io.github.cucmcerts.text;

import java.util.ArrayList;
import java.util.List;

/** The places where a browser may break a line within a name or a path. */
public final class LineBreaks {
    /** No blank may follow a full stop: it would be the end of a sentence. */
    private static final String BLANKS = " \t\n\u000b\f\r";

    private LineBreaks() {}

    /** The text in pieces that end with a comma, a slash, or a full stop within a name. */
    public static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i < text.length(); i++) {
            char before = text.charAt(i - 1);
            if (before == ',' || before == '/' || before == '.' && BLANKS.indexOf(text.charAt(i)) < 0) {
                pieces.add(text.substring(begin, i));
                begin = i;
            }
        }
        pieces.add(text.substring(begin));
        return pieces;
    }
}

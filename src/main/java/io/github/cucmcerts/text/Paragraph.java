package io.github.cucmcerts.text;

import java.util.ArrayList;
import java.util.List;

/** Text for a console of 80 columns. */
public final class Paragraph {
    // 80 columns less Maven's own "[WARNING] "
    private static final int WIDTH = 70;

    private Paragraph() {}

    /** The text, made harmless, in lines: the first after {@code lead}, the others after {@code indent}. */
    public static List<String> lines(String lead, String text, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(lead);
        boolean empty = true;
        for (String word : Visible.of(text).split(" ", -1)) {
            if (!empty && line.length() + word.length() + 1 > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}

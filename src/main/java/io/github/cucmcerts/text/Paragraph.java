package io.github.cucmcerts.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines for a console.
 *
 * @param width of a line, in cells
 */
public record Paragraph(int width) {
    private static final int LEVEL = "[WARNING] ".length();

    /** For a console of so many columns, minus what Maven puts in front of a line. */
    public static Paragraph ofConsole(int columns) {
        return new Paragraph(columns - LEVEL);
    }

    /** The text, made safe, in lines: the first after {@code lead}, the others after {@code indent}. */
    public List<String> lines(String lead, String text, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(lead);
        boolean empty = true;
        for (String word : Visible.of(text).split(" ", -1)) {
            String gap = " ";
            for (String part : Cells.parts(word)) {
                if (!empty && Cells.of(line.toString()) + gap.length() + Cells.of(part) > width) {
                    lines.add(line.toString());
                    line = new StringBuilder(indent);
                    empty = true;
                }
                line.append(empty ? "" : gap).append(part);
                gap = "";
                empty = false;
            }
        }
        lines.add(line.toString());
        return lines;
    }
}

package io.github.cucmcerts.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Text side by side for a console. Text that is wider than its column continues below, indented.
 *
 * @param widths of the columns, which are separated by a blank
 */
public record Columns(List<Integer> widths) {
    private static final String INDENT = "  ";

    public static Columns of(Integer... widths) {
        return new Columns(Arrays.asList(widths));
    }

    /** One row, made safe, in lines: a cell for each column, each with any number of values. */
    @SafeVarargs
    public final List<String> row(List<String>... cells) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < cells.length; i++) {
            int width = widths.get(i);
            List<String> cell = cells[i].stream()
                    .flatMap(text -> wrap(text, width).stream())
                    .toList();
            wrapped.add(cell);
            height = Math.max(height, cell.size());
        }
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < cells.length; i++) {
                String text = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                row.append(text).append(" ".repeat(widths.get(i) - Cells.of(text) + 1));
            }
            lines.add(row.toString().stripTrailing());
        }
        return lines;
    }

    /** The text and blanks up to that many cells, at least one blank. */
    public static String padded(String text, int cells) {
        return text + " ".repeat(Math.max(1, cells - Cells.of(text)));
    }

    /** The text, made safe, in lines. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = Visible.of(text);
        String indent = "";
        while (indent.length() + Cells.of(rest) > width) {
            int end = end(rest, Cells.fitting(rest, width - indent.length()));
            lines.add(indent + rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
            indent = INDENT;
        }
        lines.add(indent + rest);
        return lines;
    }

    /** The end of the line, which has room for {@code width} characters: after a word or a part of a name, or if there is none, as in a hash, after a piece of equal size. */
    private static int end(String text, int width) {
        if (text.charAt(width) == ' ') {
            return width;
        }
        int wide = Cells.lastBreak(text, width);
        if (wide > width / 3) {
            return wide;
        }
        for (String ends : List.of(" ,/", ".")) {
            for (int end = width; end > width / 3; end--) {
                if (ends.indexOf(text.charAt(end - 1)) >= 0) {
                    return end;
                }
            }
        }
        int pieces = (text.length() + width - 1) / width;
        int end = (text.length() + pieces - 1) / pieces;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}

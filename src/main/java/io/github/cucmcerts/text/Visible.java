package io.github.cucmcerts.text;

import java.util.regex.Pattern;

/** Makes text from files safe for a terminal, and for the runners of GitHub and Azure DevOps, which read its output. */
public final class Visible {
    /** The beginning of a runner's command anywhere in a line, {@code ##[error]} or {@code ##vso[task...]}. */
    private static final Pattern COMMAND = Pattern.compile("#(?=#(vso)?\\[)", Pattern.CASE_INSENSITIVE);

    private Visible() {}

    /**
     * The text with every control and format character (line ends, escape codes, bidirectional marks) and the beginning of every
     * runner's command spelled out.
     */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        int point;
        for (int i = 0; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            switch (Character.getType(point)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE,
                        Character.UNASSIGNED,
                        Character.PRIVATE_USE -> visible.append(String.format("\\u%04x", point));
                default -> visible.appendCodePoint(point);
            }
        }
        return visible.indexOf("##") < 0
                ? visible.toString()
                : COMMAND.matcher(visible).replaceAll("\\\\u0023");
    }
}

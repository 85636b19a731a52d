package io.github.cucmcerts.report;

/** Text from files, made harmless for a terminal. */
final class Visible {
    private Visible() {}

    /** The text with every control and format character (line ends, escape codes, bidirectional marks) spelt out. */
    static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
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
        });
        return visible.toString();
    }
}

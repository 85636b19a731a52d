package io.github.cucmcerts.scan;

/** Counts the lines of a text during a search. */
final class Lines {
    private final String text;
    private int counted;
    private int line = 1;

    Lines(String text) {
        this.text = text;
    }

    /**
     * The line of a position, from 1.
     *
     * @param at not before the position of the previous call
     */
    int of(int at) {
        for (; counted < at; counted++) {
            line += text.charAt(counted) == '\n' ? 1 : 0;
        }
        return line;
    }
}

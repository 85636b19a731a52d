package io.github.cucmcerts.scan;

import java.util.regex.Pattern;

/** Reconstructs what the screen showed while a command line session was recorded. */
final class Terminal {
    private static final char ESCAPE = 0x1b;
    private static final char BELL = 7;
    private static final char BACKSPACE = '\b';
    private static final char DELETE = 0x7f;
    /** Longest text after the cursor; a longer line is not edited, because each edit would move all of it. */
    private static final int MAX_TAIL = 4096;

    private static final int MAX_ROOM = 16;
    private static final int MAX_DIGITS = 3;
    /** The prompts of both pagers of CUCM's command line. */
    private static final Pattern PAGER = Pattern.compile(
            "Press <enter>[^\\r\\n]{0,80}?<q> to quit\\.?|options: q=quit, n=next[^\\r\\n]{0,120}?\\)[ \\t]?:[ \\t]?");

    private final String text;
    private final StringBuilder screen;
    private int at;
    /** Where the current line begins, and the cursor position in the text. */
    private int begin;

    private int cursor;

    private Terminal(String text) {
        this.text = text;
        screen = new StringBuilder(text.length());
    }

    /**
     * The text with the result of all edits, without VT100 escapes and without the pager. Line numbers do not change.
     */
    static String screen(String text) {
        Terminal terminal = new Terminal(text);
        terminal.read();
        return PAGER.matcher(terminal.screen).replaceAll("");
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            at++;
            if (c == ESCAPE) {
                escape();
            } else if (c == BACKSPACE) {
                cursor = Math.max(begin, cursor - 1);
            } else if (isLineEnd(c)) {
                screen.append(c);
                begin = screen.length();
                cursor = begin;
            } else if (c == '\t' || c >= ' ' && c != DELETE) {
                if (cursor < screen.length()) {
                    screen.setCharAt(cursor, c);
                } else {
                    screen.append(c);
                }
                cursor++;
            }
        }
    }

    /** A line editor's sequence: it moves the cursor, erases to the end of the line, deletes, or makes room. */
    private void edit(String parameter, char function) {
        boolean isNumber = parameter.matches("[0-9]{0,3}");
        int tail = screen.length() - cursor;
        if (!isNumber || tail > MAX_TAIL) {
            return;
        }
        int number = parameter.isEmpty() ? 0 : Integer.parseInt(parameter);
        int count = Math.max(1, number);
        switch (function) {
            case 'C' -> cursor += Math.min(tail, count);
            case 'D' -> cursor = Math.max(begin, cursor - count);
            case 'K' -> {
                if (number == 0) {
                    screen.setLength(cursor);
                }
            }
            case 'P' -> screen.delete(cursor, cursor + Math.min(tail, count));
            case '@' -> {
                if (tail > 0) {
                    screen.insert(cursor, " ".repeat(Math.min(MAX_ROOM, count)));
                }
            }
            default -> {}
        }
    }

    /**
     * ECMA-48: {@code ESC [}, parameters, a final character; {@code ESC ]} up to a bell or escape; otherwise characters
     * from space to slash, then one character.
     */
    private void escape() {
        char kind = at < text.length() ? text.charAt(at) : 0;
        if (kind == '[') {
            at++;
            int parameter = at;
            while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) < '@') {
                at++;
            }
            if (at < text.length() && at - parameter <= MAX_DIGITS) {
                edit(text.substring(parameter, at), text.charAt(at));
            }
            skip();
        } else if (kind == ']') {
            while (at < text.length()
                    && text.charAt(at) != BELL
                    && text.charAt(at) != ESCAPE
                    && !isLineEnd(text.charAt(at))) {
                at++;
            }
        } else {
            while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) < '0') {
                at++;
            }
            skip();
        }
    }

    private void skip() {
        if (at < text.length() && !isLineEnd(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}

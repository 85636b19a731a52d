package io.github.cucmcerts.scan;

import java.util.regex.Pattern;

/** What was to be read on the screen while a session of the command line was recorded. */
final class Terminal {
    private static final char ESCAPE = 0x1b;
    private static final char BELL = 7;
    private static final char BACKSPACE = '\b';
    private static final char DELETE = 0x7f;
    /** What both pagers of CUCM's command line ask. */
    private static final Pattern PAGER = Pattern.compile(
            "Press <enter>[^\\r\\n]{0,80}?<q> to quit\\.?|options: q=quit, n=next[^\\r\\n]{0,120}?\\)\\s?:\\s?");

    private final String text;
    private final StringBuilder screen;
    private int at;

    private Terminal(String text) {
        this.text = text;
        screen = new StringBuilder(text.length());
    }

    /** The text without VT100's escapes, without what was deleted while it was typed, and without the pager. Lines stay. */
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
                int last = screen.length() - 1;
                if (last >= 0 && !isLineEnd(screen.charAt(last))) {
                    screen.setLength(last);
                }
            } else if (c == '\t' || isLineEnd(c) || c >= ' ' && c != DELETE) {
                screen.append(c);
            }
        }
    }

    /** ECMA-48: {@code ESC [}, parameters, a final character; {@code ESC ]} up to a bell or escape; else blanks to slashes, one character. */
    private void escape() {
        char kind = at < text.length() ? text.charAt(at) : 0;
        if (kind == '[') {
            at++;
            while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) < '@') {
                at++;
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

package io.github.cucmcerts.scan;

import io.github.cucmcerts.text.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the PEM blocks in a text (RFC 7468), whatever text is around them. It reads in chunks, so that a file of any
 * size, or with one endless line, needs only the memory of the blocks it keeps. It skips NUL bytes, and so also reads
 * UTF-16.
 */
final class PemScanner {
    static final int MAX_BLOCKS = 10_000;
    /** The limit for one file; larger than what {@link #MAX_BODIES} can need. */
    static final int MAX_BYTES = 128 << 20;

    private static final Message NO_END = Message.of("reason.no-end", "the block has no END line");
    private static final int CHUNK = 1 << 13;
    private static final int MAX_BODY = 8 << 20;
    private static final int MAX_BODIES = 64 << 20;
    private static final int MAX_LABEL = 64;
    private static final String DASHES = "-----";
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final int BEGIN_LETTERS = 5;
    private static final int END_LETTERS = 3;
    private static final String BYTE_ORDER_MARKS = "\u00ef\u00bb\u00bf\u00fe\u00ff";

    /**
     * What is between a BEGIN and its END.
     *
     * @param label the words after BEGIN
     * @param line the line of BEGIN, from 1
     * @param flaw why the block is damaged, if it is
     * @param mentioned whether BEGIN is not at the start of a line, so that this may be prose about a block
     */
    record Block(String label, String body, int line, Optional<Message> flaw, boolean mentioned) {}

    private enum State {
        TEXT,
        BEGIN_LABEL,
        BODY,
        END_LABEL
    }

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder label = new StringBuilder();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final StringBuilder endLabel = new StringBuilder();
    private State state = State.TEXT;
    private int line = 1;
    private int beginLine;
    private int kept;
    private boolean sawNul;
    private boolean afterReturn;
    /** How many characters the line has so far, not counting blanks, dashes, and byte order marks. */
    private int othersInLine;

    private boolean mentioned;
    /** How much of {@link #BEGIN} and {@link #END} precedes this position. */
    private int begin;

    private int end;

    /** The blocks in order; a damaged block has its flaw. */
    List<Block> blocks() {
        return blocks;
    }

    /** Whether the text has more than is kept. */
    boolean stopped() {
        return blocks.size() >= MAX_BLOCKS || kept > MAX_BODIES;
    }

    boolean sawNul() {
        return sawNul;
    }

    /**
     * Reads the text up to {@link #MAX_BYTES}.
     *
     * @return whether there is more text
     */
    boolean scan(InputStream input) throws IOException {
        byte[] buffer = new byte[CHUNK];
        int total = 0;
        int count;
        while (total < MAX_BYTES && !stopped() && (count = input.read(buffer)) >= 0) {
            total += count;
            for (int i = 0; i < count && !stopped(); ) {
                int plain = plain(buffer, i, count);
                if (plain > i) {
                    pass(buffer, i, plain);
                    i = plain;
                } else if (buffer[i] == 0) {
                    sawNul = true;
                    i++;
                } else {
                    accept((char) (buffer[i] & 0xff));
                    i++;
                }
            }
        }
        if (stopped()) {
            add(Message.of(
                    "reason.too-many-blocks",
                    "it has more than {blocks} blocks, or more than {size} MiB of blocks, so the rest of the file was not read",
                    "blocks",
                    Integer.toString(MAX_BLOCKS),
                    "size",
                    MAX_BODIES >> 20));
        } else if (state == State.BODY || state == State.END_LABEL) {
            close(Optional.of(NO_END));
        }
        return total >= MAX_BYTES && !stopped() && input.read() >= 0;
    }

    /** The last line that was read, from 1. */
    int line() {
        return line;
    }

    /** The end of the characters that change no state, such as letters and digits outside of markers. */
    private int plain(byte[] buffer, int from, int count) {
        int i = from;
        if ((state == State.TEXT || state == State.BODY) && begin == 0 && end == 0) {
            while (i < count && buffer[i] > ' ' && buffer[i] != '-') {
                i++;
            }
        }
        return i;
    }

    private void pass(byte[] buffer, int from, int to) {
        othersInLine += to - from;
        afterReturn = false;
        if (state == State.BODY && body.size() <= MAX_BODY) {
            body.write(buffer, from, to - from);
        }
    }

    private void accept(char c) {
        countLine(c);
        begin = matched(BEGIN, begin, c);
        end = matched(END, end, c);
        switch (state) {
            case TEXT -> {
                if (begin == BEGIN.length()) {
                    begin();
                } else if (end == END.length() && othersInLine == END_LETTERS) {
                    add(Message.of("reason.end-without-begin", "it has an END line without a BEGIN line"));
                }
            }
            case BEGIN_LABEL -> {
                label.append(c);
                if (endsWith(label, DASHES)) {
                    label.setLength(label.length() - DASHES.length());
                    state = State.BODY;
                } else if (c == '\n' || c == '\r' || label.length() > MAX_LABEL) {
                    close(Optional.of(Message.of("reason.begin-damaged", "the BEGIN line is damaged")));
                }
            }
            case BODY -> {
                if (body.size() <= MAX_BODY) {
                    body.write(c);
                }
                if (begin == BEGIN.length()) {
                    int others = othersInLine;
                    close(Optional.of(NO_END));
                    othersInLine = others;
                    begin();
                } else if (end == END.length()) {
                    endLabel.setLength(0);
                    state = State.END_LABEL;
                }
            }
            case END_LABEL -> {
                endLabel.append(c);
                if (endsWith(endLabel, DASHES)) {
                    endLabel.setLength(endLabel.length() - DASHES.length());
                    close(
                            label.toString().contentEquals(endLabel)
                                    ? Optional.empty()
                                    : Optional.of(Message.of(
                                            "reason.labels-differ",
                                            "it begins as {begin} and ends as {end}",
                                            "begin",
                                            shown(label),
                                            "end",
                                            shown(endLabel))));
                } else if (c == '\n' || c == '\r' || endLabel.length() > MAX_LABEL) {
                    close(Optional.of(Message.of("reason.end-damaged", "the END line is damaged")));
                }
            }
        }
    }

    /** How much of the marker the text ends with after one more character. */
    private static int matched(String marker, int before, char c) {
        if (before < marker.length() && c == marker.charAt(before)) {
            return before + 1;
        }
        if (c != '-') {
            return 0;
        }
        return before == DASHES.length() ? before : 1;
    }

    private void countLine(char c) {
        if (c == '\r' || c == '\n' && !afterReturn) {
            line++;
        }
        if (c == '\r' || c == '\n') {
            othersInLine = 0;
        } else if (c != ' ' && c != '\t' && c != '-' && BYTE_ORDER_MARKS.indexOf(c) < 0) {
            othersInLine++;
        }
        afterReturn = c == '\r';
    }

    private void begin() {
        label.setLength(0);
        body.reset();
        beginLine = line;
        mentioned = othersInLine != BEGIN_LETTERS;
        state = State.BEGIN_LABEL;
    }

    /** Adds a flaw of the text, not of one block. */
    private void add(Message flaw) {
        blocks.add(new Block("", "", line, Optional.of(flaw), false));
    }

    private void close(Optional<Message> flaw) {
        boolean isTooLong = body.size() > MAX_BODY;
        String content = isTooLong ? "" : withoutMarker();
        Optional<Message> its = isTooLong
                ? Optional.of(Message.of(
                        "reason.block-too-large", "the block is larger than {size} MiB", "size", MAX_BODY >> 20))
                : flaw;
        blocks.add(new Block(label.toString().strip(), content, beginLine, its, mentioned));
        kept += content.length();
        body.reset();
        othersInLine = 0;
        state = State.TEXT;
    }

    /** The label, unless it has lower case: it may be a line of a key that lost its line end. */
    private static Message shown(StringBuilder label) {
        return label.chars().anyMatch(Character::isLowerCase)
                ? Message.of("reason.something-else", "something else")
                : Message.value(label.toString());
    }

    private String withoutMarker() {
        String text = body.toString(StandardCharsets.ISO_8859_1);
        int dashes = text.indexOf(DASHES);
        return dashes < 0 ? text : text.substring(0, dashes);
    }

    private static boolean endsWith(StringBuilder text, String end) {
        int from = text.length() - end.length();
        if (from < 0) {
            return false;
        }
        for (int i = end.length() - 1; i >= 0; i--) {
            if (text.charAt(from + i) != end.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}

package io.github.cucmcerts.scan;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds PEM or DER in base64 in a text, without BEGIN and END lines around it: as the whole file, or as a value in YAML
 * or JSON. The base64 may be wrapped.
 */
final class Base64Files {
    /** {@code -----BEGI}, in base64. */
    private static final String PEM = "LS0tLS1CRUdJ";
    /** A SEQUENCE, with which DER begins, in base64. */
    private static final String DER = "M";
    /** The length of the shortest private key: PKCS#8 of Ed25519. */
    private static final int SHORTEST = 64;
    /** The longest BEGIN line of a PEM block. */
    private static final int BEGIN_LINE = 96;
    /** A line that {@link PemScanner} accepts as the beginning of a block. */
    private static final Pattern WHOLE_BEGIN_LINE = Pattern.compile("-----BEGIN [^\\r\\n]{0,59}-----");

    private static final Pattern LINE_END = Pattern.compile("\\R");
    /** Longer than any word. */
    private static final int LINE = 32;

    /**
     * @param line the line on which it begins, from 1
     */
    record Found(String base64, int line) {
        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }

    private final String text;
    private final List<Found> found = new ArrayList<>();

    private Base64Files(String text) {
        this.text = text;
    }

    /** All of them in order, PEM first. Each character is decoded twice at most. */
    static List<Found> in(String text) {
        List<Found> all = new ArrayList<>();
        for (String beginning : List.of(PEM, DER)) {
            Base64Files files = new Base64Files(text);
            files.find(beginning);
            all.addAll(files.found);
        }
        return all;
    }

    private void find(String beginning) {
        Lines lines = new Lines(text);
        int end;
        for (int from = text.indexOf(beginning); from >= 0; from = text.indexOf(beginning, end)) {
            end = from + beginning.length();
            boolean begins = from == 0 || !isBase64(text.charAt(from - 1));
            if (!begins || isWord(from) || isBodyOfBlock(from) || goesOn(from)) {
                continue;
            }
            StringBuilder dense = new StringBuilder();
            end = read(from, dense);
            if (dense.length() >= SHORTEST) {
                found.add(new Found(dense.toString(), lines.of(from)));
            }
        }
    }

    private boolean isWord(int from) {
        int end = from;
        while (end < text.length() && end < from + LINE && isBase64(text.charAt(end))) {
            end++;
        }
        return end < from + LINE;
    }

    /** Whether the BEGIN line of a PEM block comes right before it. After a damaged BEGIN line there is no block. */
    private boolean isBodyOfBlock(int from) {
        String before = text.substring(Math.max(0, from - BEGIN_LINE), from);
        int begin = before.lastIndexOf("-----BEGIN ");
        return begin > before.lastIndexOf("-----END ")
                && WHOLE_BEGIN_LINE
                        .matcher(before)
                        .region(begin, before.length())
                        .lookingAt();
    }

    /** Whether the line before is also base64. An empty line ends base64. */
    private boolean goesOn(int from) {
        int before = from;
        while (before > 0 && Character.isWhitespace(text.charAt(before - 1))) {
            before--;
        }
        if (LINE_END.split(text.substring(before, from), -1).length > 2) {
            return false;
        }
        int length = 0;
        while (length < LINE && length < before && isBase64(text.charAt(before - length - 1))) {
            length++;
        }
        return length == LINE;
    }

    /**
     * Collects base64 to its end, in whole groups of four characters.
     *
     * @return where it ends
     */
    private int read(int from, StringBuilder dense) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean escaped = c == '\\' && at + 1 < text.length() && "nr".indexOf(text.charAt(at + 1)) >= 0;
            if (isBase64(c)) {
                dense.append(c);
            } else if (!escaped && !Character.isWhitespace(c)) {
                break;
            }
            at += escaped ? 2 : 1;
        }
        int padding = 0;
        while (at + padding < text.length() && text.charAt(at + padding) == '=') {
            padding++;
        }
        int open = dense.length() % 4;
        if (open > 1 && padding == 4 - open) {
            dense.append("=".repeat(padding));
        } else {
            dense.setLength(dense.length() - open);
        }
        return at;
    }

    private static boolean isBase64(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/');
    }
}

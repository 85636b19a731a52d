package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Export;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Recognizes CUCM's own exports by their content, and reads them. Only files in {@code deployed/} can be exports. */
final class ExportReader {
    private static final String FOLDER = "/deployed/";

    private ExportReader() {}

    /** Whether a file with that path can be an export. */
    static boolean isExpected(String path) {
        return ("/" + path).toLowerCase(Locale.ROOT).contains(FOLDER);
    }

    /** What the exports in the text say about nodes; empty if there are none. */
    static List<Export> read(String text, ExportObjects objects) {
        List<Export> answers = SnapshotReader.read(text, objects);
        if (!answers.isEmpty()) {
            return answers;
        }
        List<Export> rows = RowReader.read(text, objects);
        return rows.isEmpty() ? SessionReader.read(text, objects) : rows;
    }

    /** The text in the encoding that its byte order mark names, without NUL bytes. */
    static String text(byte[] bytes) {
        boolean isUtf16 = new FileHead(bytes).isUtf16();
        String text = new String(bytes, isUtf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        return (text.startsWith("\ufeff") ? text.substring(1) : text).replace("\0", "");
    }
}

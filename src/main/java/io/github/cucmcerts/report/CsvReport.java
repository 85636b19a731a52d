package io.github.cucmcerts.report;

import io.github.cucmcerts.text.Language;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes {@code report.csv}: the inventory of certificates (RFC 4180), in UTF-8. It begins with a byte order mark: without it,
 * Excel reads the file in the system's own code page.
 */
final class CsvReport {
    static final int MAX_ROWS = 100_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<String> HEAD = List.of(
            "nodes",
            "purposeOrStore",
            "state",
            "role",
            "subject",
            "issuer",
            "serial",
            "notBefore",
            "notAfter",
            "daysLeft",
            "extendedKeyUsage",
            "sha256",
            "file");

    /**
     * What a spreadsheet runs as a formula: certain characters at the beginning of a cell, also in full width. If the system's
     * list separator is a semicolon, Excel begins a cell after each semicolon.
     */
    private static final Pattern FORMULA = Pattern.compile("(^|;)(?=\\s*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

    private CsvReport() {}

    /** Writes the rows. The same rows give the same bytes. */
    static void write(List<CertificateRow> rows, Language language, Writer writer) throws IOException {
        writer.write(BYTE_ORDER_MARK);
        line(writer, HEAD.stream().map(CsvReport::text).toList());
        for (CertificateRow row : rows.subList(0, Math.min(MAX_ROWS, rows.size()))) {
            line(writer, cells(row));
        }
        if (rows.size() > MAX_ROWS) {
            List<String> more = new ArrayList<>(Collections.nCopies(HEAD.size(), text("")));
            more.set(0, text(language.rest(rows.size() - MAX_ROWS)));
            line(writer, more);
        }
    }

    private static List<String> cells(CertificateRow row) {
        return List.of(
                text(row.allNodes()),
                text(row.placeName()),
                text(row.status().label(row.language())),
                text(Report.label(row.role(), row.language())),
                text(row.subject()),
                text(row.issuer()),
                text(row.serial()),
                text(row.certificate().notBefore().toString()),
                text(row.certificate().notAfter().toString()),
                Long.toString(row.daysLeft()),
                text(String.join(" ", row.extendedKeyUsages())),
                text(row.certificate().sha256()),
                text(row.file()));
    }

    private static void line(Writer writer, List<String> cells) throws IOException {
        writer.write(String.join(",", cells) + "\r\n");
    }

    /** A text cell. An apostrophe in front of a formula makes it text. */
    private static String text(String value) {
        return '"' + FORMULA.matcher(value).replaceAll("$1'").replace("\"", "\"\"") + '"';
    }
}

package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Sha256;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Writes {@code report.ics}, a calendar as RFC 5545 has it: for each certificate that servers hold, or will, an event on the day
 * on which it expires. An event has the same UID and stamp in each build, so that a calendar which it is imported to again changes it.
 */
final class CalendarReport {
    static final int MAX_EVENTS = 10_000;

    /** Of RFC 5280, section 4.1.2.5: the certificate has no end. */
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    /** Octets of a line. */
    private static final int LINE = 75;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Report report;
    private final Writer writer;

    private CalendarReport(Report report, Writer writer) {
        this.report = report;
        this.writer = writer;
    }

    /** Writes what expires of the rows; the same report gives the same bytes. */
    static void write(List<CertificateRow> rows, Report report, Writer writer) throws IOException {
        new CalendarReport(report, writer).write(rows);
    }

    private void write(List<CertificateRow> all) throws IOException {
        List<CertificateRow> rows = all.stream()
                .filter(row ->
                        row.status().isInUse() && row.certificate().notAfter().isBefore(NEVER))
                .toList();
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//cucm-certs//cucm-certs-maven-plugin//EN");
        Set<String> written = new HashSet<>();
        for (CertificateRow row : rows.subList(0, Math.min(MAX_EVENTS, rows.size()))) {
            String uid =
                    uid(row.certificate().sha256(), row.place(), row.nodes().toString());
            // one store may be told twice, and differ in what becomes of the certificate
            if (written.add(uid)) {
                event(uid, row.certificate(), summary(row), description(row));
            }
        }
        if (rows.size() > MAX_EVENTS) {
            Certificate first = rows.get(MAX_EVENTS).certificate();
            String more = Bounds.number(rows.size() - MAX_EVENTS) + " more certificates expire from this day on";
            event(uid("more"), first, more, more + ". report.csv has them.");
        }
        line("END:VCALENDAR");
    }

    private void event(String uid, Certificate certificate, String summary, String description) throws IOException {
        line("BEGIN:VEVENT");
        line("UID:" + uid);
        line("DTSTAMP:" + TIME.format(certificate.notBefore()));
        line("DTSTART;VALUE=DATE:" + DAY.format(certificate.notAfter()));
        line("SUMMARY:" + escaped(summary));
        line("DESCRIPTION:" + escaped(description));
        line("TRANSP:TRANSPARENT");
        line("BEGIN:VALARM");
        line("ACTION:DISPLAY");
        line("TRIGGER:-P" + report.facts().situation().expiryWarning().toDays() + "D");
        line("DESCRIPTION:" + escaped(summary));
        line("END:VALARM");
        line("END:VEVENT");
    }

    /** The directory tells the clusters of one calendar apart. */
    private String uid(String... parts) {
        String text = report.directory() + "\n" + String.join("\n", parts);
        return HexFormat.of().formatHex(Sha256.of(text)) + "@cucm-certs";
    }

    private static String summary(CertificateRow row) {
        String place = row.nodes().isEmpty() ? row.place() : row.fewNodes() + " " + row.place();
        return "Certificate of " + place + " expires: " + row.name();
    }

    private static String description(CertificateRow row) {
        return String.join(
                "\n",
                "Subject: " + row.subject(),
                "Issuer: " + row.issuer(),
                "Serial: " + row.serial(),
                (row.inStore() ? "Store: " : "Purpose: ") + row.place(),
                "Nodes: " + row.allNodes(),
                "State: " + row.status().label(),
                "Valid to: " + row.certificate().notAfter(),
                "File: " + row.file(),
                "",
                remedy(row));
    }

    private static String remedy(CertificateRow row) {
        if (row.status() == CertificateRow.Status.REPLACED) {
            return "Before this day upload the certificate that replaces it.";
        }
        if (row.inStore()) {
            return "Before this day have the CA give you the certificate that follows it, and upload that to "
                    + row.place() + ". If nothing needs this CA any more, delete its certificate there.";
        }
        return "Before this day generate a CSR on the node, have it signed, and put both into the directory. Then run"
                + " cucm-certs:check."
                + (row.certificate().isSelfIssued() ? " A self-signed certificate can be regenerated instead." : "");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Writes the line, folded where it is long. */
    private void line(String line) throws IOException {
        int start = 0;
        int end = end(line, start, LINE);
        while (end < line.length()) {
            writer.append(line, start, end).append("\r\n ");
            start = end;
            end = end(line, start, LINE - 1);
        }
        writer.append(line, start, end).append("\r\n");
    }

    /**
     * Where the line that begins there has to be folded: before a whole character, and not before a colon, for a runner takes a
     * line that begins with two of them for a command.
     */
    private static int end(String line, int start, int room) {
        int end = start;
        int octets = 0;
        while (end < line.length()) {
            String character = Character.toString(line.codePointAt(end));
            octets += character.getBytes(StandardCharsets.UTF_8).length;
            if (octets > room) {
                return withoutColon(line, start, end);
            }
            end += character.length();
        }
        return end;
    }

    private static int withoutColon(String line, int start, int end) {
        int earlier = end;
        while (earlier > start && (line.charAt(earlier) == ':' || Character.isLowSurrogate(line.charAt(earlier)))) {
            earlier--;
        }
        return earlier > start ? earlier : end;
    }
}

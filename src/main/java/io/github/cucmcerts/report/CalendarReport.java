package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.text.Language;
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
 * Writes {@code report.ics} (RFC 5545): for each certificate that nodes have now or after the upload, an event on the day on
 * which it expires. An event keeps its UID and stamp from build to build, so that importing it again updates it.
 */
final class CalendarReport {
    static final int MAX_EVENTS = 10_000;

    /** RFC 5280, section 4.1.2.5: the certificate never expires. */
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    /** The longest line, in octets (RFC 5545, section 3.1). */
    private static final int LINE = 75;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Report report;
    private final Language language;
    private final Writer writer;

    private CalendarReport(Report report, Writer writer) {
        this.report = report;
        language = report.language();
        this.writer = writer;
    }

    /** Writes an event for each row that expires. The same report gives the same bytes. */
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
            // two folders can describe the same store, with different states of the certificate
            if (written.add(uid)) {
                event(uid, row.certificate(), summary(row), description(row));
            }
        }
        if (rows.size() > MAX_EVENTS) {
            Certificate first = rows.get(MAX_EVENTS).certificate();
            Object[] number = {"number", rows.size() - MAX_EVENTS};
            event(
                    uid("more"),
                    first,
                    language.text(
                            "report.event-more", "More certificates expire on or after this day: {number}", number),
                    language.text(
                            "report.event-more-where",
                            "More certificates expire on or after this day: {number}. See report.csv.",
                            number));
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

    /** The directory is part of the UID, so that one calendar can show several clusters. */
    private String uid(String... parts) {
        String text = report.directory() + "\n" + String.join("\n", parts);
        return HexFormat.of().formatHex(Sha256.of(text)) + "@cucm-certs";
    }

    private String summary(CertificateRow row) {
        return row.nodes().isEmpty()
                ? language.text(
                        "report.event-summary",
                        "Certificate expires: {certificate} ({place})",
                        "certificate",
                        row.name(),
                        "place",
                        row.placeName())
                : language.text(
                        "report.event-summary-on",
                        "Certificate expires: {certificate} ({place} on {nodes})",
                        "certificate",
                        row.name(),
                        "place",
                        row.placeName(),
                        "nodes",
                        row.fewNodes());
    }

    private String description(CertificateRow row) {
        String place = row.placeName();
        return String.join(
                "\n",
                language.text("report.event-subject", "Subject: {subject}", "subject", row.subject()),
                language.text("report.event-issuer", "Issuer: {issuer}", "issuer", row.issuer()),
                language.text("report.event-serial", "Serial: {serial}", "serial", row.serial()),
                row.inStore()
                        ? language.text("report.event-store", "Store: {store}", "store", place)
                        : language.text("report.event-purpose", "Purpose: {purpose}", "purpose", place),
                language.text("report.event-nodes", "Nodes: {nodes}", "nodes", row.allNodes()),
                language.text(
                        "report.event-state",
                        "State: {state}",
                        "state",
                        row.status().label(language)),
                language.text(
                        "report.event-valid-to",
                        "Valid to: {time}",
                        "time",
                        row.certificate().notAfter()),
                language.text("report.event-file", "File: {file}", "file", row.file()),
                "",
                remedy(row));
    }

    private String remedy(CertificateRow row) {
        if (row.status() == CertificateRow.Status.REPLACED) {
            return language.text("report.event-replaced", "Before this day, upload the certificate that replaces it.");
        }
        if (row.inStore()) {
            return language.text(
                    "report.event-renew-ca",
                    "Before this day, get the renewed certificate from the CA, and upload it to {store}. If nothing needs"
                            + " this CA, delete its certificate from that trust store.",
                    "store",
                    row.placeName());
        }
        return row.certificate().isSelfIssued()
                ? language.text(
                        "report.event-renew-self-signed",
                        "Before this day, generate a CSR on the node, have it signed, and put the CSR and the"
                                + " certificate into the directory. Then run cucm-certs:check. You can regenerate a"
                                + " self-signed certificate instead.")
                : language.text(
                        "report.event-renew",
                        "Before this day, generate a CSR on the node, have it signed, and put the CSR and the"
                                + " certificate into the directory. Then run cucm-certs:check.");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Writes the line, folded if it is too long. */
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
     * Where to fold the line: before a whole character, and not before a colon, because a CI runner reads a line that begins with
     * two colons as a command.
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

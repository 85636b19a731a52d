package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.report.HtmlPage.Badge;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The inventory of certificates on the page.
 *
 * @param canBeFiltered whether there are enough rows for a filter
 * @param notes notes on certificates that are not shown
 */
public record InventoryView(List<Row> rows, boolean canBeFiltered, List<String> notes) {
    private static final int MAX_ROWS = 2_000;
    private static final int FEW_ROWS = 8;

    /**
     * A certificate in one place.
     *
     * @param allNodes for a tooltip; empty if {@code nodes} has all of them
     * @param days the days left, in the color of their tone
     */
    public record Row(
            String nodes,
            String allNodes,
            String place,
            String state,
            String role,
            String subject,
            String file,
            String issuer,
            String serial,
            Day from,
            Day to,
            Badge days,
            String usages,
            boolean clientAuth) {}

    /** A day in UTC, with its time in ISO 8601. */
    public record Day(String day, String time) {}

    static InventoryView of(List<CertificateRow> rows, Report report) {
        List<Row> shown = new ArrayList<>();
        for (CertificateRow row : rows.subList(0, Math.min(MAX_ROWS, rows.size()))) {
            shown.add(row(row, report));
        }
        return new InventoryView(List.copyOf(shown), rows.size() > FEW_ROWS, notes(rows, report));
    }

    private static List<String> notes(List<CertificateRow> rows, Report report) {
        List<String> notes = new ArrayList<>();
        if (rows.size() > MAX_ROWS) {
            notes.add(report.language()
                    .text(
                            "report.inventory-more",
                            "This page does not show the rows that expire last ({number}). report.csv (reports=csv) has"
                                    + " more.",
                            "number",
                            rows.size() - MAX_ROWS));
        }
        Set<Certificate> others = new HashSet<>(
                report.facts().inventory().objects(Certificate.class).toList());
        for (CertificateRow row : rows) {
            others.remove(row.certificate());
        }
        if (!others.isEmpty()) {
            notes.add(report.language()
                    .counted(
                            "report.inventory-others",
                            others.size(),
                            "{number} certificate is not listed: it is neither deployed nor offered by a checked upload"
                                    + " set.",
                            "{number} certificates are not listed: they are neither deployed nor offered by a checked"
                                    + " upload set."));
        }
        return notes;
    }

    private static Row row(CertificateRow row, Report report) {
        Certificate certificate = row.certificate();
        String nodes = row.fewNodes();
        String allNodes = row.allNodes();
        return new Row(
                nodes,
                nodes.equals(allNodes) ? "" : allNodes,
                row.placeName(),
                row.status().label(row.language()),
                Report.label(row.role(), row.language()),
                row.subject(),
                row.file(),
                row.issuer(),
                row.serial(),
                day(certificate.notBefore()),
                day(certificate.notAfter()),
                new Badge(tone(certificate, report), Long.toString(row.daysLeft())),
                String.join(", ", row.extendedKeyUsages()),
                row.hasClientAuth());
    }

    private static Day day(Instant instant) {
        return new Day(instant.atOffset(ZoneOffset.UTC).toLocalDate().toString(), instant.toString());
    }

    private static String tone(Certificate certificate, Report report) {
        if (report.facts().window().endsAfter(certificate.notAfter())) {
            return "error";
        }
        return report.facts().situation().expiresSoon(certificate) ? "warning" : "";
    }
}

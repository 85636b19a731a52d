package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Crl;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.PrivateKey;
import io.github.cucmcerts.inventory.Remark;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.inventory.Unreadable;
import io.github.cucmcerts.report.Comparison.Row;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Columns;
import io.github.cucmcerts.text.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What files contain, each CSR next to the certificates with its key. It does not check anything. */
public final class Inspection {
    /**
     * A line.
     *
     * @param differs whether it shows a property in which CSR and certificate differ; the text marks it, too
     */
    public record Line(String text, boolean differs) {}

    /** The maximum number of tables, each of an object or of a CSR and a certificate. */
    private static final int MAX_TABLES = 1_000;

    /** The length of Maven's "[INFO] ". */
    private static final int LEVEL = 7;

    private static final String DIFFERS = "<>";
    private static final int LABEL = 12;

    private final Language language;
    private final int width;
    private final Columns two;
    private final Columns four;
    private final List<Csr> csrs;
    private final List<Certificate> certificates;
    private final Map<NamedKey, Origin> first = new HashMap<>();
    private final Set<NamedKey> compared = new HashSet<>();
    private final List<Line> lines = new ArrayList<>();
    private long tables;

    private Inspection(Inventory inventory, int width, Language language) {
        this.language = language;
        this.width = width;
        two = Columns.of(LABEL, width - LABEL - 1);
        int half = (width - LABEL - DIFFERS.length() - 3) / 2;
        four = Columns.of(LABEL, half, DIFFERS.length(), half);
        csrs = inventory.objects(Csr.class).distinct().toList();
        certificates = inventory.objects(Certificate.class).distinct().toList();
    }

    /** The lines for a console of so many columns; text from files never reaches them raw. */
    public static List<Line> of(Inventory inventory, int columns, Language language) {
        Inspection inspection = new Inspection(inventory, columns - LEVEL, language);
        inspection.overview(inventory);
        inspection.pairs();
        inventory
                .objects(NamedKey.class)
                .distinct()
                .filter(object -> !inspection.compared.contains(object))
                .forEach(inspection::single);
        inspection.leftOut();
        return inspection.lines;
    }

    private void overview(Inventory inventory) {
        if (inventory.files().isEmpty()) {
            add(language.text("report.no-files", "There are no files."));
        }
        for (ScannedFile file : inventory.files()) {
            Columns.wrap(file.path() + format(file), width).forEach(this::add);
            file.remarks().forEach(remark -> entry("", Bounds.text(described(remark))));
            file.objects().forEach(object -> entry(place(object.origin()), described(object)));
        }
    }

    private static String format(ScannedFile file) {
        return switch (file.format()) {
            case PEM, DER -> ": " + file.format();
            case PKCS7 -> ": PKCS#7";
            case KEYSTORE, IGNORED, UNREADABLE -> "";
        };
    }

    private String place(Origin origin) {
        if (origin.line() > 0) {
            return language.text("report.inspect-line", "line {line}", "line", Integer.toString(origin.line()));
        }
        return origin.offset() > 0
                ? language.text("report.inspect-byte", "byte {offset}", "offset", Long.toString(origin.offset()))
                : "";
    }

    private void entry(String place, String what) {
        two.row(List.of("  " + place), List.of(what)).forEach(this::add);
    }

    private String described(Remark remark) {
        Object[] detail = {"detail", remark.detail()};
        return switch (remark.kind()) {
            case KEYSTORE -> language.text("report.inspect-keystore", "Keystore ({detail}), not opened", detail);
            case ARCHIVE -> language.text("report.inspect-archive", "Archive ({detail}), not unpacked", detail);
            case ENCODING -> language.text("report.inspect-encoding", "Written with {detail}", detail);
            case LINK_ESCAPES -> language.text("report.inspect-link", "Not read: it is {detail}", detail);
            case NOT_READ -> language.text("report.inspect-not-read", "Not read: {detail}", detail);
        };
    }

    private String described(FileObject object) {
        if (object instanceof NamedKey named) {
            Origin known = first.putIfAbsent(named, named.origin());
            String shown = named(named);
            return known == null
                    ? shown
                    : language.text(
                            "report.inspect-same",
                            "{object}, the same as in {place}",
                            "object",
                            shown,
                            "place",
                            Comparison.where(known, language));
        }
        if (object instanceof PrivateKey key) {
            String form = Bounds.text(key.form());
            return language.text("report.inspect-private-key", "Private key ({form}), not shown", "form", form);
        }
        if (object instanceof Unreadable broken) {
            return language.text("report.inspect-broken", "Broken: {reason}", "reason", broken.reason());
        }
        return object instanceof Crl
                ? language.text("report.inspect-crl", "CRL")
                : language.text("report.inspect-public-key", "Public key");
    }

    private String named(NamedKey object) {
        String subject = Bounds.text(object.subject().toString());
        return object.subject().size() == 0
                ? language.text("report.inspect-without-subject", "{kind} without a subject", "kind", kind(object))
                : language.text("report.inspect-of", "{kind} of {subject}", "kind", kind(object), "subject", subject);
    }

    private String kind(NamedKey object) {
        if (object instanceof Csr) {
            return language.text("report.csr", "CSR");
        }
        return object.extensions().ca()
                ? language.text("report.ca-certificate", "CA certificate")
                : language.text("report.certificate", "Certificate");
    }

    /** Pairs with the same key. If only one CSR and one certificate remain, they are a pair even with different keys. */
    private void pairs() {
        Map<SubjectPublicKey, List<Certificate>> byKey =
                certificates.stream().collect(Collectors.groupingBy(Certificate::key));
        for (Csr csr : csrs) {
            List<Certificate> answers = byKey.getOrDefault(csr.key(), List.of());
            long room = Math.max(0, MAX_TABLES - tables);
            answers.stream().limit(room).forEach(leaf -> pair(csr, leaf));
            // thousands of CSRs and certificates with one key make millions of pairs
            tables += Math.max(0, answers.size() - room);
            if (!answers.isEmpty()) {
                compared.add(csr);
            }
        }
        Set<SubjectPublicKey> keys = csrs.stream().map(Csr::key).collect(Collectors.toSet());
        certificates.stream().filter(leaf -> keys.contains(leaf.key())).forEach(compared::add);
        List<Csr> asked = csrs.stream().filter(csr -> !compared.contains(csr)).toList();
        List<Certificate> given = certificates.stream()
                .filter(leaf -> !compared.contains(leaf) && !leaf.extensions().ca())
                .toList();
        if (asked.size() == 1 && given.size() == 1) {
            pair(asked.get(0), given.get(0));
        }
    }

    private void pair(Csr csr, Certificate certificate) {
        compared.add(csr);
        compared.add(certificate);
        tables++;
        List<Row> rows = Comparison.of(Optional.of(csr), Optional.of(certificate), language);
        add("");
        add(
                rows.stream().anyMatch(Row::differs)
                        ? language.text(
                                "report.inspect-differs", "Side by side. {mark} marks a difference.", "mark", DIFFERS)
                        : language.text("report.inspect-same-values", "Side by side. No compared property differs."));
        four.row(List.of(), List.of(kind(csr)), List.of(), List.of(language.text("report.certificate", "Certificate")))
                .forEach(this::add);
        String above = "";
        for (Row row : rows) {
            four.row(
                            label(row, above),
                            orDash(row.csr()),
                            row.differs() ? List.of(DIFFERS) : List.of(),
                            orDash(row.certificate()))
                    .forEach(text -> lines.add(new Line(text, row.differs())));
            above = row.label();
        }
    }

    private void leftOut() {
        if (tables > MAX_TABLES) {
            add("");
            add(language.text(
                    "report.inspect-left-out",
                    "More tables are left out ({number}). Name fewer files.",
                    "number",
                    tables - MAX_TABLES));
        }
    }

    private void single(NamedKey object) {
        tables++;
        if (tables > MAX_TABLES) {
            return;
        }
        Optional<Csr> csr = object instanceof Csr request ? Optional.of(request) : Optional.empty();
        Optional<Certificate> certificate = object instanceof Certificate leaf ? Optional.of(leaf) : Optional.empty();
        add("");
        add(kind(object));
        String above = "";
        for (Row row : Comparison.of(csr, certificate, language)) {
            two.row(label(row, above), orDash(csr.isPresent() ? row.csr() : row.certificate()))
                    .forEach(this::add);
            above = row.label();
        }
    }

    private static List<String> label(Row row, String above) {
        return row.label().equals(above) ? List.of() : List.of(row.label());
    }

    private static List<String> orDash(List<String> values) {
        return values.isEmpty() ? List.of("-") : values;
    }

    private void add(String text) {
        lines.add(new Line(text, false));
    }
}

package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.SanEntry;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** A CSR and a certificate side by side: what people look up in web decoders. */
public final class Comparison {
    /**
     * One property of both.
     *
     * @param label what it is
     * @param csr its values in the CSR
     * @param certificate its values in the certificate
     * @param differs whether the two say different things; only where both can say it
     */
    public record Row(String label, List<String> csr, List<String> certificate, boolean differs) {}

    private final Optional<? extends NamedKey> csr;
    private final Optional<Certificate> certificate;
    private final List<Row> rows = new ArrayList<>();

    private Comparison(Optional<? extends NamedKey> csr, Optional<Certificate> certificate) {
        this.csr = csr;
        this.certificate = certificate;
    }

    /** The rows, in the order of a decoder; one of the two may be missing. */
    public static List<Row> of(Optional<? extends NamedKey> csr, Optional<Certificate> certificate) {
        Comparison comparison = new Comparison(csr, certificate);
        comparison.compare();
        return comparison.rows;
    }

    private void compare() {
        both("File", object -> List.of(object.origin().file()), false);
        both("Subject", object -> List.of(object.subject().toString()), true);
        names();
        both("Public key", object -> List.of(key(object)), true);
        both("SHA-256 of the public key", object -> List.of(object.key().sha256()), true);
        both("Key usage", object -> List.copyOf(object.extensions().usages()), true);
        both("Extended key usage", object -> List.copyOf(object.extensions().extendedUsages()), true);
        both("CA", object -> List.of(authority(object)), false);
        issued("Issuer", leaf -> leaf.issuer().toString());
        issued("Serial", leaf -> hex(leaf.serial()));
        issued("Valid from", leaf -> leaf.notBefore().toString());
        issued("Valid to", leaf -> leaf.notAfter().toString());
        issued("Signature", leaf -> leaf.signatureAlgorithm().name());
        both("SHA-256 of the file's object", object -> List.of(object.sha256()), false);
    }

    /** One row for each name, so that one that only one of them has stands out. */
    private void names() {
        TreeSet<String> keys = new TreeSet<>();
        Stream.concat(entries(csr).stream(), entries(certificate).stream()).forEach(entry -> keys.add(entry.key()));
        for (String key : keys) {
            List<String> asked = written(entries(csr), key);
            List<String> given = written(entries(certificate), key);
            row("SAN", asked, given, asked.isEmpty() != given.isEmpty());
        }
        if (keys.isEmpty()) {
            row("SAN", List.of(), List.of(), false);
        }
    }

    private static List<SanEntry> entries(Optional<? extends NamedKey> object) {
        return object.map(named -> named.extensions().san()).orElse(List.of());
    }

    private static List<String> written(Collection<SanEntry> entries, String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .map(SanEntry::toString)
                .toList();
    }

    private void both(String label, Function<NamedKey, List<String>> values, boolean compared) {
        List<String> asked = csr.map(values).orElse(List.of());
        List<String> given = certificate.map(leaf -> values.apply(leaf)).orElse(List.of());
        row(label, asked, given, compared && !new TreeSet<>(asked).equals(new TreeSet<>(given)));
    }

    private void issued(String label, Function<Certificate, String> value) {
        row(label, List.of(), certificate.map(value).stream().toList(), false);
    }

    private void row(String label, List<String> asked, List<String> given, boolean differs) {
        rows.add(new Row(label, asked, given, differs && csr.isPresent() && certificate.isPresent()));
    }

    private static String key(NamedKey object) {
        return object.key().rsaBits().isPresent()
                ? "RSA " + object.key().rsaBits().getAsInt()
                : object.key().type();
    }

    private static String authority(NamedKey object) {
        if (!object.extensions().ca()) {
            return "no";
        }
        return object.extensions().pathLength().isPresent()
                ? "yes, path length " + object.extensions().pathLength().getAsInt()
                : "yes";
    }

    /** As CUCM's page and openssl print a serial. */
    private static String hex(BigInteger serial) {
        String digits = serial.toString(16);
        return digits.length() % 2 == 0 || digits.startsWith("-") ? digits : "0" + digits;
    }
}

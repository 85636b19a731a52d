package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.KeyExtensions;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.SanEntry;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.text.Bounds;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A CSR and a certificate side by side, with the properties that people look up in web decoders. */
public final class Comparison {
    /**
     * One property of a CSR and a certificate.
     *
     * @param label the property's name
     * @param csr its values in the CSR
     * @param certificate its values in the certificate
     * @param differs whether the values differ; only if both can have the property
     */
    public record Row(String label, List<String> csr, List<String> certificate, boolean differs) {}

    /** The maximum number of rows of SAN entries. */
    static final int SAN_ROWS = 100;

    private final Optional<? extends NamedKey> csr;
    private final Optional<Certificate> certificate;
    private final List<Row> rows = new ArrayList<>();

    private Comparison(Optional<? extends NamedKey> csr, Optional<Certificate> certificate) {
        this.csr = csr;
        this.certificate = certificate;
    }

    /** The rows, in the order of a decoder. CSR or certificate can be missing. */
    static List<Row> of(Optional<? extends NamedKey> csr, Optional<Certificate> certificate) {
        Comparison comparison = new Comparison(csr, certificate);
        comparison.compare();
        return comparison.rows;
    }

    private void compare() {
        both("File", object -> where(object.origin()));
        compared("Subject", object -> object.subject().toString(), NamedKey::subject);
        names();
        compared("Public key", object -> key(object.key()), object -> key(object.key()));
        // a key is the same in any encoding
        compared("SHA-256 of the public key", object -> object.key().sha256(), NamedKey::key);
        usages("Key usage", KeyExtensions::usages);
        usages("Extended key usage", KeyExtensions::extendedUsages);
        both("CA", object -> authority(object.extensions()));
        issued("Issuer", leaf -> leaf.issuer().toString());
        issued("Serial", leaf -> hex(leaf.serial()));
        issued("Valid from", leaf -> leaf.notBefore().toString());
        issued("Valid to", leaf -> leaf.notAfter().toString());
        issued("Signature", leaf -> leaf.signatureAlgorithm().name());
        both("Fingerprint (SHA-256)", NamedKey::sha256);
    }

    /** Adds one row for each name, so that a name of only one of the two is easy to see. If not all fit, those come first. */
    private void names() {
        Map<String, List<String>> asked = names(csr);
        Map<String, List<String>> given = names(certificate);
        TreeSet<String> keys = new TreeSet<>(asked.keySet());
        keys.addAll(given.keySet());
        Set<String> shown = Stream.of(true, false)
                .flatMap(differs ->
                        keys.stream().filter(key -> differs == (asked.containsKey(key) != given.containsKey(key))))
                .limit(SAN_ROWS)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String key : shown) {
            row(
                    "SAN",
                    asked.getOrDefault(key, List.of()),
                    given.getOrDefault(key, List.of()),
                    asked.containsKey(key) != given.containsKey(key));
        }
        keys.removeAll(shown);
        if (!keys.isEmpty()) {
            row(
                    "SAN",
                    more(asked, keys),
                    more(given, keys),
                    keys.stream().anyMatch(key -> asked.containsKey(key) != given.containsKey(key)));
        }
        if (shown.isEmpty()) {
            row("SAN", List.of(), List.of(), false);
        }
    }

    private static List<String> more(Map<String, List<String>> names, Set<String> keys) {
        long count = keys.stream().filter(names::containsKey).count();
        return count == 0 ? List.of() : List.of("and " + Bounds.number(count) + " more");
    }

    /** The names as written, by the key that equal names share. */
    private static Map<String, List<String>> names(Optional<? extends NamedKey> object) {
        return object.stream()
                .flatMap(named -> named.extensions().san().stream())
                .collect(Collectors.groupingBy(
                        SanEntry::key, Collectors.mapping(SanEntry::toString, Collectors.toList())));
    }

    private void usages(String label, Function<KeyExtensions, Set<String>> usages) {
        Optional<Set<String>> asked = csr.map(request -> usages.apply(request.extensions()));
        Optional<Set<String>> given = certificate.map(leaf -> usages.apply(leaf.extensions()));
        row(
                label,
                asked.map(List::copyOf).orElse(List.of()),
                given.map(List::copyOf).orElse(List.of()),
                !asked.equals(given));
    }

    private void both(String label, Function<NamedKey, String> value) {
        compared(label, value, object -> label);
    }

    /** Adds a row that differs if the two identities differ. */
    private void compared(String label, Function<NamedKey, String> value, Function<NamedKey, Object> identity) {
        row(
                label,
                shown(csr, value),
                shown(certificate, value),
                !csr.map(identity).equals(certificate.map(identity)));
    }

    private static List<String> shown(Optional<? extends NamedKey> object, Function<NamedKey, String> value) {
        return object.map(value).filter(text -> !text.isEmpty()).stream().toList();
    }

    private void issued(String label, Function<Certificate, String> value) {
        certificate.ifPresent(leaf -> row(label, List.of(), List.of(value.apply(leaf)), false));
    }

    private void row(String label, List<String> asked, List<String> given, boolean differs) {
        rows.add(new Row(
                label, Bounds.list(asked), Bounds.list(given), differs && csr.isPresent() && certificate.isPresent()));
    }

    /** The file, and the line unless it is the first. */
    static String where(Origin origin) {
        return origin.line() > 1 ? origin.file() + ", line " + origin.line() : origin.file();
    }

    private static String key(SubjectPublicKey key) {
        return key.rsaBits().isPresent()
                ? "RSA " + key.rsaBits().getAsInt()
                : key.type() + key.curve().map(curve -> " " + curve).orElse("");
    }

    private static String authority(KeyExtensions extensions) {
        if (!extensions.ca()) {
            return "no";
        }
        return extensions.pathLength().isPresent()
                ? "yes, path length " + extensions.pathLength().getAsInt()
                : "yes";
    }

    /** The serial as CUCM's page and openssl print it. */
    static String hex(BigInteger serial) {
        String digits = HexFormat.of().formatHex(serial.abs().toByteArray());
        String plain = digits.startsWith("00") && digits.length() > 2 ? digits.substring(2) : digits;
        return serial.signum() < 0 ? "-" + plain : plain;
    }
}

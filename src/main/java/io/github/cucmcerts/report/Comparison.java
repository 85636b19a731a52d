package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.KeyExtensions;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.SanEntry;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.text.Language;
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

    private final Language language;
    private final Optional<? extends NamedKey> csr;
    private final Optional<Certificate> certificate;
    private final List<Row> rows = new ArrayList<>();

    private Comparison(Optional<? extends NamedKey> csr, Optional<Certificate> certificate, Language language) {
        this.language = language;
        this.csr = csr;
        this.certificate = certificate;
    }

    /** The rows, in the order of a decoder. CSR or certificate can be missing. */
    static List<Row> of(Optional<? extends NamedKey> csr, Optional<Certificate> certificate, Language language) {
        Comparison comparison = new Comparison(csr, certificate, language);
        comparison.compare();
        return comparison.rows;
    }

    private void compare() {
        both(language.text("report.property-file", "File"), object -> where(object.origin(), language));
        compared(
                language.text("report.property-subject", "Subject"),
                object -> object.subject().toString(),
                NamedKey::subject);
        names(language.text("report.property-san", "SAN"));
        compared(
                language.text("report.property-key", "Public key"),
                object -> key(object.key()),
                object -> key(object.key()));
        // a key is the same in any encoding
        compared(
                language.text("report.property-key-digest", "SHA-256 of the public key"),
                object -> object.key().sha256(),
                NamedKey::key);
        usages(language.text("report.property-usage", "Key usage"), KeyExtensions::usages);
        usages(language.text("report.property-extended-usage", "Extended key usage"), KeyExtensions::extendedUsages);
        both(language.text("report.property-ca", "CA"), object -> authority(object.extensions()));
        issued(
                language.text("report.property-issuer", "Issuer"),
                leaf -> leaf.issuer().toString());
        issued(language.text("report.property-serial", "Serial"), leaf -> hex(leaf.serial()));
        issued(
                language.text("report.property-valid-from", "Valid from"),
                leaf -> leaf.notBefore().toString());
        issued(
                language.text("report.property-valid-to", "Valid to"),
                leaf -> leaf.notAfter().toString());
        issued(
                language.text("report.property-signature", "Signature"),
                leaf -> leaf.signatureAlgorithm().name());
        both(language.text("report.property-fingerprint", "Fingerprint (SHA-256)"), NamedKey::sha256);
    }

    /** Adds one row for each name, so that a name of only one of the two is easy to see. If not all fit, those come first. */
    private void names(String label) {
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
                    label,
                    asked.getOrDefault(key, List.of()),
                    given.getOrDefault(key, List.of()),
                    asked.containsKey(key) != given.containsKey(key));
        }
        keys.removeAll(shown);
        if (!keys.isEmpty()) {
            row(
                    label,
                    more(asked, keys),
                    more(given, keys),
                    keys.stream().anyMatch(key -> asked.containsKey(key) != given.containsKey(key)));
        }
        if (shown.isEmpty()) {
            row(label, List.of(), List.of(), false);
        }
    }

    private List<String> more(Map<String, List<String>> names, Set<String> keys) {
        long count = keys.stream().filter(names::containsKey).count();
        return count == 0 ? List.of() : List.of(language.rest(count));
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
                label,
                language.bounded(asked),
                language.bounded(given),
                differs && csr.isPresent() && certificate.isPresent()));
    }

    /** The file, and the line unless it is the first. */
    static String where(Origin origin, Language language) {
        return where(origin.file(), origin.line() > 1 ? origin.line() : 0, language);
    }

    /** The file, and the line if it is known. */
    static String where(String file, int line, Language language) {
        return line > 0
                ? language.text("report.file-line", "{file}, line {line}", "file", file, "line", Integer.toString(line))
                : file;
    }

    private static String key(SubjectPublicKey key) {
        return key.rsaBits().isPresent()
                ? "RSA " + key.rsaBits().getAsInt()
                : key.type() + key.curve().map(curve -> " " + curve).orElse("");
    }

    private String authority(KeyExtensions extensions) {
        if (!extensions.ca()) {
            return language.text("report.no", "no");
        }
        return extensions.pathLength().isPresent()
                ? language.text(
                        "report.yes-path-length",
                        "yes, path length {length}",
                        "length",
                        extensions.pathLength().getAsInt())
                : language.text("report.yes", "yes");
    }

    /** The serial as CUCM's page and openssl print it. */
    static String hex(BigInteger serial) {
        String digits = HexFormat.of().formatHex(serial.abs().toByteArray());
        String plain = digits.startsWith("00") && digits.length() > 2 ? digits.substring(2) : digits;
        return serial.signum() < 0 ? "-" + plain : plain;
    }
}

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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

    /** What both a CSR and a certificate have once. */
    private enum Property {
        FILE,
        SUBJECT,
        KEY,
        KEY_DIGEST,
        USAGE,
        EXTENDED_USAGE,
        CA,
        FINGERPRINT
    }

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
        compared(language.text("report.property-file", "File"), Property.FILE);
        compared(language.text("report.property-subject", "Subject"), Property.SUBJECT);
        names(language.text("report.property-san", "SAN"));
        compared(language.text("report.property-key", "Public key"), Property.KEY);
        compared(language.text("report.property-key-digest", "SHA-256 of the public key"), Property.KEY_DIGEST);
        compared(language.text("report.property-usage", "Key usage"), Property.USAGE);
        compared(language.text("report.property-extended-usage", "Extended key usage"), Property.EXTENDED_USAGE);
        compared(language.text("report.property-ca", "CA"), Property.CA);
        if (certificate.isPresent()) {
            issued(certificate.get());
        }
        compared(language.text("report.property-fingerprint", "Fingerprint (SHA-256)"), Property.FINGERPRINT);
    }

    private void issued(Certificate leaf) {
        issued(language.text("report.property-issuer", "Issuer"), leaf.issuer().toString());
        issued(language.text("report.property-serial", "Serial"), hex(leaf.serial()));
        issued(
                language.text("report.property-valid-from", "Valid from"),
                leaf.notBefore().toString());
        issued(
                language.text("report.property-valid-to", "Valid to"),
                leaf.notAfter().toString());
        issued(
                language.text("report.property-signature", "Signature"),
                leaf.signatureAlgorithm().name());
    }

    /** Adds one row for each name, so that a name of only one of the two is easy to see. If not all fit, those come first. */
    private void names(String label) {
        Map<String, List<String>> asked = names(csr);
        Map<String, List<String>> given = names(certificate);
        TreeSet<String> keys = new TreeSet<>(asked.keySet());
        keys.addAll(given.keySet());
        Set<String> shown = new TreeSet<>();
        for (boolean differs : List.of(true, false)) {
            for (String key : keys) {
                if (shown.size() < SAN_ROWS && differs == (asked.containsKey(key) != given.containsKey(key))) {
                    shown.add(key);
                }
            }
        }
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
        Map<String, List<String>> names = new HashMap<>();
        if (object.isPresent()) {
            for (SanEntry entry : object.get().extensions().san()) {
                names.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry.toString());
            }
        }
        return names;
    }

    private void compared(String label, Property property) {
        row(label, values(csr, property), values(certificate, property), differs(property));
    }

    private List<String> values(Optional<? extends NamedKey> object, Property property) {
        return object.isPresent() ? values(object.get(), property) : List.of();
    }

    private List<String> values(NamedKey object, Property property) {
        return switch (property) {
            case FILE -> value(where(object.origin(), language));
            case SUBJECT -> value(object.subject().toString());
            case KEY -> value(key(object.key()));
            case KEY_DIGEST -> value(object.key().sha256());
            case USAGE -> List.copyOf(object.extensions().usages());
            case EXTENDED_USAGE -> List.copyOf(object.extensions().extendedUsages());
            case CA -> value(authority(object.extensions()));
            case FINGERPRINT -> value(object.sha256());
        };
    }

    private static List<String> value(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /** Whether CSR and certificate differ in a property that a CA should keep. */
    private boolean differs(Property property) {
        if (csr.isEmpty() || certificate.isEmpty()) {
            return false;
        }
        NamedKey asked = csr.get();
        NamedKey given = certificate.get();
        return switch (property) {
            case SUBJECT -> !asked.subject().equals(given.subject());
            case KEY -> !key(asked.key()).equals(key(given.key()));
            // a key is the same in any encoding
            case KEY_DIGEST -> !asked.key().equals(given.key());
            case USAGE -> !asked.extensions().usages().equals(given.extensions().usages());
            case EXTENDED_USAGE ->
                !asked.extensions().extendedUsages().equals(given.extensions().extendedUsages());
            case FILE, CA, FINGERPRINT -> false;
        };
    }

    private void issued(String label, String value) {
        row(label, List.of(), List.of(value), false);
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

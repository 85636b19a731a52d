package io.github.cucmcerts.inventory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.util.encoders.Hex;

/**
 * A distinguished name. Two are equal as RFC 5280, section 7.1, compares them: without regard to case and runs of blanks.
 */
public final class Name {
    private final Encoded encoded;
    private final String key;
    private final Optional<String> commonName;

    /**
     * @param encoded its DER
     */
    Name(Encoded encoded) {
        this.encoded = encoded;
        key = key(encoded.bytes());
        commonName = Arrays.stream(name().getRDNs(BCStyle.CN))
                .flatMap(rdn -> Arrays.stream(rdn.getTypesAndValues()))
                .filter(attribute -> attribute.getType().equals(BCStyle.CN))
                .map(attribute -> unescaped(value(attribute)))
                .reduce((one, last) -> last);
    }

    private static String key(byte[] der) {
        try {
            return new X500Principal(der).getName(X500Principal.CANONICAL);
        } catch (IllegalArgumentException e) {
            return "#" + Hex.toHexString(der);
        }
    }

    private X500Name name() {
        return X500Name.getInstance(encoded.bytes());
    }

    private static String value(AttributeTypeAndValue attribute) {
        return IETFUtils.valueToString(attribute.getValue());
    }

    private static String unescaped(String value) {
        return value.replaceAll("\\\\(.)", "$1");
    }

    /** The most specific common name. */
    public Optional<String> commonName() {
        return commonName;
    }

    /** The values by attribute type ({@code CN}, {@code OU}, an OID where it has no short name). */
    public Map<String, Set<String>> attributes() {
        Map<String, Set<String>> attributes = new TreeMap<>();
        for (RDN rdn : name().getRDNs()) {
            for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
                String symbol = BCStyle.INSTANCE.oidToDisplayName(attribute.getType());
                attributes
                        .computeIfAbsent(symbol == null ? attribute.getType().getId() : symbol, type -> new TreeSet<>())
                        .add(value(attribute));
            }
        }
        return attributes;
    }

    /** A value as names are compared: without regard to case and runs of blanks. */
    public static String folded(String value) {
        return value.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Whether it is the same bytes. */
    public boolean isWrittenAs(Name other) {
        return encoded.equals(other.encoded);
    }

    /** How many attributes it has. */
    public int size() {
        return name().getAttributeTypes().length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Name name && key.equals(name.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** As people read it: {@code C=MX,O=Example,CN=cucm-pub.example.com}. */
    @Override
    public String toString() {
        return name().toString();
    }
}

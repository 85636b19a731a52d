package io.github.cucmcerts.inventory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private final int size;

    /**
     * @param encoded its DER
     */
    public Name(Encoded encoded) {
        this.encoded = encoded;
        key = key(encoded.bytes());
        X500Name name = name();
        size = name.getAttributeTypes().length;
        commonName = Arrays.stream(name.getRDNs(BCStyle.CN))
                .flatMap(rdn -> Arrays.stream(rdn.getTypesAndValues()))
                .filter(attribute -> attribute.getType().equals(BCStyle.CN))
                .map(attribute -> unescaped(value(attribute)))
                .reduce((one, last) -> last);
    }

    private static String key(byte[] der) {
        try {
            return new X500Principal(der).getName(X500Principal.CANONICAL);
        } catch (RuntimeException e) {
            return "#" + Hex.toHexString(der);
        }
    }

    private X500Name name() {
        return X500Name.getInstance(encoded.bytes());
    }

    /**
     * As RFC 4514 writes it. Bytes that are no text of their type are written as its section 2.4 writes what is no text, in hex: a
     * sign in their place would make one of two different values.
     */
    private static String value(AttributeTypeAndValue attribute) {
        try {
            return IETFUtils.valueToString(attribute.getValue());
        } catch (RuntimeException e) {
            return "#" + Hex.toHexString(Encoded.der(attribute.getValue()));
        }
    }

    private static String type(AttributeTypeAndValue attribute) {
        String symbol = BCStyle.INSTANCE.oidToDisplayName(attribute.getType());
        return symbol == null ? attribute.getType().getId() : symbol;
    }

    /** As people read a name, whatever its values hold. */
    static String text(X500Name name) {
        return Arrays.stream(name.getRDNs())
                .map(rdn -> Arrays.stream(rdn.getTypesAndValues())
                        .map(attribute -> type(attribute) + "=" + value(attribute))
                        .collect(Collectors.joining("+")))
                .collect(Collectors.joining(","));
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
                attributes
                        .computeIfAbsent(type(attribute), type -> new TreeSet<>())
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
        return size;
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
        return text(name());
    }
}

package io.github.cucmcerts.inventory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encoding;
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
    private final String text;
    private final String key;
    private final Optional<String> commonName;
    private final Map<String, Set<String>> attributes;

    Name(X500Name name) {
        text = name.toString();
        key = key(name);
        List<String> commonNames = new ArrayList<>();
        attributes = new TreeMap<>();
        for (RDN rdn : name.getRDNs()) {
            for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
                String value = IETFUtils.valueToString(attribute.getValue());
                String symbol = BCStyle.INSTANCE.oidToDisplayName(attribute.getType());
                attributes
                        .computeIfAbsent(symbol == null ? attribute.getType().getId() : symbol, type -> new TreeSet<>())
                        .add(value);
                if (attribute.getType().equals(BCStyle.CN)) {
                    commonNames.add(unescaped(value));
                }
            }
        }
        commonName = commonNames.isEmpty() ? Optional.empty() : Optional.of(commonNames.get(commonNames.size() - 1));
    }

    private static String key(X500Name name) {
        try {
            byte[] der = name.getEncoded(ASN1Encoding.DER);
            try {
                return new X500Principal(der).getName(X500Principal.CANONICAL);
            } catch (IllegalArgumentException e) {
                return "#" + Hex.toHexString(der);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
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
        return attributes;
    }

    /** A value as names are compared: without regard to case and runs of blanks. */
    public static String folded(String value) {
        return value.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    public boolean isEmpty() {
        return attributes.isEmpty();
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
        return text;
    }
}

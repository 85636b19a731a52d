package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Encoded;
import io.github.cucmcerts.inventory.Name;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.util.encoders.Hex;

/** Decodes distinguished names. */
final class NameDecoder {
    private NameDecoder() {}

    /**
     * @param der the DER of a Name (RFC 5280, section 4.1.2.4)
     */
    static Name decode(Encoded der) {
        byte[] bytes = der.bytes();
        X500Name name = X500Name.getInstance(bytes);
        return new Name(text(name), id(bytes), commonName(name), name.getAttributeTypes().length);
    }

    /** The name as people read it, whatever its values contain. */
    static String text(X500Name name) {
        StringBuilder text = new StringBuilder();
        for (RDN rdn : name.getRDNs()) {
            String separator = text.isEmpty() ? "" : ",";
            for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
                text.append(separator).append(type(attribute)).append('=').append(value(attribute));
                separator = "+";
            }
        }
        return text.toString();
    }

    private static String id(byte[] der) {
        try {
            return new X500Principal(der).getName(X500Principal.CANONICAL);
        } catch (RuntimeException e) {
            return "#" + Hex.toHexString(der);
        }
    }

    /** The last common name, because names begin with the country. */
    private static Optional<String> commonName(X500Name name) {
        Optional<String> last = Optional.empty();
        for (RDN rdn : name.getRDNs()) {
            for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
                if (attribute.getType().equals(BCStyle.CN)) {
                    last = Optional.of(value(attribute).replaceAll("\\\\(.)", "$1"));
                }
            }
        }
        return last;
    }

    private static String type(AttributeTypeAndValue attribute) {
        String symbol = BCStyle.INSTANCE.oidToDisplayName(attribute.getType());
        return symbol == null ? attribute.getType().getId() : symbol;
    }

    /**
     * The value in RFC 4514 form. Bytes that are not text are written in hex, as in section 2.4: a replacement
     * character would make two different values look the same.
     */
    private static String value(AttributeTypeAndValue attribute) {
        try {
            return IETFUtils.valueToString(attribute.getValue());
        } catch (RuntimeException e) {
            return "#" + Hex.toHexString(Der.of(attribute.getValue()));
        }
    }
}

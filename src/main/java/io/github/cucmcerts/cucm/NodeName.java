package io.github.cucmcerts.cucm;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.util.IPAddress;

/** A host name or address of a cluster node. Case, one trailing dot, and the spelling of an address do not matter. */
public record NodeName(String value) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");
    private static final int LONGEST = 253;
    private static final String LABEL = "(?!-)[A-Za-z0-9-]{1,63}+(?<!-)";
    /** The last label is not a number: it would be an address. */
    private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)*+(?![0-9]+$)" + LABEL);

    public NodeName {
        value = value.strip();
        value = value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
    }

    /** Whether both name the same node: a name without a dot equals the first label of a name with dots. */
    public boolean sameAs(NodeName other) {
        String mine = key();
        String theirs = other.key();
        return mine.equals(theirs)
                || !isAddress()
                        && !other.isAddress()
                        && mine.contains(".") != theirs.contains(".")
                        && firstLabel(mine).equals(firstLabel(theirs));
    }

    /** Whether one of the others names the same node. */
    public boolean sameAsAny(Collection<NodeName> others) {
        for (NodeName other : others) {
            if (sameAs(other)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is an address and not a name. */
    public boolean isAddress() {
        // most names are none, so the pattern is seldom needed
        boolean mayBe = value.indexOf(':') >= 0 || !value.isEmpty() && value.charAt(0) <= '9';
        return mayBe && ADDRESS.matcher(value).matches();
    }

    /** Whether it is an address, or a name that DNS can have. */
    public boolean isHost() {
        return isAddress() ? IPAddress.isValid(value) : isDomain(value);
    }

    /** Whether the text is a DNS name in ASCII, without a wildcard. */
    public static boolean isDomain(String text) {
        return text.length() <= LONGEST && DOMAIN.matcher(text).matches();
    }

    /** Whether it is a name with a domain. */
    public boolean isFull() {
        return value.contains(".") && !isAddress();
    }

    private String key() {
        String folded = value.toLowerCase(Locale.ROOT);
        return folded.contains(":") ? address(folded) : folded;
    }

    /** The IPv6 address in one spelling, or the text if it is not one. It does no DNS lookup. */
    private static String address(String text) {
        // Bouncy Castle reads a single colon at an end as two.
        boolean cutOff = text.matches(":[^:].*|.*[^:]:|:");
        if (cutOff || !IPAddress.isValidIPv6(text)) {
            return text;
        }
        ASN1Encodable address = new GeneralName(GeneralName.iPAddress, text).getName();
        try {
            return InetAddress.getByAddress(ASN1OctetString.getInstance(address).getOctets())
                    .getHostAddress();
        } catch (UnknownHostException e) {
            return text; // neither 4 nor 16 bytes
        }
    }

    /** The first label of a name, or the address: equal for two names of the same node. */
    public String label() {
        return isAddress() ? key() : firstLabel(key());
    }

    private static String firstLabel(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NodeName name && key().equals(name.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.github.cucmcerts.cucm;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.util.IPAddress;

/** A host name or address of a cluster node. Case does not matter, nor does one trailing dot, nor how an address is written. */
public record NodeName(String value) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    public NodeName {
        value = value.strip();
        value = value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
    }

    /** Whether both name one node: a name without a dot equals the first label of one with dots. */
    public boolean sameAs(NodeName other) {
        String mine = key();
        String theirs = other.key();
        return mine.equals(theirs)
                || !isAddress()
                        && !other.isAddress()
                        && mine.contains(".") != theirs.contains(".")
                        && firstLabel(mine).equals(firstLabel(theirs));
    }

    /** Whether it is an address, not a name. */
    public boolean isAddress() {
        return ADDRESS.matcher(value).matches();
    }

    /** Whether it is a name with its domain. */
    public boolean isFull() {
        return value.contains(".") && !isAddress();
    }

    private String key() {
        String folded = value.toLowerCase(Locale.ROOT);
        return folded.contains(":") ? address(folded) : folded;
    }

    /** The IPv6 address in one spelling, or the text where it is none. Nothing is looked up. */
    private static String address(String text) {
        // Bouncy Castle takes one colon at an end for two
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

    /** The first label of a name, or the address: two that name one node have the same. */
    public String label() {
        return isAddress() ? key() : firstLabel(key());
    }

    private static String firstLabel(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.SanEntry;
import io.github.cucmcerts.inventory.SanEntry.Kind;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.util.encoders.Hex;

/**
 * Decodes each subject alternative name separately: the library gives up on all of them if it does not know the kind of
 * one.
 */
final class SanDecoder {
    private SanDecoder() {}

    static List<SanEntry> decode(Extension extension) {
        List<SanEntry> entries = new ArrayList<>();
        try {
            for (ASN1Encodable element : ASN1Sequence.getInstance(extension.getParsedValue())) {
                entries.add(entry(element));
            }
        } catch (RuntimeException e) {
            entries.add(undecoded(extension.getExtnValue()));
        }
        return List.copyOf(entries);
    }

    /** Decodes by the tag of the GeneralName (RFC 5280, section 4.2.1.6). */
    private static SanEntry entry(ASN1Encodable element) {
        try {
            ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(element);
            return switch (tagged.getTagNo()) {
                case 1 -> exact(Kind.EMAIL, text(tagged));
                case 2 -> dns(text(tagged));
                case 4 -> exact(Kind.DIRECTORY, NameDecoder.text(X500Name.getInstance(tagged, true)));
                case 6 -> exact(Kind.URI, text(tagged));
                case 7 -> ip(ASN1OctetString.getInstance(tagged, false).getOctets());
                case 8 ->
                    exact(
                            Kind.REGISTERED_ID,
                            ASN1ObjectIdentifier.getInstance(tagged, false).getId());
                default -> exact(Kind.OTHER, hex(element));
            };
        } catch (RuntimeException e) {
            return undecoded(element);
        }
    }

    private static String text(ASN1TaggedObject tagged) {
        return ASN1IA5String.getInstance(tagged, false).getString();
    }

    private static SanEntry dns(String name) {
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return new SanEntry(Kind.DNS, name, "DNS:" + plain.toLowerCase(Locale.ROOT));
    }

    private static SanEntry ip(byte[] address) {
        String hex = Hex.toHexString(address);
        try {
            return new SanEntry(Kind.IP, address(address), "IP:" + hex);
        } catch (UnknownHostException e) { // neither 4 bytes nor 16
            return new SanEntry(Kind.IP, "#" + hex, "IP:" + hex);
        }
    }

    /** 16 bytes are always written as IPv6: an IPv4-mapped address is a different entry than the IPv4 address. */
    private static String address(byte[] address) throws UnknownHostException {
        if (address.length != 16) {
            return InetAddress.getByAddress(address).getHostAddress();
        }
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < address.length; i += 2) {
            groups.add(Integer.toHexString((address[i] & 0xff) << 8 | address[i + 1] & 0xff));
        }
        return String.join(":", groups);
    }

    private static SanEntry undecoded(ASN1Encodable element) {
        return exact(Kind.UNDECODED, hex(element));
    }

    private static SanEntry exact(Kind kind, String value) {
        return new SanEntry(kind, value, kind.label() + ":" + value);
    }

    private static String hex(ASN1Encodable element) {
        return "#" + Hex.toHexString(Der.of(element));
    }
}

package io.github.cucmcerts.inventory;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.util.encoders.Hex;

/**
 * An entry of the subject alternative name (RFC 5280, section 4.2.1.6), of any GeneralName kind.
 *
 * @param value the name as it stands there
 * @param key what makes two entries equal: DNS without regard to case and one trailing dot, IP by value
 */
public record SanEntry(Kind kind, String value, String key) {
    /** Possessive, so that no number of labels exhausts the stack. */
    private static final Pattern LABELS =
            Pattern.compile("(?:\\*\\.)?+[A-Za-z0-9_-]{1,63}+(?:\\.[A-Za-z0-9_-]{1,63}+)*+\\.?+");

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}\\.?");
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]++");

    /** The kinds, spelt as openssl does. */
    public enum Kind {
        DNS("DNS"),
        IP("IP"),
        EMAIL("email"),
        URI("URI"),
        DIRECTORY("dirName"),
        REGISTERED_ID("RID"),
        OTHER("otherName"),
        UNDECODED("undecoded");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    static SanEntry of(ASN1Encodable element) throws IOException {
        try {
            ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(element);
            return switch (tagged.getTagNo()) {
                case 1 ->
                    exact(Kind.EMAIL, ASN1IA5String.getInstance(tagged, false).getString());
                case 2 -> dns(ASN1IA5String.getInstance(tagged, false).getString());
                case 4 -> directory(X500Name.getInstance(tagged, true));
                case 6 ->
                    exact(Kind.URI, ASN1IA5String.getInstance(tagged, false).getString());
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

    static SanEntry dns(String name) {
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return new SanEntry(Kind.DNS, name, "DNS:" + plain.toLowerCase(Locale.ROOT));
    }

    private static SanEntry ip(byte[] address) throws IOException {
        String hex = Hex.toHexString(address);
        boolean known = address.length == 4 || address.length == 16;
        return new SanEntry(
                Kind.IP, known ? InetAddress.getByAddress(address).getHostAddress() : "#" + hex, "IP:" + hex);
    }

    private static SanEntry directory(X500Name name) {
        return exact(Kind.DIRECTORY, Name.text(name));
    }

    private static SanEntry exact(Kind kind, String value) {
        return new SanEntry(kind, value, kind.label + ":" + value);
    }

    static SanEntry undecoded(ASN1Encodable element) throws IOException {
        return exact(Kind.UNDECODED, hex(element));
    }

    private static String hex(ASN1Encodable element) throws IOException {
        return "#" + Hex.toHexString(element.toASN1Primitive().getEncoded(ASN1Encoding.DER));
    }

    public boolean isWildcard() {
        return kind == Kind.DNS && value.indexOf('*') >= 0;
    }

    /** Whether it is no name of its kind: blank, a URL or an address as DNS name, characters outside ASCII. */
    public boolean isMalformed() {
        return switch (kind) {
            case DNS -> !LABELS.matcher(value).matches() || IPV4.matcher(value).matches();
            case IP -> value.startsWith("#");
            case EMAIL -> !VISIBLE.matcher(value).matches() || !isAddress(value);
            case URI -> !value.matches("[A-Za-z][A-Za-z0-9+.-]*+:[\\x21-\\x7e]++");
            case UNDECODED -> true;
            default -> false;
        };
    }

    /** Whether an at sign has something before and behind it. */
    private static boolean isAddress(String email) {
        int at = email.indexOf('@', 1);
        return at > 0 && at < email.length() - 1;
    }

    /** The host name or address that the entry names; nothing where it is of another kind. */
    public Optional<String> host() {
        return kind == Kind.DNS || kind == Kind.IP ? Optional.of(value) : Optional.empty();
    }

    @Override
    public String toString() {
        return kind.label + ":" + value;
    }
}

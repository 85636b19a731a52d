package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.SanEntry.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.util.encoders.Hex;

/**
 * The kinds of names that RFC 5280, section 4.2.1.10, compares with name constraints. A name is a list of parts, from
 * the general to the special, so that a constraint is the beginning of the names within it: a host name's labels from
 * the last to the first, a mailbox's local part after the labels of its host, an address's bits, a directory name's
 * RDNs. A name that cannot be read throws an IllegalArgumentException.
 */
enum NameForm {
    EMAIL(1, Kind.EMAIL) {
        /** Section 7.5: the local part compares exactly, the host ignores case. */
        @Override
        List<String> parts(ASN1TaggedObject name) {
            return mailbox(ia5(name));
        }

        /** A mailbox; a host, for the mailboxes on it; or a domain after a period, for the mailboxes on its hosts. */
        @Override
        Subtree subtree(ASN1TaggedObject base) {
            String text = ia5(base);
            return text.contains("@") ? new Subtree(mailbox(text), 0, 0) : hosts(text, 1, 1);
        }
    },
    DNS(2, Kind.DNS) {
        @Override
        List<String> parts(ASN1TaggedObject name) {
            return labels(ia5(name));
        }

        /**
         * The name itself and all names with labels added to its left; an empty constraint means every name. A leading
         * period is common, although the RFC does not define it; then at least one label must be added.
         */
        @Override
        Subtree subtree(ASN1TaggedObject base) {
            String text = ia5(base);
            return text.isEmpty() ? new Subtree(List.of(), 0, Integer.MAX_VALUE) : hosts(text, 0, Integer.MAX_VALUE);
        }
    },
    DIRECTORY(4, Kind.DIRECTORY) {
        @Override
        List<String> parts(ASN1TaggedObject name) {
            return rdns(X500Name.getInstance(name, true));
        }

        @Override
        Subtree subtree(ASN1TaggedObject base) {
            return new Subtree(parts(base), 0, Integer.MAX_VALUE);
        }
    },
    URI(6, Kind.URI) {
        /** Only a URI with a fully qualified host name can be compared; any other is rejected. */
        @Override
        List<String> parts(ASN1TaggedObject name) {
            Matcher uri = AUTHORITY.matcher(ia5(name));
            require(uri.lookingAt());
            List<String> host = host(uri.group("host"));
            require(host.size() > 1 && !NUMBER.matcher(host.get(0)).matches());
            return host;
        }

        /** A host, or a domain after a period, for the hosts in it. */
        @Override
        Subtree subtree(ASN1TaggedObject base) {
            return hosts(ia5(base), 0, 0);
        }
    },
    IP(7, Kind.IP) {
        @Override
        List<String> parts(ASN1TaggedObject name) {
            return bits(octets(name));
        }

        /** An address and a mask as in RFC 4632: ones, then zeros. */
        @Override
        Subtree subtree(ASN1TaggedObject base) {
            byte[] range = octets(base);
            List<String> address = bits(Arrays.copyOf(range, range.length / 2));
            List<String> mask = bits(Arrays.copyOfRange(range, range.length / 2, range.length));
            int length = mask.contains("0") ? mask.indexOf("0") : mask.size();
            require(mask.lastIndexOf("1") < length);
            return new Subtree(address.subList(0, length), 0, Integer.MAX_VALUE);
        }
    };

    /**
     * The names within a constraint: they begin with its parts.
     *
     * @param least the minimum number of additional parts
     * @param most the maximum number of additional parts
     */
    record Subtree(List<String> base, int least, int most) {
        boolean allows(int further) {
            return further >= least && further <= most;
        }
    }

    private static final Pattern LABEL = Pattern.compile("[a-z0-9_*-]+");
    private static final Pattern LOCAL_PART = Pattern.compile("[^@\"\\s\\p{Cntrl}]+");
    /** If the end of a host name begins like a number, it is an IP address. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    /** RFC 3986, section 3.2. */
    private static final Pattern AUTHORITY = Pattern.compile(
            "[A-Za-z][A-Za-z0-9+.-]*+://(?:[^/?#@]*+@)?(?<host>[A-Za-z0-9_.-]++)(?::[0-9]*+)?(?:[/?#]|$)");

    private final int tag;
    private final Kind kind;

    NameForm(int tag, Kind kind) {
        this.tag = tag;
        this.kind = kind;
    }

    abstract List<String> parts(ASN1TaggedObject name);

    abstract Subtree subtree(ASN1TaggedObject base);

    /** The form of a GeneralName (RFC 5280, section 4.2.1.6); empty if the RFC does not define its comparison. */
    static Optional<NameForm> of(ASN1TaggedObject name) {
        return Arrays.stream(values())
                .filter(form -> form.tag == name.getTagNo())
                .findFirst();
    }

    /** The name in openssl's spelling. */
    String label() {
        return kind.label();
    }

    /** A constraint as people read it; in hex if it cannot be read. */
    static String text(ASN1TaggedObject base) {
        Optional<NameForm> form = of(base);
        if (form.isEmpty()) {
            return hex(base);
        }
        try {
            return form.get().label()
                    + ":"
                    + switch (form.get()) {
                        case EMAIL, DNS, URI -> ia5(base);
                        case DIRECTORY -> X500Name.getInstance(base, true);
                        case IP -> range(octets(base), IP.subtree(base).base().size() - 1);
                    };
        } catch (RuntimeException e) {
            return hex(base);
        }
    }

    private static String hex(ASN1TaggedObject base) {
        try {
            return "#" + Hex.toHexString(base.getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the form of RFC 4632 and RFC 5952, without leaving out zeros. */
    private static String range(byte[] addressAndMask, int length) {
        List<String> groups = new ArrayList<>();
        boolean isV4 = addressAndMask.length == 8;
        for (int i = 0; i < addressAndMask.length / 2; i += isV4 ? 1 : 2) {
            int octet = addressAndMask[i] & 0xff;
            groups.add(isV4 ? String.valueOf(octet) : Integer.toHexString(octet << 8 | addressAndMask[i + 1] & 0xff));
        }
        return String.join(isV4 ? "." : ":", groups) + "/" + length;
    }

    /** The labels of a host name or a wildcard, from the last to the first. */
    private static List<String> labels(String name) {
        List<String> labels = Arrays.asList(name.toLowerCase(Locale.ROOT).split("\\.", -1));
        require(labels.stream().allMatch(label -> LABEL.matcher(label).matches()));
        Collections.reverse(labels);
        return labels;
    }

    /**
     * A host with a number of additional parts; or, after a period, the hosts below a domain, which have at least one
     * more label.
     */
    private static Subtree hosts(String text, int least, int most) {
        return text.startsWith(".")
                ? new Subtree(host(text.substring(1)), least + 1, Integer.MAX_VALUE)
                : new Subtree(host(text), least, most);
    }

    private static List<String> host(String name) {
        require(!name.contains("*"));
        return labels(name);
    }

    /** The parts of a mailbox; a mailbox with a quoted local part is not compared. */
    static List<String> mailbox(String mailbox) {
        int at = mailbox.indexOf('@');
        require(at > 0 && LOCAL_PART.matcher(mailbox.substring(0, at)).matches());
        List<String> parts = new ArrayList<>(host(mailbox.substring(at + 1)));
        parts.add(mailbox.substring(0, at) + "@");
        return parts;
    }

    /**
     * The RDNs of a directory name; case, repeated spaces, and the kinds of strings do not matter (RFC 5280, section
     * 7.1).
     */
    static List<String> rdns(X500Name name) {
        List<String> parts = new ArrayList<>();
        for (RDN rdn : name.getRDNs()) {
            List<String> attributes = new ArrayList<>();
            for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
                String value =
                        Normalizer.normalize(IETFUtils.canonicalString(attribute.getValue()), Normalizer.Form.NFKC);
                // With its length, so that no value can look like two attributes.
                attributes.add(attribute.getType() + "=" + value.length() + ":" + value.toLowerCase(Locale.ROOT));
            }
            Collections.sort(attributes);
            parts.add(String.join("+", attributes));
        }
        return parts;
    }

    /** The bits of an address after its version, which keeps IPv4 and IPv6 addresses apart. */
    private static List<String> bits(byte[] address) {
        require(address.length == 4 || address.length == 16);
        List<String> bits = new ArrayList<>(List.of(address.length == 4 ? "IPv4" : "IPv6"));
        for (int bit = 0; bit < address.length * 8; bit++) {
            bits.add((address[bit / 8] & 0x80 >> bit % 8) == 0 ? "0" : "1");
        }
        return bits;
    }

    private static String ia5(ASN1TaggedObject name) {
        return ASN1IA5String.getInstance(name, false).getString();
    }

    private static byte[] octets(ASN1TaggedObject name) {
        return ASN1OctetString.getInstance(name, false).getOctets();
    }

    private static void require(boolean isReadable) {
        if (!isReadable) {
            throw new IllegalArgumentException();
        }
    }
}

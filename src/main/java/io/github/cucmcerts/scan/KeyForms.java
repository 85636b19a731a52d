package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.PrivateKey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes private keys that are neither PEM nor DER by their typical marks, at the beginning of a file. */
final class KeyForms {
    private static final String BASE64 = "[A-Za-z0-9+/_-]{20}";
    /** PuTTY's own form; PuTTY writes public keys as in RFC 4716. */
    private static final Pattern PUTTY = Pattern.compile("^Private-Lines: \\d++\\s++" + BASE64, Pattern.MULTILINE);
    /** The form of ssh.com; a public key has PUBLIC KEY instead (RFC 4716). */
    private static final Pattern SSH2 = Pattern.compile("---- BEGIN SSH2 [A-Z ]*+(?<=PRIVATE KEY )----");
    /** .NET's XML; a public RSAKeyValue (XML Signature, section 4.5.2.2) has no D. */
    private static final Pattern XML = Pattern.compile("<D>\\s*+" + BASE64);

    /**
     * What matters in JSON: the type of a JWK; its secret (RFC 7518, sections 6.2.2 and 6.3.2; post-quantum keys have
     * {@code priv}); other values, which may contain braces; and where objects begin and end.
     */
    private static final Pattern JSON = Pattern.compile("(?<type>\"kty\"\\s*+:)|(?<secret>\"(?:d|priv)\"\\s*+:\\s*+\""
            + BASE64 + ")|:\\s*+\"(?:[^\"\\\\\\r\\n]++|\\\\.)*+\"|(?<begin>\\{)|(?<end>\\})");

    /** RFC 9580, section 5: Secret-Key, Secret-Subkey. */
    private static final Set<Integer> PGP_SECRET = Set.of(5, 7);

    private static final Set<Integer> PGP_ALGORITHMS = Set.of(1, 2, 3, 16, 17, 18, 19, 20, 22, 25, 26, 27, 28);
    private static final int PGP_LONGEST_HEADER = 17;

    private final String text;
    private final String path;
    private final List<PrivateKey> keys = new ArrayList<>();

    private KeyForms(String text, String path) {
        this.text = text;
        this.path = path;
    }

    /**
     * The private keys in a text.
     *
     * @param index the index of the first key among the file's objects
     */
    static List<PrivateKey> in(String text, String path, int index) {
        KeyForms forms = new KeyForms(text, path);
        forms.find("PuTTY", "Private-Lines:", PUTTY, index);
        forms.find("SSH2", "BEGIN SSH2", SSH2, index);
        forms.find("XML", "<RSAKeyValue>", XML, index);
        forms.findJwk(index);
        return forms.keys;
    }

    /**
     * @param sign a text without it contains no such key; most texts have none
     */
    private void find(String form, String sign, Pattern mark, int index) {
        if (!text.contains(sign)) {
            return;
        }
        Lines lines = new Lines(text);
        mark.matcher(text)
                .results()
                .map(MatchResult::start)
                .map(start -> new Origin(path, index + keys.size(), lines.of(start), 0, false))
                .forEach(origin -> keys.add(new PrivateKey(origin, form, Optional.empty())));
    }

    /** Finds objects that have both a type and a secret, at any depth. */
    private void findJwk(int index) {
        if (!text.contains("\"kty\"")) {
            return;
        }
        Lines lines = new Lines(text);
        BitSet haveType = new BitSet();
        BitSet haveSecret = new BitSet();
        int depth = 0;
        for (Matcher json = JSON.matcher(text); json.find(); ) {
            if (json.group("begin") != null) {
                depth++;
                haveType.clear(depth);
                haveSecret.clear(depth);
            } else if (json.group("end") != null) {
                depth = Math.max(0, depth - 1);
            } else if (json.group("type") != null) {
                haveType.set(depth);
            } else if (json.group("secret") != null) {
                haveSecret.set(depth);
            }
            if (haveType.get(depth) && haveSecret.get(depth)) {
                Origin origin = new Origin(path, index + keys.size(), lines.of(json.start()), 0, false);
                keys.add(new PrivateKey(origin, "JWK", Optional.empty()));
                haveSecret.clear(depth);
            }
        }
    }

    private static int pgpLengthBytes(int first) {
        if (first == 255) {
            return 5;
        }
        return first < 192 ? 1 : 2;
    }

    /** Whether it begins like a secret PGP key in binary form (RFC 9580, sections 4.2 and 5.5.2). */
    static boolean isPgp(byte[] head) {
        if (head.length < PGP_LONGEST_HEADER || head[0] >= 0) {
            return false;
        }
        boolean current = (head[0] & 0x40) != 0;
        int tag = current ? head[0] & 0x3f : head[0] >> 2 & 0xf;
        int lengthBytes = current ? pgpLengthBytes(head[1] & 0xff) : 1 << (head[0] & 3);
        int version = head[1 + lengthBytes];
        int algorithm = head[1 + lengthBytes + (version == 3 ? 7 : 5)];
        return PGP_SECRET.contains(tag) && version >= 3 && version <= 6 && PGP_ALGORITHMS.contains(algorithm);
    }
}

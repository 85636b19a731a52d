package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.PrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;

/** Finds private keys in DER that follow other bytes. */
final class BuriedKeys {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 2;
    /** The DER of 1.2.840.113549.1, with which the RSA object identifiers begin. */
    private static final byte[] RSA = {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1};
    /** The most bytes to decode in one file, so that a file full of bytes that look like keys does not take forever. */
    private static final long MAX_DECODED = 16 << 20;

    private BuriedKeys() {}

    /**
     * @param from where to begin
     * @param index the index of the first key among the file's objects
     */
    static List<PrivateKey> in(byte[] bytes, int from, String path, int index) {
        List<PrivateKey> keys = new ArrayList<>();
        long decoded = 0;
        for (int at = from; at + 8 < bytes.length && decoded < MAX_DECODED; at++) {
            int end = bytes[at] == SEQUENCE ? end(bytes, at) : -1;
            if (end < 0 || !beginsAsKey(bytes, content(bytes, at))) {
                continue;
            }
            decoded += end - at;
            Origin origin = new Origin(path, index + keys.size(), 0, at, false);
            PrivateKey key = key(Arrays.copyOfRange(bytes, at, end), origin);
            if (key != null) {
                keys.add(key);
                at = end - 1;
            }
        }
        return keys;
    }

    /** Where the content of an element begins. */
    private static int content(byte[] bytes, int at) {
        return at + 2 + (bytes[at + 1] < 0 ? bytes[at + 1] & 0x7f : 0);
    }

    /** Where the element ends; -1 if its length is not in DER, or exceeds the bytes. */
    private static int end(byte[] bytes, int at) {
        int content = content(bytes, at);
        if (bytes[at + 1] >= 0) {
            return content + bytes[at + 1] <= bytes.length ? content + bytes[at + 1] : -1;
        }
        int octets = bytes[at + 1] & 0x7f;
        if (octets < 1 || octets > 3 || content >= bytes.length) {
            return -1;
        }
        int length = 0;
        for (int i = at + 2; i < content; i++) {
            length = length << 8 | bytes[i] & 0xff;
        }
        return content + length <= bytes.length ? content + length : -1;
    }

    /** Either the version, 0 or 1, or an RSA object identifier for the encryption of the key. */
    private static boolean beginsAsKey(byte[] bytes, int at) {
        if (at + 2 >= bytes.length) {
            return false;
        }
        if (bytes[at] == INTEGER) {
            return bytes[at + 1] == 1 && (bytes[at + 2] & 0xfe) == 0;
        }
        int name = content(bytes, at) + 2;
        return bytes[at] == SEQUENCE
                && name + RSA.length <= bytes.length
                && Arrays.equals(bytes, name, name + RSA.length, RSA, 0, RSA.length);
    }

    /** The key, or null; also null if it might be something else and nothing can settle it. */
    private static PrivateKey key(byte[] der, Origin origin) {
        try {
            ASN1Sequence sequence = ASN1Sequence.getInstance(der);
            PrivateKey key = sequence.size() < 2 ? null : PrivateKeys.of(sequence, origin);
            if (key == null) {
                return null;
            }
            boolean sure = switch (key.form()) {
                case "SEC1" -> key.publicKey().isPresent();
                case "PKCS#8" ->
                    ASN1Sequence.getInstance(sequence.getObjectAt(1)).getObjectAt(0) instanceof ASN1ObjectIdentifier;
                default -> true;
            };
            return sure ? key : null;
        } catch (RuntimeException | StackOverflowError e) {
            return null;
        }
    }
}

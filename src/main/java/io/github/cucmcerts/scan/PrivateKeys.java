package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Encoded;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.PrivateKey;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Recognizes private keys by their ASN.1 and finds their public half, so that a report can name the owner. */
final class PrivateKeys {
    private PrivateKeys() {}

    /** The private key that the sequence is, or null if it is none. */
    static PrivateKey of(ASN1Sequence sequence, Origin origin) {
        if (DerDecoder.isEncryptedKey(sequence)) {
            return new PrivateKey(origin, "encrypted PKCS#8", Optional.empty());
        }
        if (!(sequence.getObjectAt(0) instanceof ASN1Integer version)
                || version.getValue().bitLength() > 1) {
            return null;
        }
        int integers = 0;
        while (integers < sequence.size() && sequence.getObjectAt(integers) instanceof ASN1Integer) {
            integers++;
        }
        // A key with more than two primes has a list of them after the numbers (RFC 8017, appendix A.1.2).
        if (integers == 9 && sequence.size() <= 10) {
            return new PrivateKey(origin, "PKCS#1", rsa(sequence));
        }
        if (integers == sequence.size()) {
            return integers == 6 ? new PrivateKey(origin, "DSA", Optional.empty()) : null;
        }
        if (sequence.size() >= 3
                && sequence.getObjectAt(1) instanceof ASN1Sequence
                && sequence.getObjectAt(2) instanceof ASN1OctetString) {
            return new PrivateKey(origin, "PKCS#8", pkcs8(sequence));
        }
        if (sequence.size() >= 2 && sequence.getObjectAt(1) instanceof ASN1OctetString) {
            return new PrivateKey(origin, "SEC1", sec1(sequence));
        }
        return null;
    }

    private static Optional<SubjectPublicKey> pkcs8(ASN1Sequence sequence) {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(sequence);
            ASN1ObjectIdentifier algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
            if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
                return rsa(ASN1Sequence.getInstance(info.parsePrivateKey()));
            }
            if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)
                    && info.getPrivateKeyAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve) {
                return ec(curve, ECPrivateKey.getInstance(info.parsePrivateKey()));
            }
        } catch (IOException | RuntimeException e) {
            // It is a private key, even if its owner stays unknown.
        }
        return Optional.empty();
    }

    private static Optional<SubjectPublicKey> rsa(ASN1Sequence sequence) {
        try {
            RSAPrivateKey key = RSAPrivateKey.getInstance(sequence);
            return Optional.of(idOnly("RSA", KeyDecoder.rsaId(key.getModulus(), key.getPublicExponent())));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<SubjectPublicKey> sec1(ASN1Sequence sequence) {
        try {
            ECPrivateKey key = ECPrivateKey.getInstance(sequence);
            return key.getParametersObject() instanceof ASN1ObjectIdentifier curve ? ec(curve, key) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<SubjectPublicKey> ec(ASN1ObjectIdentifier curve, ECPrivateKey key) {
        byte[] point = key.getPublicKey() == null
                ? point(curve, key.getKey())
                : key.getPublicKey().getOctets();
        return Optional.of(idOnly("EC", KeyDecoder.ecId(curve, point)));
    }

    private static byte[] point(ASN1ObjectIdentifier curve, BigInteger secret) {
        X9ECParameters parameters = ECNamedCurveTable.getByOID(curve);
        // Without mod, multiplication by a number of a megabyte would take minutes.
        return parameters.getG().multiply(secret.mod(parameters.getN())).getEncoded(false);
    }

    /** Without the bytes: if something only looks like a key, any of its numbers may be the secret one. */
    private static SubjectPublicKey idOnly(String type, String id) {
        Encoded nothing = new Encoded(new byte[0]);
        return new SubjectPublicKey(
                id, nothing, type, OptionalInt.empty(), Optional.empty(), false, OptionalDouble.empty());
    }
}

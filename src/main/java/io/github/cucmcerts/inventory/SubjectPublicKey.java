package io.github.cucmcerts.inventory;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTNamedCurves;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;

/**
 * A public key, compared by meaning: RSA parameters absent or NULL, an EC point compressed or not, are one key.
 *
 * @param id what makes two keys one; not for people
 * @param encoded the SubjectPublicKeyInfo as it stands in the file
 */
public record SubjectPublicKey(String id, Encoded encoded) {
    /**
     * Decodes a key.
     *
     * @param encoded the DER of a SubjectPublicKeyInfo
     */
    public static SubjectPublicKey of(Encoded encoded) {
        return new SubjectPublicKey(id(SubjectPublicKeyInfo.getInstance(encoded.bytes()), encoded), encoded);
    }

    private static String id(SubjectPublicKeyInfo info, Encoded encoded) {
        ASN1ObjectIdentifier algorithm = info.getAlgorithm().getAlgorithm();
        try {
            if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
                RSAPublicKey rsa = RSAPublicKey.getInstance(info.parsePublicKey());
                return rsaId(rsa.getModulus(), rsa.getPublicExponent());
            }
            if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)
                    && info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve) {
                return ecId(curve, info.getPublicKeyData().getOctets());
            }
        } catch (IOException | RuntimeException e) {
            // a key that its algorithm can't read is still one key: the same bytes
        }
        return encoded.sha256();
    }

    /** Hashed: numbers of a megabyte would be written for minutes, and kept for each signature that is verified. */
    public static String rsaId(BigInteger modulus, BigInteger exponent) {
        return "RSA " + Encoded.sha256(modulus.toByteArray()) + " " + Encoded.sha256(exponent.toByteArray());
    }

    public static String ecId(ASN1ObjectIdentifier curve, byte[] point) {
        byte[] plain = point;
        if (point.length > 0 && (point[0] == 2 || point[0] == 3)) {
            X9ECParameters parameters = ECNamedCurveTable.getByOID(curve);
            plain = parameters.getCurve().decodePoint(point).getEncoded(false);
        }
        return "EC " + curve.getId() + " " + new Encoded(plain).sha256();
    }

    /** The kind of key: {@code RSA}, {@code EC}, or whatever name or object identifier the algorithm has. */
    public String type() {
        ASN1ObjectIdentifier algorithm = info().getAlgorithm().getAlgorithm();
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return "RSA";
        }
        return algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)
                ? "EC"
                : new DefaultAlgorithmNameFinder().getAlgorithmName(algorithm);
    }

    /** The size of an RSA key's modulus in bits; nothing for any other key, or where it can't be decoded. */
    public OptionalInt rsaBits() {
        if (!type().equals("RSA")) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(RSAPublicKey.getInstance(info().parsePublicKey())
                    .getModulus()
                    .bitLength());
        } catch (IOException | RuntimeException e) {
            return OptionalInt.empty();
        }
    }

    /** The curve of an EC key: {@code P-384}, another name where NIST has none, or its object identifier. */
    public Optional<String> curve() {
        if (!type().equals("EC") || !(info().getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve)) {
            return Optional.empty();
        }
        return Stream.of(NISTNamedCurves.getName(curve), ECNamedCurveTable.getName(curve), curve.getId())
                .filter(Objects::nonNull)
                .findFirst();
    }

    private SubjectPublicKeyInfo info() {
        return SubjectPublicKeyInfo.getInstance(encoded.bytes());
    }

    /** A DSA key whose parameters are those of its issuer (RFC 3279, section 2.3.2). */
    public boolean inheritsParameters() {
        return info().getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_dsa)
                && info().getAlgorithm().getParameters() == null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubjectPublicKey key && id.equals(key.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** SHA-256 of the SubjectPublicKeyInfo in hex, as {@code openssl pkey -pubin -outform DER | sha256sum} prints it. */
    public String sha256() {
        return encoded.sha256();
    }
}

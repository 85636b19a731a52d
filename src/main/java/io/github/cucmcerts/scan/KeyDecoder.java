package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Encoded;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTNamedCurves;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;

/** Decodes public keys. If the algorithm cannot decode a key, its bytes identify it. */
final class KeyDecoder {
    private static final String RSA = "RSA";
    private static final String EC = "EC";

    private KeyDecoder() {}

    /**
     * @param encoded the DER of a SubjectPublicKeyInfo
     */
    static SubjectPublicKey decode(Encoded encoded) {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(encoded.bytes());
        OptionalDouble cost = KeyLimits.cost(info, encoded.size());
        String type = type(info.getAlgorithm().getAlgorithm());
        return switch (type) {
            case RSA -> rsa(info, encoded, cost);
            case EC -> ec(info, encoded, cost);
            default ->
                new SubjectPublicKey(
                        encoded.sha256(),
                        encoded,
                        type,
                        OptionalInt.empty(),
                        Optional.empty(),
                        inheritsParameters(info.getAlgorithm()),
                        cost);
        };
    }

    private static String type(ASN1ObjectIdentifier algorithm) {
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return RSA;
        }
        return algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)
                ? EC
                : new DefaultAlgorithmNameFinder().getAlgorithmName(algorithm);
    }

    private static boolean inheritsParameters(AlgorithmIdentifier algorithm) {
        return algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_dsa) && algorithm.getParameters() == null;
    }

    private static SubjectPublicKey rsa(SubjectPublicKeyInfo info, Encoded encoded, OptionalDouble cost) {
        OptionalInt bits = OptionalInt.empty();
        try {
            RSAPublicKey key = RSAPublicKey.getInstance(info.parsePublicKey());
            bits = OptionalInt.of(key.getModulus().bitLength());
            // X.509 has another object identifier for the same name.
            if (info.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
                String id = rsaId(key.getModulus(), key.getPublicExponent());
                return new SubjectPublicKey(id, encoded, RSA, bits, Optional.empty(), false, cost);
            }
        } catch (IOException | RuntimeException e) {
            // Its bytes identify it.
        }
        return new SubjectPublicKey(encoded.sha256(), encoded, RSA, bits, Optional.empty(), false, cost);
    }

    private static SubjectPublicKey ec(SubjectPublicKeyInfo info, Encoded encoded, OptionalDouble cost) {
        Optional<String> name = Optional.empty();
        if (info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve) {
            name = Optional.of(curveName(curve));
            try {
                String id = ecId(curve, info.getPublicKeyData().getOctets());
                return new SubjectPublicKey(id, encoded, EC, OptionalInt.empty(), name, false, cost);
            } catch (RuntimeException e) {
                // Its bytes identify it.
            }
        }
        return new SubjectPublicKey(encoded.sha256(), encoded, EC, OptionalInt.empty(), name, false, cost);
    }

    private static String curveName(ASN1ObjectIdentifier curve) {
        String name = NISTNamedCurves.getName(curve);
        if (name == null) {
            name = ECNamedCurveTable.getName(curve);
        }
        return name == null ? curve.getId() : name;
    }

    /** Hashed: writing out a number of a megabyte would last minutes, and it would be kept for each verified signature. */
    static String rsaId(BigInteger modulus, BigInteger exponent) {
        return "RSA " + sha256(Der.of(new RSAPublicKey(modulus, exponent)));
    }

    /**
     * @throws RuntimeException if a compressed point is not on the curve, or the curve is unknown
     */
    static String ecId(ASN1ObjectIdentifier curve, byte[] point) {
        byte[] plain = point;
        if (point.length > 0 && (point[0] == 2 || point[0] == 3)) {
            plain = ECNamedCurveTable.getByOID(curve)
                    .getCurve()
                    .decodePoint(point)
                    .getEncoded(false);
        }
        return "EC " + curve.getId() + " " + sha256(plain);
    }

    private static String sha256(byte[] bytes) {
        return new Encoded(bytes).sha256();
    }
}

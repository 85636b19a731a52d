package io.github.cucmcerts.scan;

import java.io.IOException;
import java.util.OptionalDouble;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jcajce.provider.asymmetric.dsa.DSAUtil;
import org.bouncycastle.jcajce.provider.asymmetric.rsa.RSAUtil;

/**
 * Limits the keys with which signatures are verified: one multiplication with a specially made key can take minutes.
 * The sizes are OpenSSL's limits (rsa.h, dsa.h); OpenSSL rejects larger keys.
 */
final class KeyLimits {
    /** Larger than any key of a signature algorithm that X.509 knows. */
    private static final int MAX_BYTES = 8 << 10;

    private static final int MAX_RSA_MODULUS = 16_384;
    private static final int SMALL_RSA_MODULUS = 3_072;
    private static final int MAX_RSA_EXPONENT = 64;
    private static final int MAX_DSA_MODULUS = 10_000;
    private static final int MAX_DSA_ORDER = 256;
    /** The cost of reading the key and hashing. */
    private static final double MIN_COST = 0.5;
    /** Measured with the slowest curves, and rounded up. */
    private static final double OTHER_COST = 20;

    private KeyLimits() {}

    /**
     * The maximum cost of a verification; 1 is the cost with an RSA key of 2048 bits and the exponent 65537. Empty for
     * a key with which nothing is verified.
     *
     * @param size of its DER in bytes
     */
    static OptionalDouble cost(SubjectPublicKeyInfo info, int size) {
        if (size > MAX_BYTES) {
            return OptionalDouble.empty();
        }
        ASN1Encodable parameters = info.getAlgorithm().getParameters();
        try {
            if (RSAUtil.isRsaOid(info.getAlgorithm().getAlgorithm())) {
                return cost(RSAPublicKey.getInstance(info.parsePublicKey()));
            }
            if (DSAUtil.isDsaOid(info.getAlgorithm().getAlgorithm()) && parameters != null) {
                return cost(DSAParameter.getInstance(parameters));
            }
        } catch (IOException | RuntimeException e) {
            return OptionalDouble.empty();
        }
        return parameters == null || isName(parameters) ? OptionalDouble.of(OTHER_COST) : OptionalDouble.empty();
    }

    /** RFC 8017, section 3.1: the exponent is odd and at least 3, and no modulus is even. */
    private static OptionalDouble cost(RSAPublicKey key) {
        int modulus = key.getModulus().bitLength();
        int exponent = key.getPublicExponent().bitLength();
        return modulus <= MAX_RSA_MODULUS
                        && (modulus <= SMALL_RSA_MODULUS || exponent <= MAX_RSA_EXPONENT)
                        && exponent > 1
                        && exponent <= modulus
                        && key.getModulus().testBit(0)
                        && key.getPublicExponent().testBit(0)
                ? OptionalDouble.of(cost(modulus, exponent))
                : OptionalDouble.empty();
    }

    private static OptionalDouble cost(DSAParameter parameters) {
        int modulus = parameters.getP().bitLength();
        int order = parameters.getQ().bitLength();
        return modulus <= MAX_DSA_MODULUS && order <= MAX_DSA_ORDER
                ? OptionalDouble.of(2 * cost(modulus, order))
                : OptionalDouble.empty();
    }

    /** The cost of raising a number to a power: as many multiplications as the exponent has bits. */
    private static double cost(int modulus, int exponent) {
        return Math.max(MIN_COST, modulus / 2048.0 * (modulus / 2048.0) * exponent / 17);
    }

    /**
     * Certificates must not have an explicit curve (RFC 5480, section 2.1.1), and its maker can make it cost any
     * amount.
     */
    private static boolean isName(ASN1Encodable parameters) {
        if (!(parameters instanceof ASN1Sequence several)) {
            return parameters instanceof ASN1ObjectIdentifier || parameters instanceof ASN1Null;
        }
        for (ASN1Encodable parameter : several) {
            if (!isName(parameter)) {
                return false;
            }
        }
        return true;
    }
}

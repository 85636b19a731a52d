package io.github.cucmcerts.path;

import io.github.cucmcerts.inventory.SubjectPublicKey;
import java.io.IOException;
import java.util.stream.StreamSupport;
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
 * The keys that signatures are verified with: one multiplication by a key made for it can take minutes. The sizes are those
 * of OpenSSL (rsa.h, dsa.h), which refuses larger keys, too.
 */
final class KeyLimits {
    /** More than any key of a signature algorithm that X.509 knows. */
    private static final int MAX_BYTES = 8 << 10;

    private static final int MAX_RSA_MODULUS = 16_384;
    private static final int SMALL_RSA_MODULUS = 3_072;
    private static final int MAX_RSA_EXPONENT = 64;
    private static final int MAX_DSA_MODULUS = 10_000;
    private static final int MAX_DSA_ORDER = 256;

    private KeyLimits() {}

    static boolean allow(SubjectPublicKey key) {
        byte[] encoded = key.encoded().bytes();
        if (encoded.length > MAX_BYTES) {
            return false;
        }
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(encoded);
        ASN1Encodable parameters = info.getAlgorithm().getParameters();
        try {
            if (RSAUtil.isRsaOid(info.getAlgorithm().getAlgorithm())) {
                return allow(RSAPublicKey.getInstance(info.parsePublicKey()));
            }
            if (DSAUtil.isDsaOid(info.getAlgorithm().getAlgorithm()) && parameters != null) {
                return allow(DSAParameter.getInstance(parameters));
            }
        } catch (IOException | RuntimeException e) {
            return false;
        }
        return parameters == null || isName(parameters);
    }

    /** RFC 8017, section 3.1: the exponent is odd and 3 at least, and no modulus is even. */
    private static boolean allow(RSAPublicKey key) {
        int modulus = key.getModulus().bitLength();
        int exponent = key.getPublicExponent().bitLength();
        return modulus <= MAX_RSA_MODULUS
                && (modulus <= SMALL_RSA_MODULUS || exponent <= MAX_RSA_EXPONENT)
                && exponent > 1
                && exponent <= modulus
                && key.getModulus().testBit(0)
                && key.getPublicExponent().testBit(0);
    }

    private static boolean allow(DSAParameter parameters) {
        return parameters.getP().bitLength() <= MAX_DSA_MODULUS
                && parameters.getQ().bitLength() <= MAX_DSA_ORDER;
    }

    /** A curve that is written out has no place in certificates (RFC 5480, section 2.1.1), and costs as much as its maker likes. */
    private static boolean isName(ASN1Encodable parameters) {
        return parameters instanceof ASN1ObjectIdentifier
                || parameters instanceof ASN1Null
                || parameters instanceof ASN1Sequence several
                        && StreamSupport.stream(several.spliterator(), false).allMatch(KeyLimits::isName);
    }
}

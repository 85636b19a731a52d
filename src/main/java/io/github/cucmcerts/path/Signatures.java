package io.github.cucmcerts.path;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.util.Properties;

/**
 * Who signed what. Each pair of certificate and key is verified at most once. The JDK verifies; a Bouncy Castle provider
 * of our own, never registered, where the JDK lacks the algorithm.
 */
public final class Signatures {
    private static final String UNTESTED_MODULUS = "org.bouncycastle.rsa.allow_unsafe_mod";

    private final Map<Pair, Boolean> verified = new ConcurrentHashMap<>();

    private record Pair(SubjectPublicKey key, Certificate certificate) {}

    private static final class BouncyCastle {
        static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    }

    private interface Verification {
        boolean with(ContentVerifierProvider verifier) throws CertException, PKCSException;
    }

    /** Whether it is a key that signatures are verified with; with one that takes minutes, nothing is. */
    public static boolean verifiesWith(SubjectPublicKey key) {
        return KeyLimits.allow(key);
    }

    /** Whether the key signed the certificate. */
    public boolean signed(SubjectPublicKey key, Certificate certificate) {
        return verified.computeIfAbsent(
                new Pair(key, certificate),
                pair -> verify(key, verifier -> holder(certificate).isSignatureValid(verifier)));
    }

    /** Whether the pair was verified before, so that asking again costs nothing. */
    boolean knows(SubjectPublicKey key, Certificate certificate) {
        return verified.containsKey(new Pair(key, certificate));
    }

    /** Whether the CSR is signed by its own key (RFC 2986, section 4.2). */
    public boolean isSelfSigned(Csr csr) {
        return verify(csr.key(), verifier -> request(csr).isSignatureValid(verifier));
    }

    private static boolean verify(SubjectPublicKey key, Verification verification) {
        if (!verifiesWith(key)) {
            return false;
        }
        SubjectPublicKeyInfo info =
                SubjectPublicKeyInfo.getInstance(key.encoded().bytes());
        try {
            return verification.with(new JcaContentVerifierProviderBuilder().build(info));
        } catch (OperatorCreationException | CertException | PKCSException | RuntimeException e) {
            return withoutPrimeTests(() -> {
                try {
                    return verification.with(new JcaContentVerifierProviderBuilder()
                            .setProvider(BouncyCastle.PROVIDER)
                            .build(info));
                } catch (OperatorCreationException | CertException | PKCSException | RuntimeException again) {
                    return false;
                }
            });
        }
    }

    private static X509CertificateHolder holder(Certificate certificate) {
        try {
            return new X509CertificateHolder(certificate.encoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PKCS10CertificationRequest request(Csr csr) {
        try {
            return new PKCS10CertificationRequest(csr.encoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bouncy Castle tests whether an RSA modulus is composite; with one of 16,384 bits that takes seconds. */
    static <T> T withoutPrimeTests(Supplier<T> work) {
        Properties.setThreadOverride(UNTESTED_MODULUS, true);
        try {
            return work.get();
        } finally {
            Properties.removeThreadOverride(UNTESTED_MODULUS);
        }
    }

    static BouncyCastleProvider bouncyCastle() {
        return BouncyCastle.PROVIDER;
    }
}

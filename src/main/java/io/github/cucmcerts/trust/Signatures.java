package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.SignatureAlgorithm;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import java.io.IOException;
import java.io.OutputStream;
import java.security.Security;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.util.Properties;

/**
 * Who signed what. Each pair of certificate and key is verified at most once. The JDK verifies; ECDSA, Bouncy Castle, which
 * takes a sixth of JDK 17's time (docs/speed.md); and a Bouncy Castle provider of our own, never registered, where these lack the
 * algorithm.
 */
public final class Signatures {
    private static final String UNTESTED_MODULUS = "org.bouncycastle.rsa.allow_unsafe_mod";

    private final Map<KeyAndCertificate, Boolean> verified = new ConcurrentHashMap<>();

    private final Map<SubjectPublicKey, Optional<String>> flaws = new ConcurrentHashMap<>();

    private record KeyAndCertificate(SubjectPublicKey key, Certificate certificate) {}

    private static final class BouncyCastle {
        static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    }

    /** Whether it is a key that signatures are verified with; with one that takes minutes, nothing is. */
    public static boolean verifiesWith(SubjectPublicKey key) {
        return KeyLimits.cost(key).isPresent();
    }

    /** Whether the key signed the certificate. */
    public boolean signed(SubjectPublicKey key, Certificate certificate) {
        return verified.computeIfAbsent(
                new KeyAndCertificate(key, certificate), pair -> verify(key, certificate.encoded()));
    }

    /** Whether the CSR is signed by its own key (RFC 2986, section 4.2). */
    public boolean isSelfSigned(Csr csr) {
        return verify(csr.key(), csr.encoded());
    }

    /** Whether the certificate is self-issued, and signed by its own key (RFC 5280, section 3.2). */
    public boolean isSelfSigned(Certificate certificate) {
        return certificate.isSelfIssued() && signed(certificate.key(), certificate);
    }

    /**
     * How the certificate contradicts itself: it says how it is signed twice, and has to say the same each time (RFC 5280,
     * section 4.1.1.2). The signature may fit all the same, so nobody's key is to blame: the path is invalid.
     */
    static Optional<Rejection> contradiction(Certificate certificate) {
        SignatureAlgorithm algorithm = certificate.signatureAlgorithm();
        return algorithm
                .signedPart()
                .map(signedPart -> Rejection.of(certificate, Fault.TWO_ALGORITHMS)
                        .with("signedPart", signedPart)
                        .with("signature", algorithm.name()));
    }

    /** Whether a library here knows the algorithm that the certificate is signed with. */
    static boolean knowsAlgorithmOf(Certificate certificate) {
        String id = org.bouncycastle.asn1.x509.Certificate.getInstance(certificate.encoded())
                .getSignatureAlgorithm()
                .getAlgorithm()
                .getId();
        return Stream.concat(Arrays.stream(Security.getProviders()), Stream.of(BouncyCastle.PROVIDER))
                .anyMatch(provider -> provider.getService("Signature", id) != null);
    }

    /** Why nothing is verified with the key, as a clause; nothing where something is. */
    public Optional<String> flaw(SubjectPublicKey key) {
        return flaws.computeIfAbsent(key, Signatures::lookedUpFlaw);
    }

    private static Optional<String> lookedUpFlaw(SubjectPublicKey key) {
        if (!verifiesWith(key)) {
            return Optional.of("it is too large, or of a form that certificates must not have");
        }
        if (key.inheritsParameters()) {
            return Optional.empty();
        }
        SubjectPublicKeyInfo info =
                SubjectPublicKeyInfo.getInstance(key.encoded().bytes());
        bouncyCastle(); // before a provider is made, Bouncy Castle knows no algorithm of keys
        return withoutPrimeTests(() -> {
            try {
                return BouncyCastleProvider.getPublicKey(info) == null
                        ? Optional.of("its algorithm (" + key.type() + ") is not known")
                        : Optional.empty();
            } catch (IOException | RuntimeException e) {
                return Optional.of("it can't be decoded as a key of its algorithm (" + key.type() + ")");
            }
        });
    }

    private static boolean verify(SubjectPublicKey key, byte[] encoded) {
        if (!verifiesWith(key)) {
            return false;
        }
        SubjectPublicKeyInfo info =
                SubjectPublicKeyInfo.getInstance(key.encoded().bytes());
        try {
            ASN1Sequence signed = sequence(encoded);
            return verify(verifiers(info, signed), signed);
        } catch (OperatorCreationException | IOException | RuntimeException e) {
            return withoutPrimeTests(() -> {
                try {
                    return verify(
                            new JcaContentVerifierProviderBuilder()
                                    .setProvider(BouncyCastle.PROVIDER)
                                    .build(info),
                            sequence(encoded));
                } catch (OperatorCreationException | IOException | RuntimeException again) {
                    return false;
                }
            });
        }
    }

    private static ContentVerifierProvider verifiers(SubjectPublicKeyInfo info, ASN1Sequence signed)
            throws IOException, OperatorCreationException {
        boolean ecdsa = info.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                && algorithm(signed).getAlgorithm().on(X9ObjectIdentifiers.ecdsa_with_SHA2);
        return ecdsa
                ? new BcECContentVerifierProviderBuilder(new DefaultDigestAlgorithmIdentifierFinder())
                        .build(PublicKeyFactory.createKey(info))
                : new JcaContentVerifierProviderBuilder().build(info);
    }

    private static ASN1Sequence sequence(byte[] encoded) throws IOException {
        return ASN1Sequence.getInstance(new ASN1InputStream(encoded, true).readObject());
    }

    private static AlgorithmIdentifier algorithm(ASN1Sequence signed) {
        return AlgorithmIdentifier.getInstance(signed.getObjectAt(1));
    }

    /**
     * What is signed are the bytes as they stand. Bouncy Castle's certificates and requests encode them again before they
     * verify them, as DER has it: a BOOLEAN that is true in BER alone would be another.
     */
    private static boolean verify(ContentVerifierProvider verifiers, ASN1Sequence signed)
            throws IOException, OperatorCreationException {
        ContentVerifier verifier = verifiers.get(algorithm(signed));
        try (OutputStream content = verifier.getOutputStream()) {
            content.write(signed.getObjectAt(0).toASN1Primitive().getEncoded());
        }
        return verifier.verify(ASN1BitString.getInstance(signed.getObjectAt(2)).getOctets());
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

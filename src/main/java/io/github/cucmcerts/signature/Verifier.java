package io.github.cucmcerts.signature;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.text.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Security;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
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
 * Verifies the signatures of certificates and CSRs. The JDK verifies, except ECDSA, for which Bouncy Castle needs a sixth
 * of JDK 17's time (docs/speed.md). If both lack the algorithm, a Bouncy Castle provider that is never registered
 * verifies.
 */
public final class Verifier {
    /** The JDK's names of plain RSA (PKCS #1 v1.5) with each digest. */
    private static final Map<ASN1ObjectIdentifier, String> RSA = Map.of(
            PKCSObjectIdentifiers.sha1WithRSAEncryption, "SHA1withRSA",
            PKCSObjectIdentifiers.sha256WithRSAEncryption, "SHA256withRSA",
            PKCSObjectIdentifiers.sha384WithRSAEncryption, "SHA384withRSA",
            PKCSObjectIdentifiers.sha512WithRSAEncryption, "SHA512withRSA");

    private static final String UNTESTED_MODULUS = "org.bouncycastle.rsa.allow_unsafe_mod";

    private static final class BouncyCastle {
        static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    }

    /** Whether a library here knows the certificate's signature algorithm. */
    public static boolean knowsAlgorithmOf(Certificate certificate) {
        String id = org.bouncycastle.asn1.x509.Certificate.getInstance(certificate.encoded())
                .getSignatureAlgorithm()
                .getAlgorithm()
                .getId();
        return Stream.concat(Arrays.stream(Security.getProviders()), Stream.of(BouncyCastle.PROVIDER))
                .anyMatch(provider -> provider.getService("Signature", id) != null);
    }

    /** Why the key cannot verify signatures, as a clause; empty if it can. */
    public static Optional<Message> flaw(SubjectPublicKey key) {
        if (!key.verifies()) {
            return Optional.of(
                    Message.of("reason.key-form", "it is too large, or of a form that certificates must not have"));
        }
        if (key.inheritsParameters()) {
            return Optional.empty();
        }
        SubjectPublicKeyInfo info =
                SubjectPublicKeyInfo.getInstance(key.encoded().bytes());
        bouncyCastle(); // Bouncy Castle knows no key algorithm before a provider exists
        return withoutPrimeTests(() -> {
            try {
                return BouncyCastleProvider.getPublicKey(info) == null
                        ? Optional.of(Message.of(
                                "reason.key-algorithm", "its algorithm ({type}) is unknown", "type", key.type()))
                        : Optional.empty();
            } catch (IOException | RuntimeException e) {
                return Optional.of(Message.of(
                        "reason.key-undecodable",
                        "it cannot be decoded as a key of its algorithm ({type})",
                        "type",
                        key.type()));
            }
        });
    }

    /**
     * Whether the key signed these bytes; never with a key that would need minutes.
     *
     * @param encoded a certificate or CSR
     */
    public static boolean verify(SubjectPublicKey key, byte[] encoded) {
        if (!key.verifies()) {
            return false;
        }
        byte[] info = key.encoded().bytes();
        try {
            ASN1Sequence signed = sequence(encoded);
            String rsa = RSA.get(algorithm(signed).getAlgorithm());
            return rsa != null && key.rsaBits().isPresent()
                    ? verify(rsa, info, signed)
                    : verify(verifiers(SubjectPublicKeyInfo.getInstance(info), signed), signed);
        } catch (GeneralSecurityException | OperatorCreationException | IOException | RuntimeException e) {
            return withoutPrimeTests(() -> {
                try {
                    return verify(
                            new JcaContentVerifierProviderBuilder()
                                    .setProvider(BouncyCastle.PROVIDER)
                                    .build(SubjectPublicKeyInfo.getInstance(info)),
                            sequence(encoded));
                } catch (OperatorCreationException | IOException | RuntimeException again) {
                    return false;
                }
            });
        }
    }

    /** Bouncy Castle's verifier for the JDK's RSA computes each signature twice. */
    private static boolean verify(String algorithm, byte[] key, ASN1Sequence signed)
            throws GeneralSecurityException, IOException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key)));
        signature.update(content(signed));
        return signature.verify(signature(signed));
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
     * The signed content is the original bytes. Bouncy Castle's certificates and requests encode them again in DER
     * before they verify; that would change a BOOLEAN that is true only in BER.
     */
    private static boolean verify(ContentVerifierProvider verifiers, ASN1Sequence signed)
            throws IOException, OperatorCreationException {
        ContentVerifier verifier = verifiers.get(algorithm(signed));
        try (OutputStream content = verifier.getOutputStream()) {
            content.write(content(signed));
        }
        return verifier.verify(signature(signed));
    }

    private static byte[] content(ASN1Sequence signed) throws IOException {
        return signed.getObjectAt(0).toASN1Primitive().getEncoded();
    }

    private static byte[] signature(ASN1Sequence signed) {
        return ASN1BitString.getInstance(signed.getObjectAt(2)).getOctets();
    }

    /** Bouncy Castle tests whether an RSA modulus is composite; with 16,384 bits this needs seconds. */
    public static <T> T withoutPrimeTests(Supplier<T> work) {
        Properties.setThreadOverride(UNTESTED_MODULUS, true);
        try {
            return work.get();
        } finally {
            Properties.removeThreadOverride(UNTESTED_MODULUS);
        }
    }

    public static BouncyCastleProvider bouncyCastle() {
        return BouncyCastle.PROVIDER;
    }
}

package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.SignatureAlgorithm;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.signature.Verifier;
import io.github.cucmcerts.text.Message;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds out who signed what. Each pair of certificate and key is verified at most once. */
public final class Signatures {
    private final Map<KeyAndCertificate, Boolean> verified = new ConcurrentHashMap<>();
    private final Map<SubjectPublicKey, Optional<Message>> flaws = new ConcurrentHashMap<>();

    private record KeyAndCertificate(SubjectPublicKey key, Certificate certificate) {}

    /** Whether the key signed the certificate. */
    public boolean signed(SubjectPublicKey key, Certificate certificate) {
        return verified.computeIfAbsent(
                new KeyAndCertificate(key, certificate), pair -> Verifier.verify(key, certificate.encoded()));
    }

    /** Whether the certificate is self-issued, and signed by its own key (RFC 5280, section 3.2). */
    public boolean isSelfSigned(Certificate certificate) {
        return certificate.isSelfIssued() && signed(certificate.key(), certificate);
    }

    /**
     * How the certificate contradicts itself: it states its signature algorithm twice, and both must be the same (RFC
     * 5280, section 4.1.1.2). The signature may still fit, so the key is not at fault, but the path is invalid.
     */
    static Optional<Rejection> contradiction(Certificate certificate) {
        SignatureAlgorithm algorithm = certificate.signatureAlgorithm();
        if (algorithm.signedPart().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Rejection.of(certificate, Fault.TWO_ALGORITHMS)
                .with("signedPart", algorithm.signedPart().get())
                .with("signature", algorithm.name()));
    }

    /** Why the key cannot verify signatures, as a clause; empty if it can. */
    public Optional<Message> flaw(SubjectPublicKey key) {
        return flaws.computeIfAbsent(key, Verifier::flaw);
    }
}

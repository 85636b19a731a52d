package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.Provider;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the libraries' PKIX validators whether RFC 5280, section 6, accepts a path. The JDK's is asked first; where it
 * rejects, Bouncy Castle's has the last word, for it judges more name constraints right and has no list of disabled
 * algorithms. The root stands in the path, anchored by name and key, so that its own constraints count; a root without
 * extensions has none, and stays outside. Validity is judged elsewhere; signatures were verified when the path was found,
 * but for those of a path in which a DSA key has its issuer's parameters.
 */
final class PathValidator {
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String UNVERIFIABLE = "its key is too large, or of a form that certificates must not have";
    private static final Map<PKIXReason, String> REASONS = Map.of(
            PKIXReason.NOT_CA_CERT,
                    "it is no CA certificate (basicConstraints lacks CA:TRUE), yet it signed the one below",
            PKIXReason.PATH_TOO_LONG, "a path length constraint allows fewer CA certificates below its CA",
            PKIXReason.INVALID_KEY_USAGE, "its key usage does not allow signing certificates (keyCertSign)",
            PKIXReason.INVALID_NAME, "its name lies outside the name constraints of a CA above it",
            PKIXReason.INVALID_POLICY, "no certificate policy that the path demands is left",
            PKIXReason.UNRECOGNIZED_CRIT_EXT, "it has a critical extension that RFC 5280 does not know",
            PKIXReason.NAME_CHAINING, "its issuer is not the subject of the certificate above it");

    /** Why a path is rejected, and which certificate breaks the rule. */
    record Rejection(Certificate culprit, String reason) {}

    private PathValidator() {}

    /** Why RFC 5280 rejects the leaf below these CAs, or nothing where it accepts it. */
    static Optional<Rejection> rejection(Certificate leaf, CaPath above) {
        if (!Signatures.verifiesWith(leaf.key())) {
            return Optional.of(new Rejection(leaf, UNVERIFIABLE));
        }
        Optional<Rejection> jdk = rejection(leaf, above, null);
        if (jdk.isEmpty()) {
            return jdk;
        }
        return Signatures.withoutPrimeTests(() -> rejection(leaf, above, Signatures.bouncyCastle()))
                .map(rejection -> isPlain(jdk.get()) ? jdk.get() : rejection);
    }

    /** Whether it has a reason in words; the JDK's on policies may be owed to a root that names none. */
    private static boolean isPlain(Rejection rejection) {
        return REASONS.containsValue(rejection.reason())
                && !rejection.reason().equals(REASONS.get(PKIXReason.INVALID_POLICY));
    }

    private static Optional<Rejection> rejection(Certificate leaf, CaPath above, Provider provider) {
        Certificate root = above.root();
        List<Certificate> path = new ArrayList<>(List.of(leaf));
        path.addAll(above.authorities());
        boolean verified =
                path.stream().noneMatch(certificate -> certificate.key().inheritsParameters());
        if (root.extensions().none()) {
            path.remove(path.size() - 1);
        }
        try {
            CertificateFactory factory = provider == null
                    ? CertificateFactory.getInstance("X.509")
                    : CertificateFactory.getInstance("X.509", provider);
            List<X509Certificate> certificates = new ArrayList<>();
            for (Certificate certificate : path) {
                X509Certificate decoded =
                        (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(certificate.encoded()));
                certificates.add(new TimelessCertificate(decoded, certificate.equals(root), verified));
            }
            X509Certificate anchor =
                    (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(root.encoded()));
            PKIXParameters parameters = new PKIXParameters(
                    Set.of(new TrustAnchor(anchor.getSubjectX500Principal(), anchor.getPublicKey(), null)));
            parameters.setRevocationEnabled(false);
            parameters.addCertPathChecker(new CriticalUsage());
            CertPathValidator validator = provider == null
                    ? CertPathValidator.getInstance("PKIX")
                    : CertPathValidator.getInstance("PKIX", provider);
            validator.validate(factory.generateCertPath(certificates), parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            int index = e.getIndex() < 0 || e.getIndex() >= path.size() ? 0 : e.getIndex();
            String reason = REASONS.get(e.getReason());
            return Optional.of(new Rejection(path.get(index), reason == null ? "RFC 5280: " + e.getMessage() : reason));
        } catch (CertificateException | InvalidAlgorithmParameterException | RuntimeException e) {
            return Optional.of(new Rejection(path.get(0), "it can't be decoded for validation: " + e.getMessage()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 5280 lets a CA certificate carry a critical extended key usage; the validators leave that to the caller. */
    private static final class CriticalUsage extends PKIXCertPathChecker {
        @Override
        public void init(boolean forward) {}

        @Override
        public boolean isForwardCheckingSupported() {
            return true;
        }

        @Override
        public Set<String> getSupportedExtensions() {
            return Set.of(EXTENDED_KEY_USAGE);
        }

        @Override
        public void check(java.security.cert.Certificate certificate, Collection<String> unresolved) {
            unresolved.remove(EXTENDED_KEY_USAGE);
        }
    }
}

package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
 * Whether RFC 5280, section 6, accepts a path. Name constraints and critical extensions are checked here, all the rest by the
 * libraries' PKIX validators: the JDK's is asked first; where it rejects, Bouncy Castle's has the last word, for it has no list of
 * disabled algorithms. The root is in the path, anchored by name and key, so that its own constraints count; a root without
 * extensions has none, and stays outside. Validity is checked elsewhere. Signatures were verified when the path was found, except
 * those of a path in which a DSA key has its issuer's parameters.
 */
final class PathValidator {
    private static final Map<PKIXReason, Fault> FAULTS = Map.of(
            PKIXReason.NOT_CA_CERT, Fault.NO_CA,
            PKIXReason.PATH_TOO_LONG, Fault.PATH_TOO_LONG,
            PKIXReason.INVALID_KEY_USAGE, Fault.NO_CERT_SIGN,
            PKIXReason.INVALID_POLICY, Fault.NO_POLICY,
            PKIXReason.NAME_CHAINING, Fault.NAME_CHAINING);

    private PathValidator() {}

    /** Why RFC 5280 rejects the leaf below these CAs, or nothing where it accepts it. */
    static Optional<Rejection> rejection(Certificate leaf, CaPath above) {
        if (!Signatures.verifiesWith(leaf.key())) {
            return Optional.of(Rejection.of(leaf, Fault.UNVERIFIABLE_KEY));
        }
        List<Certificate> path = new ArrayList<>(List.of(leaf));
        path.addAll(above.authorities());
        return CriticalExtensions.rejection(path)
                .or(() -> NameConstraints.rejection(path))
                .or(() -> librariesRejection(path));
    }

    /** The JDK's reason is the plainer one, except on policies: there it may be owed to a root that names none. */
    private static Optional<Rejection> librariesRejection(List<Certificate> path) {
        Optional<Rejection> jdk = rejection(path, null);
        if (jdk.isEmpty()) {
            return jdk;
        }
        Fault fault = jdk.get().fault();
        return Signatures.withoutPrimeTests(() -> rejection(path, Signatures.bouncyCastle()))
                .map(rejection -> fault == Fault.OTHER || fault == Fault.NO_POLICY ? rejection : jdk.get());
    }

    /**
     * What one library says.
     *
     * @param provider null for the JDK
     */
    static Optional<Rejection> rejection(List<Certificate> path, Provider provider) {
        Certificate root = path.get(path.size() - 1);
        boolean verified =
                path.stream().noneMatch(certificate -> certificate.key().inheritsParameters());
        List<Certificate> validated = root.extensions().none() ? path.subList(0, path.size() - 1) : path;
        Certificate current = root;
        try {
            CertificateFactory factory = provider == null
                    ? CertificateFactory.getInstance("X.509")
                    : CertificateFactory.getInstance("X.509", provider);
            X509Certificate anchor = decoded(root.encoded(), factory);
            List<X509Certificate> certificates = new ArrayList<>();
            for (Certificate certificate : validated) {
                current = certificate;
                X509Certificate original = decoded(certificate.encoded(), factory);
                X509Certificate shown = certificate.extensions().nameConstraints()
                        ? decoded(NameConstraints.without(certificate), factory)
                        : original;
                certificates.add(new TimelessCertificate(shown, certificate.equals(root), verified ? null : original));
            }
            PKIXParameters parameters = new PKIXParameters(
                    Set.of(new TrustAnchor(anchor.getSubjectX500Principal(), anchor.getPublicKey(), null)));
            parameters.setRevocationEnabled(false);
            parameters.setPolicyQualifiersRejected(false);
            parameters.addCertPathChecker(new CriticalUsage());
            CertPathValidator validator = provider == null
                    ? CertPathValidator.getInstance("PKIX")
                    : CertPathValidator.getInstance("PKIX", provider);
            validator.validate(factory.generateCertPath(certificates), parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            int index = e.getIndex() < 0 || e.getIndex() >= validated.size() ? 0 : e.getIndex();
            return Optional.of(Rejection.of(validated.get(index), FAULTS.getOrDefault(e.getReason(), Fault.OTHER)));
        } catch (CertificateException | InvalidAlgorithmParameterException | IOException | RuntimeException e) {
            return Optional.of(Rejection.of(current, Fault.MALFORMED));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate decoded(byte[] encoded, CertificateFactory factory) throws CertificateException {
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded));
    }

    /** The critical extensions that the validators leave to the caller. */
    private static final class CriticalUsage extends PKIXCertPathChecker {
        @Override
        public void init(boolean forward) {}

        @Override
        public boolean isForwardCheckingSupported() {
            return true;
        }

        @Override
        public Set<String> getSupportedExtensions() {
            return CriticalExtensions.LEFT_TO_THE_CALLER;
        }

        @Override
        public void check(java.security.cert.Certificate certificate, Collection<String> unresolved) {
            unresolved.removeAll(CriticalExtensions.LEFT_TO_THE_CALLER);
        }
    }
}

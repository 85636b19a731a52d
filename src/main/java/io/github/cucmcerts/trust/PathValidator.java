package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.KeyExtensions;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.signature.Verifier;
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
import java.util.Optional;
import java.util.Set;

/**
 * Checks a path against RFC 5280, section 6. It checks plain paths, name constraints, and critical extensions itself, and
 * leaves the rest to the libraries' PKIX validators: first the JDK's; if that rejects, Bouncy Castle's decides, because it has no
 * list of disabled algorithms. The root is part of the path, anchored by name and key, so that its own constraints
 * count; a root without extensions has no constraints and is left out. Validity is checked elsewhere. Signatures were
 * verified when the path was found, except in a path where a DSA key uses its issuer's parameters.
 */
final class PathValidator {
    private PathValidator() {}

    /** Why RFC 5280 rejects the leaf below these CAs; empty if it accepts it. */
    static Optional<Rejection> rejection(Certificate leaf, CaPath above) {
        if (!leaf.key().verifies()) {
            return Optional.of(Rejection.of(leaf, Fault.UNVERIFIABLE_KEY));
        }
        List<Certificate> path = new ArrayList<>(List.of(leaf));
        path.addAll(above.authorities());
        if (isPlain(path) && plainly(path).isEmpty()) {
            return Optional.empty();
        }
        return CriticalExtensions.rejection(path)
                .or(() -> NameConstraints.rejection(path))
                .or(() -> librariesRejection(path));
    }

    /**
     * Whether section 6.1 demands nothing of this path except what {@link #plainly} checks: no certificate has policies or
     * name constraints, or a critical extension that not every CA has. This is the path of nearly every leaf, and the
     * libraries would decode it again.
     */
    private static boolean isPlain(List<Certificate> path) {
        SubjectPublicKey key = path.get(0).key();
        if (key.rsaBits().isEmpty() && Verifier.flaw(key).isPresent()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            Certificate certificate = path.get(i);
            boolean isChained = i == path.size() - 1
                    || certificate.issuer().isWrittenAs(path.get(i + 1).subject());
            if (!isChained
                    || !certificate.extensions().plain()
                    || certificate.key().inheritsParameters()) {
                return false;
            }
        }
        return true;
    }

    /** Both libraries must reject. Their messages are not for people, so this looks for the plain reason. */
    private static Optional<Rejection> librariesRejection(List<Certificate> path) {
        Optional<Rejection> jdk = rejection(path, null);
        if (jdk.isEmpty()) {
            return jdk;
        }
        Optional<Rejection> bouncyCastle = Verifier.withoutPrimeTests(() -> rejection(path, Verifier.bouncyCastle()));
        return bouncyCastle.map(rejection -> plainly(path)
                .orElseGet(() -> jdk.get().fault() == Fault.NO_POLICY
                        ? Rejection.of(rejection.culprit(), Fault.NO_POLICY)
                        : rejection));
    }

    /** RFC 5280, section 6.1.4 (k) to (n), for the CAs from the root down; a root without extensions is exempt. */
    private static Optional<Rejection> plainly(List<Certificate> path) {
        int room = path.size();
        int limiting = path.size();
        for (int i = path.size() - 1; i > 0; i--) {
            Certificate authority = path.get(i);
            KeyExtensions its = authority.extensions();
            if (i == path.size() - 1 && its.none()) {
                continue;
            }
            if (!its.ca()) {
                return Optional.of(Rejection.of(authority, Fault.NO_CA));
            }
            if (!authority.isSelfIssued() && --room < 0) {
                return Optional.of(tooLong(path, limiting, authority));
            }
            if (its.pathLength().orElse(room) < room) {
                room = its.pathLength().getAsInt();
                limiting = i;
            }
            if (!its.usages().isEmpty() && !its.usages().contains("keyCertSign")) {
                return Optional.of(Rejection.of(authority, Fault.NO_CERT_SIGN));
            }
        }
        return Optional.empty();
    }

    private static Rejection tooLong(List<Certificate> path, int limiting, Certificate firstTooMany) {
        Certificate limit = path.get(limiting);
        long below = path.subList(1, limiting).stream()
                .filter(authority -> !authority.isSelfIssued())
                .count();
        return Rejection.of(firstTooMany, Fault.PATH_TOO_LONG)
                .with("limit", limit.origin().file())
                .with(
                        "pathLength",
                        String.valueOf(limit.extensions().pathLength().getAsInt()))
                .with("below", String.valueOf(below));
    }

    /**
     * The result of one library.
     *
     * @param provider null for the JDK
     */
    private static Optional<Rejection> rejection(List<Certificate> path, Provider provider) {
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
            boolean isPolicy = e.getReason() == PKIXReason.INVALID_POLICY;
            return Optional.of(Rejection.of(validated.get(index), isPolicy ? Fault.NO_POLICY : Fault.OTHER));
        } catch (CertificateException | InvalidAlgorithmParameterException | IOException | RuntimeException e) {
            return Optional.of(Rejection.of(current, Fault.MALFORMED));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate decoded(byte[] encoded, CertificateFactory factory) throws CertificateException {
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded));
    }

    /** Accepts the critical extensions that validators leave to the caller. */
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

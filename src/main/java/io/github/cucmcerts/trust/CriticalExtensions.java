package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyQualifierId;

/**
 * Checks the critical extensions of a path: a validator must understand each of them, or reject the path (RFC 5280,
 * section 4.2).
 */
final class CriticalExtensions {
    /** Extensions that the caller of the path validation handles: usages, and where revocation is published. */
    static final Set<String> LEFT_TO_THE_CALLER = Set.of(
            Extension.extendedKeyUsage.getId(),
            Extension.issuerAlternativeName.getId(),
            Extension.cRLDistributionPoints.getId());

    private static final Set<String> VALIDATED = Set.of(
            Extension.basicConstraints.getId(),
            Extension.keyUsage.getId(),
            Extension.subjectAlternativeName.getId(),
            Extension.nameConstraints.getId(),
            Extension.certificatePolicies.getId(),
            Extension.policyMappings.getId(),
            Extension.policyConstraints.getId(),
            Extension.inhibitAnyPolicy.getId());

    /** An extension that must not be critical, and the section that says so. */
    private record Demand(String extension, String section) {}

    private static final Map<String, Demand> NEVER_CRITICAL = Map.of(
            Extension.authorityKeyIdentifier.getId(), new Demand("authorityKeyIdentifier", "4.2.1.1"),
            Extension.subjectKeyIdentifier.getId(), new Demand("subjectKeyIdentifier", "4.2.1.2"),
            Extension.subjectDirectoryAttributes.getId(), new Demand("subjectDirectoryAttributes", "4.2.1.8"),
            Extension.freshestCRL.getId(), new Demand("freshestCRL", "4.2.1.15"),
            Extension.authorityInfoAccess.getId(), new Demand("authorityInfoAccess", "4.2.2.1"),
            Extension.subjectInfoAccess.getId(), new Demand("subjectInfoAccess", "4.2.2.2"));

    private static final Set<ASN1Encodable> QUALIFIERS =
            Set.of(PolicyQualifierId.id_qt_cps, PolicyQualifierId.id_qt_unotice);

    private CriticalExtensions() {}

    /**
     * The first rejection, from the root down; empty if there is none.
     *
     * @param path the leaf first, the root last
     */
    static Optional<Rejection> rejection(List<Certificate> path) {
        for (int i = path.size() - 1; i >= 0; i--) {
            Certificate certificate = path.get(i);
            for (String oid : certificate.extensions().critical()) {
                Optional<Rejection> rejection = rejection(certificate, oid);
                if (rejection.isPresent()) {
                    return rejection;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Rejection> rejection(Certificate certificate, String oid) {
        if (oid.equals(Extension.certificatePolicies.getId())) {
            return unknownQualifier(certificate)
                    .map(qualifier -> Rejection.of(certificate, Fault.UNKNOWN_QUALIFIER)
                            .with("extension", "certificatePolicies")
                            .with("qualifier", qualifier));
        }
        Demand demand = NEVER_CRITICAL.get(oid);
        if (demand != null) {
            return Optional.of(Rejection.of(certificate, Fault.MUST_NOT_BE_CRITICAL)
                    .with("extension", demand.extension)
                    .with("section", demand.section));
        }
        return VALIDATED.contains(oid) || LEFT_TO_THE_CALLER.contains(oid)
                ? Optional.empty()
                : Optional.of(Rejection.of(certificate, Fault.UNKNOWN_CRITICAL).with("extension", oid));
    }

    /**
     * RFC 5280, section 4.2.1.4: a validator must understand a critical policies extension with its qualifiers, or
     * reject it.
     */
    private static Optional<String> unknownQualifier(Certificate certificate) {
        Extension policies = org.bouncycastle.asn1.x509.Certificate.getInstance(certificate.encoded())
                .getTBSCertificate()
                .getExtensions()
                .getExtension(Extension.certificatePolicies);
        try {
            for (ASN1Encodable policy : ASN1Sequence.getInstance(policies.getParsedValue())) {
                ASN1Sequence fields = ASN1Sequence.getInstance(policy);
                if (fields.size() > 1) {
                    for (ASN1Encodable qualifier : ASN1Sequence.getInstance(fields.getObjectAt(1))) {
                        ASN1Encodable kind = ASN1Sequence.getInstance(qualifier).getObjectAt(0);
                        if (!QUALIFIERS.contains(kind)) {
                            return Optional.of(kind.toString());
                        }
                    }
                }
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty(); // malformed: the libraries reject it
        }
    }
}

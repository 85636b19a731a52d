package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which certificates a CA of a store signed. The issuer of each is looked for once: there may be thousands of one name.
 *
 * @param byKey by the CA's key
 */
record SignedBy(Map<SubjectPublicKey, List<Certificate>> byKey) {
    /** Of a store that loses nothing. */
    static final SignedBy NOT_ASKED = new SignedBy(Map.of());

    static SignedBy of(IssuerCandidates candidates, Collection<Certificate> certificates, Signatures signatures) {
        Map<SubjectPublicKey, List<Certificate>> byKey = new HashMap<>();
        for (Certificate certificate : certificates) {
            candidates
                    .issuer(certificate, signatures)
                    .ifPresent(issuer -> byKey.computeIfAbsent(issuer.key(), key -> new ArrayList<>())
                            .add(certificate));
        }
        return new SignedBy(byKey);
    }

    /** What that CA's key signed, except the certificate itself. */
    List<Certificate> by(Certificate authority) {
        return byKey.getOrDefault(authority.key(), List.of()).stream()
                .filter(certificate ->
                        certificate.issuer().equals(authority.subject()) && !certificate.equals(authority))
                .toList();
    }
}

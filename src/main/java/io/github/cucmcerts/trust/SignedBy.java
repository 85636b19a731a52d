package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The certificates that the CAs of a store signed. Each certificate's issuer is sought once, because thousands may have
 * the same name.
 *
 * @param byKey by the CA's key
 */
record SignedBy(Map<SubjectPublicKey, List<Certificate>> byKey) {
    /** For a store that loses nothing. */
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

    /** The certificates that the CA's key signed, except its own. */
    List<Certificate> by(Certificate authority) {
        return byKey.getOrDefault(authority.key(), List.of()).stream()
                .filter(certificate ->
                        certificate.issuer().equals(authority.subject()) && !certificate.equals(authority))
                .toList();
    }
}

package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.upload.Uploads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What CAs signed of a trust store, of the leaves that use it, and of what the nodes serve today. The issuer of each is looked
 * for once: there may be thousands of one name.
 */
final class SignedBy {
    private final Signatures signatures;
    private final IssuerCandidates reach;
    private final List<Certificate> all;
    private final Map<SubjectPublicKey, List<Certificate>> bySigner = new HashMap<>();

    SignedBy(TrustStore store, Uploads uploads, Signatures signatures) {
        this.signatures = signatures;
        reach = new IssuerCandidates(store.certificates());
        all = Stream.of(
                        store.certificates().stream(),
                        uploads.all().stream()
                                .filter(set -> set.stores().contains(store))
                                .flatMap(set -> set.leaf().stream()),
                        uploads.all().stream().flatMap(set -> set.identities().stream()),
                        uploads.otherIdentities().stream())
                .flatMap(certificates -> certificates)
                .distinct()
                .toList();
        for (Certificate certificate : all) {
            reach.issuer(certificate, signatures)
                    .ifPresent(issuer -> bySigner.computeIfAbsent(issuer.key(), key -> new ArrayList<>())
                            .add(certificate));
        }
    }

    /** What that certificate's key signed, but for the certificate itself. */
    List<Certificate> by(Certificate authority) {
        Stream<Certificate> signed = reach.knows(authority)
                ? bySigner.getOrDefault(authority.key(), List.of()).stream()
                : all.stream()
                        .filter(certificate -> certificate.issuer().equals(authority.subject())
                                && signatures.signed(authority.key(), certificate));
        return signed.filter(certificate ->
                        certificate.issuer().equals(authority.subject()) && !certificate.equals(authority))
                .toList();
    }
}

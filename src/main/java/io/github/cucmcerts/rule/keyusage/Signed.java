package io.github.cucmcerts.rule.keyusage;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Role;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The certificates whose signature matters. A root's signature does not matter, because nobody relies on it. */
final class Signed {
    private Signed() {}

    static List<Certificate> of(UploadSet set, Facts facts) {
        List<Certificate> signed = new ArrayList<>();
        if (set.leaf().isPresent()) {
            signed.add(set.leaf().get());
        }
        for (Certificate authority : facts.authorities(set)) {
            if (facts.roles().of(authority) != Role.ROOT) {
                signed.add(authority);
            }
        }
        return signed;
    }

    /** Reports the certificates whose signature uses one of the digests. */
    static void reportDigests(Set<String> digests, UploadSet set, Facts facts, Findings findings) {
        for (Certificate certificate : of(set, facts)) {
            Optional<String> digest = certificate.signatureAlgorithm().digest();
            if (digest.isPresent() && digests.contains(digest.get())) {
                on(certificate, findings).report();
            }
        }
    }

    static Findings.Draft on(Certificate certificate, Findings findings) {
        return findings.on(certificate)
                .with("subject", certificate.subject().toString())
                .with("algorithm", certificate.signatureAlgorithm().name())
                .with(
                        "wanted",
                        certificate.key().curve().filter("P-384"::equals).isPresent() ? "SHA-384" : "SHA-256");
    }
}

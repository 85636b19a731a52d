package io.github.cucmcerts.rule.keyusage;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Role;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Set;
import java.util.stream.Stream;

/** The certificates whose signature matters: a root's own does not, for nobody relies on it. */
final class Signed {
    private Signed() {}

    static Stream<Certificate> of(UploadSet set, Facts facts) {
        return Stream.concat(
                set.leaf().stream(),
                facts.authorities(set).stream()
                        .filter(authority -> facts.roles().of(authority) != Role.ROOT));
    }

    /** Reports those whose signature uses one of the digests. */
    static void reportDigests(Set<String> digests, UploadSet set, Facts facts, Findings findings) {
        of(set, facts)
                .filter(certificate -> certificate
                        .signatureAlgorithm()
                        .digest()
                        .filter(digests::contains)
                        .isPresent())
                .forEach(certificate -> report(certificate, findings));
    }

    static void report(Certificate certificate, Findings findings) {
        findings.on(certificate)
                .with("subject", certificate.subject().toString())
                .with("algorithm", certificate.signatureAlgorithm().name())
                .report();
    }
}

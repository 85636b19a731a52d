package io.github.cucmcerts.rule.keyusage;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Context;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.Role;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Set;
import java.util.stream.Stream;

/** The certificates whose signature matters: a root's own does not, for nobody relies on it. */
final class Signed {
    private Signed() {}

    static Stream<Certificate> of(UploadSet set, Context context) {
        return Stream.concat(
                set.leaf().stream(),
                context.authorities(set).stream()
                        .filter(authority -> context.roles().of(authority) != Role.ROOT));
    }

    /** Reports those whose signature uses one of the digests. */
    static void reportDigests(Set<String> digests, UploadSet set, Context context, Findings findings) {
        of(set, context)
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

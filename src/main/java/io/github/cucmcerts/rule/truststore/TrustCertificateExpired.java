package io.github.cucmcerts.rule.truststore;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/**
 * Document 217138, a trust certificate is not replaced: CUCM also rejects expired certificates for its trust stores.
 */
public final class TrustCertificateExpired extends SetRule {
    public TrustCertificateExpired() {
        super(RuleInfo.of(
                        "trust-certificate-expired",
                        Topic.TRUST_STORE,
                        Severity.ERROR,
                        "A CA certificate in the path expires before the change window ends")
                .message(
                        "The CA certificate {subject} is valid until {notAfter}, but the change window ends at {windowEnd}.")
                .rationale("CUCM does not accept an expired certificate, and a path that contains one is not valid.")
                .causes(
                        "The CA has renewed this certificate, but the directory still has the old certificate.",
                        "The change window is after the certificate's end.")
                .remedy(
                        "From the CA, get the current CA certificate, and put it next to the leaf, or into a folder named ca in a folder above the leaf's folder. If the file of the expired certificate is not in deployed/, remove that file. If the current CA certificate has another key, have the CSR signed again with that key.")
                .source(
                        Source.TECH_NOTE,
                        "A trust certificate is not replaced: expired certificates are refused",
                        Source.Kind.REJECTION));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        for (Certificate authority : facts.authorities(set)) {
            if (facts.window().endsAfter(authority.notAfter())) {
                findings.on(authority)
                        .with("subject", authority.subject().toString())
                        .with("notAfter", authority.notAfter().toString())
                        .with("windowEnd", facts.window().end().toString())
                        .report();
            }
        }
    }
}

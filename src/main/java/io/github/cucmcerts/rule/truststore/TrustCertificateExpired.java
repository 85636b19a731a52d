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
 * Document 217138, a trust certificate is not replaced: CUCM refuses expired certificates for its trust stores, too.
 */
public final class TrustCertificateExpired extends SetRule {
    public TrustCertificateExpired() {
        super(RuleInfo.of(
                        "trust-certificate-expired",
                        Topic.TRUST_STORE,
                        Severity.ERROR,
                        "A CA certificate of the path has expired")
                .message("the CA certificate {subject} lasts until {notAfter}, the change window until {windowEnd}")
                .rationale("CUCM does not take an expired certificate, and a path through one is not valid.")
                .causes(
                        "The CA has renewed this certificate, and the old one is here",
                        "The change window lies after its end")
                .remedy(
                        "Get the CA's current certificate and put it beside the certificate, or into a folder ca above it, in place of this one; if it has a new key, have the CSR signed again under it")
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

package io.github.cucmcerts.rule.validity;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/** Document 217138, a trust certificate is not replaced: CUCM does not accept an expired certificate. */
public final class CertificateExpired extends SetRule {
    public CertificateExpired() {
        super(RuleInfo.of(
                        "certificate-expired",
                        Topic.VALIDITY,
                        Severity.ERROR,
                        "The certificate expires before the change window ends")
                .message("The certificate is valid until {notAfter}, but the change window ends at {windowEnd}.")
                .rationale("CUCM does not accept an expired certificate.")
                .causes(
                        "An old certificate is in the folder instead of the new certificate.",
                        "The change window was postponed.")
                .remedy(
                        "Have the CSR signed again, with an expiration date after the change window. Replace this certificate with the new one.")
                .source(
                        Source.TECH_NOTE,
                        "A trust certificate is not replaced: CUCM refuses expired certificates",
                        Source.Kind.REJECTION));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Certificate leaf = set.leaf().orElseThrow();
        if (facts.window().endsAfter(leaf.notAfter())) {
            findings.on(leaf)
                    .with("notAfter", leaf.notAfter().toString())
                    .with("windowEnd", facts.window().end().toString())
                    .report();
        }
    }
}

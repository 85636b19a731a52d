package io.github.cucmcerts.rule.validity;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Chain;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;

/**
 * RFC 5280, section 6.1.3 (a)(2): a path is valid only until the first of its certificates expires. A certificate may
 * outlive its issuer, so the rule only warns.
 */
public final class OutlivesIssuer extends SetRule {
    public OutlivesIssuer() {
        super(RuleInfo.of(
                        "outlives-issuer",
                        Topic.VALIDITY,
                        Severity.WARNING,
                        "A certificate expires later than its issuer")
                .message(
                        "The certificate {subject} is valid until {notAfter}, but its issuer {issuer} is valid only until {issuerNotAfter}.")
                .rationale(
                        "When the issuer expires, the path is no longer valid, even if the certificate itself is still valid.")
                .causes("The CA issues certificates that are valid beyond its own expiration date.")
                .remedy(
                        "If {issuer} has a successor, put the successor next to the leaf, or into a folder named ca in a folder above the leaf's folder.[ Then remove {offeredCa}.] If the successor has another key, have the certificate issued again by the successor, and replace the file with the new certificate. If {issuer} has no successor, plan to replace the certificate before the issuer expires, and accept the finding with a waiver.")
                .source(Source.RFC_5280, "section 6.1.3 (a)(2)", Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        List<Certificate> path = facts.chain(set).map(Chain::path).orElse(List.of());
        for (int i = 1; i < path.size(); i++) {
            Certificate certificate = path.get(i - 1);
            Certificate issuer = path.get(i);
            if (certificate.notAfter().isAfter(issuer.notAfter())) {
                findings.on(certificate)
                        .with("subject", certificate.subject().toString())
                        .with("notAfter", certificate.notAfter().toString())
                        .with("issuer", issuer.origin().file())
                        .with("offeredCa", CertificateExpiresSoon.offeredCa(issuer, set, facts))
                        .with("issuerNotAfter", issuer.notAfter().toString())
                        .report();
            }
        }
    }
}

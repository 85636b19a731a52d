package io.github.cucmcerts.rule.truststore;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Outcome;
import io.github.cucmcerts.trust.StoreAfter;
import io.github.cucmcerts.trust.StoreChain;
import io.github.cucmcerts.upload.UploadSet;

/**
 * Security Guide 14: a trust store does not hold two certificates of one subject. Where the paths need both, one is
 * missing.
 */
public final class TrustCnConflict extends SetRule {
    public TrustCnConflict() {
        super(RuleInfo.of(
                        "trust-cn-conflict",
                        Topic.TRUST_STORE,
                        Severity.ERROR,
                        "Another certificate of that name takes its place")
                .message("the path needs {subject}, but {other}, of the same name, takes its place in {store}")
                .rationale(
                        "A trust store keeps one certificate of a name. Of two that are uploaded the one that starts later stays.")
                .causes(
                        "Root and issuing CA have one common name",
                        "Certificates of two generations of a CA are offered together")
                .remedy(
                        "Offer only the certificate that the paths need. Where they need both, the CA has to issue one of them under another common name (Cisco advises a suffix such as -G2 or -2026)")
                .source(
                        Source.TECH_NOTE,
                        "Troubleshoot: CA certificate is not available in the trust store; with Security Guide 14, same subject twice in a trust store",
                        Source.Kind.REJECTION));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        for (StoreChain chain : facts.chains(set)) {
            StoreAfter after = facts.after(chain.store());
            for (Certificate authority : chain.chain().authorities()) {
                if (after.outcome(authority) instanceof Outcome.Displaced displaced) {
                    findings.on(authority)
                            .with("store", chain.store().label())
                            .with("subject", authority.subject().toString())
                            .with("other", displaced.by().origin().file())
                            .report();
                }
            }
        }
    }
}

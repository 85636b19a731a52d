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
                        "Root and issuing CA have one common name: the path needs {both}, too",
                        "{otherCa} is another CA's, which has the same common name",
                        "The CA has two keys: the path of another certificate needs {needed}",
                        "The CA has two keys: a path in another trust store needs {neededElsewhere}",
                        "Certificates of two generations of a CA are offered together: no path needs {unneeded}")
                .remedy(
                        "[Have the CA issue {both} or this one under another common name (Cisco advises a suffix such as -G2 or -2026), and sign anew what is below it. ][Have the CSR signed again under {needed}, which other paths need; or have one of the two issued under another common name (Cisco advises a suffix such as -G2 or -2026), and what is below it signed anew. ][Offer {neededElsewhere} only to the trust store that needs it: move it to the folders of the sets of that store. If it lies there already, have the CSR signed again under it. ][Move {unneeded}, which no path needs, to a folder named archive. ][If the CA signs with the key of {newKey} only, have the CSR signed again under it instead. ]The store holds one of them only")
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
                    report(chain, authority, displaced.by(), facts, findings);
                }
            }
        }
    }

    private static void report(
            StoreChain chain, Certificate authority, Certificate other, Facts facts, Findings findings) {
        String file = other.origin().file();
        boolean isSameCa = other.subject().equals(authority.subject());
        boolean isNewer = other.notBefore().isAfter(authority.notBefore());
        boolean isNeeded = facts.neededIn(chain.store()).contains(other);
        Findings.Draft draft = findings.on(authority)
                .with("store", chain.store().label())
                .with("subject", authority.subject().toString())
                .with("other", file);
        if (chain.chain().authorities().contains(other)) {
            draft.with("both", file);
        } else {
            if (!isSameCa) {
                draft.with("otherCa", file);
            }
            draft.with(isNeeded ? "needed" : facts.isNeeded(other) ? "neededElsewhere" : "unneeded", file);
            if (!facts.isNeeded(other) && isSameCa && isNewer && !other.key().equals(authority.key())) {
                draft.with("newKey", file);
            }
        }
        draft.report();
    }
}

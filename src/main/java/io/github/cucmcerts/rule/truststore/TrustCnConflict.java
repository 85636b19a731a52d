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
 * Security Guide 14: a trust store does not hold two certificates with the same subject. If the paths need both, one
 * is missing.
 */
public final class TrustCnConflict extends SetRule {
    public TrustCnConflict() {
        super(RuleInfo.of(
                        "trust-cn-conflict",
                        Topic.TRUST_STORE,
                        Severity.ERROR,
                        "Another certificate with the same name replaces a CA certificate of the path")
                .message(
                        "The path needs {subject}.[ In {store}, {later}, which has the same name, replaces it.][ {together} has the same name and starts at the same time, and {store} keeps the one that is uploaded first.]")
                .rationale(
                        "A trust store keeps one certificate per name. If two are uploaded, the one that starts later stays. If both start at the same time, the one that is uploaded first stays.")
                .causes(
                        "The root and the issuing CA have the same common name: the path also needs {otherCaCertificate}.",
                        "{otherCa} belongs to another CA, which has the same common name.",
                        "The CA has two keys: the path of another certificate needs {needed}.",
                        "The CA has two keys: a path in another trust store needs {neededElsewhere}.",
                        "Certificates of two generations of a CA are offered together: no path needs {unneeded}.")
                .remedy(
                        "[Have the CA issue either {otherCaCertificate} or {subject} again under another common name (Cisco advises a suffix, for example -G2 or a year). Have every certificate below the renamed CA certificate signed again.][Either have the CSR signed again with the key of {needed}, which other paths need. Or have one of the two CA certificates issued again under another common name (Cisco advises a suffix, for example -G2 or a year), and every certificate below the renamed CA certificate signed again.][Offer {neededElsewhere} only to the trust store that needs it: put a copy into the folder of each upload set that uses this trust store, and remove the file from its present place. If the file is already in one of these folders, have the CSR signed again with the key of {neededElsewhere}.][Move {spare}, which no path needs, to a folder named archive.][If the CA now signs only with the key of {newKey}, keep this file, and have the CSR signed again with that key. Otherwise, move {newKey}, which no path needs, to a folder named archive.]")
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
        boolean isTogether = other.notBefore().equals(authority.notBefore());
        boolean isNeeded = facts.neededIn(chain.store()).contains(other);
        Findings.Draft draft = findings.on(authority)
                .with("store", chain.store().label())
                .with("subject", authority.subject().toString())
                .with("other", file)
                .with(isTogether ? "together" : "later", file);
        if (chain.chain().authorities().contains(other)) {
            draft.with("otherCaCertificate", file);
        } else {
            if (!isSameCa) {
                draft.with("otherCa", file);
            }
            draft.with(isNeeded ? "needed" : facts.isNeeded(other) ? "neededElsewhere" : "unneeded", file);
            if (!facts.isNeeded(other)) {
                boolean isRenewed = isSameCa && isNewer && !other.key().equals(authority.key());
                draft.with(isRenewed ? "newKey" : "spare", file);
            }
        }
        draft.report();
    }
}

package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/**
 * Document 217138, Troubleshoot: CUCM refuses the certificate of another node or CSR. Here several could be meant, and
 * one at most is right.
 */
public final class LeafAmbiguous extends SetRule {
    public LeafAmbiguous() {
        super(RuleInfo.of("leaf-ambiguous", Topic.CSR_MATCH, Severity.ERROR, "Several certificates could be the leaf")
                .message("which certificate is to be uploaded cannot be told: {candidates}")
                .rationale(
                        "Only one certificate goes up for a purpose, and nothing here says which: none of these answers a CSR of the set.")
                .causes("Several answers of the CA, or certificates of other nodes, lie in one folder")
                .remedy(
                        "Put the certificate here that answers the CSR which the node holds[, {csr}], with that CSR; move all others to the folders of their nodes, or to a folder named archive. If no certificate answers it, have it signed")
                .source(
                        Source.TECH_NOTE,
                        "Troubleshoot: CSR public key and certificate public key do not match",
                        Source.Kind.REJECTION));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return true;
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        if (!set.match().rivals().isEmpty()) {
            findings.on(set.match().rivals().get(0))
                    .with(
                            "candidates",
                            set.match().rivals().stream()
                                    .map(rival -> rival.origin().file())
                                    .toList())
                    .with("csr", set.csr().map(csr -> csr.origin().file()))
                    .report();
        }
    }
}

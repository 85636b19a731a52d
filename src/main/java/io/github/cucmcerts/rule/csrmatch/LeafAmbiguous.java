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
 * Document 217138, Troubleshoot: CUCM rejects the certificate of another node or CSR. Here, any of several
 * certificates can be meant, and at most one is right.
 */
public final class LeafAmbiguous extends SetRule {
    public LeafAmbiguous() {
        super(RuleInfo.of("leaf-ambiguous", Topic.CSR_MATCH, Severity.ERROR, "Several certificates could be the leaf")
                .message("It is unclear which of these certificates to upload: {candidates}.")
                .rationale(
                        "Only one certificate is uploaded for a purpose. None of these certificates matches a CSR of the upload set, so the right one is unknown.")
                .causes("Several certificates from the CA, or certificates of other nodes, are in one folder.")
                .remedy(
                        "Put the CSR that the node holds[ ({csr})] and the certificate that matches it into the folder of this upload set. Move all other certificates to the folders of their nodes, or to a folder named archive. If no certificate matches the CSR yet, have the CSR signed.")
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

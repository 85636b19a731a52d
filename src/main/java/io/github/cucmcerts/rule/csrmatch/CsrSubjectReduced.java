package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;

/**
 * Security Guide 14: from 14SU1 on, CUCM accepts a certificate without the OU of its CSR. The documents do not mention
 * the other fields.
 */
public final class CsrSubjectReduced extends SetRule {
    public CsrSubjectReduced() {
        super(RuleInfo.of(
                        "csr-subject-reduced",
                        Topic.CSR_MATCH,
                        Severity.INFO,
                        "The certificate lacks subject fields of the CSR")
                .message("The subject lacks fields that CSR {csr} requested: {missing}.")
                .rationale(
                        "From 14SU1 on, a certificate without the OU of its CSR is documented as accepted. Public CAs leave out fields that they do not verify.")
                .causes("The CA leaves out fields that it does not verify.")
                .remedy("No action needed.")
                .source(Source.SECURITY_GUIDE, "OU in CSR and certificate", Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return hasCsrAndLeaf(set);
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Csr csr = set.csr().orElseThrow();
        Certificate leaf = set.leaf().orElseThrow();
        List<String> missing =
                SubjectComparison.of(csr.subject(), leaf.subject()).missing();
        if (!missing.isEmpty()) {
            findings.on(leaf)
                    .with("csr", csr.origin().file())
                    .with("missing", missing)
                    .report();
        }
    }
}

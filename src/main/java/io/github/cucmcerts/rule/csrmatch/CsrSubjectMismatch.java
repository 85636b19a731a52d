package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;

/**
 * Security Guide 14, SIP trunks: a peer identifies the certificate by its common name. No document says that CUCM
 * compares the subjects of the CSR and the certificate.
 */
public final class CsrSubjectMismatch extends SetRule {
    public CsrSubjectMismatch() {
        super(RuleInfo.of(
                        "csr-subject-mismatch",
                        Topic.CSR_MATCH,
                        Severity.WARNING,
                        "The subject differs from the subject of the CSR")
                .message("The subject of the certificate differs from the subject of CSR {csr} ({different}).")
                .rationale(
                        "Peers identify the certificate by its common name. No document says that CUCM rejects a different subject.")
                .causes("The CA did not copy the subject from the CSR.")
                .remedy(
                        "If no peer relies on the subject of the CSR, accept the finding with a waiver. Otherwise, have the CA sign the CSR again with the subject of the CSR.")
                .source(Source.SECURITY_GUIDE, "X.509 subject name of SIP trunks", Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return hasCsrAndLeaf(set);
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Csr csr = set.csr().orElseThrow();
        Certificate leaf = set.leaf().orElseThrow();
        List<Message> different =
                SubjectComparison.of(csr.subject(), leaf.subject()).different();
        if (!different.isEmpty()) {
            findings.on(leaf)
                    .with("csr", csr.origin().file())
                    .withProse("different", different)
                    .report();
        }
    }
}

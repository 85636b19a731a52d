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
 * Security Guide 14, SIP trunks: a peer knows the certificate by its common name. No document says that CUCM compares
 * the subjects of CSR and certificate.
 */
public final class CsrSubjectMismatch extends SetRule {
    public CsrSubjectMismatch() {
        super(RuleInfo.of(
                        "csr-subject-mismatch",
                        Topic.CSR_MATCH,
                        Severity.WARNING,
                        "Another subject than the CSR asks for")
                .message("the subject is not the one that {csr} asks for ({different})")
                .rationale(
                        "Peers name the certificate by its common name. That CUCM refuses another subject is not documented.")
                .causes("The CA wrote its own subject, or the certificate is another node's")
                .remedy(
                        "Ask the CA to take over the subject of the CSR, or make sure that no peer relies on the old one")
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
        List<String> different =
                SubjectComparison.of(csr.subject(), leaf.subject()).different();
        if (!different.isEmpty()) {
            findings.on(leaf)
                    .with("csr", csr.origin().file())
                    .with("different", different)
                    .report();
        }
    }
}

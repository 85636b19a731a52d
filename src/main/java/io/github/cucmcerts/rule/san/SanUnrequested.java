package io.github.cucmcerts.rule.san;

import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/** Document 118855, on Unified CCX: if the CSR requests no names, the CA may add some. No document on CUCM says so. */
public final class SanUnrequested extends SetRule {
    public SanUnrequested() {
        super(RuleInfo.of(
                        "san-unrequested",
                        Topic.SAN,
                        Severity.INFO,
                        "The CSR requested no names, but the certificate has some")
                .message("The certificate contains {added}, but CSR {csr} requested no subject alternative names.")
                .rationale(
                        "A document on Unified CCX, a sibling product, says that names added by the CA are not a mismatch if the CSR requests none.")
                .causes("The CSR was generated without a parent domain.")
                .remedy("No action needed.")
                .source(
                        "Configure UCCX Solution Certificate Management (document 118855)",
                        "for a sibling product",
                        Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return hasCsrAndLeaf(set) && !SanComparison.requestsNames(set);
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        SanComparison.reportAdded(set, findings);
    }
}

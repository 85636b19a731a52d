package io.github.cucmcerts.rule.san;

import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/**
 * Document 118855, on Unified CCX: where the CSR asks for no names the CA may add some. No document on CUCM says so.
 */
public final class SanUnrequested extends SetRule {
    public SanUnrequested() {
        super(RuleInfo.of(
                        "san-unrequested",
                        Topic.SAN,
                        Severity.INFO,
                        "The CSR asks for no names, the certificate has some")
                .message("the certificate carries {added}; the CSR {csr} asks for no subject alternative name at all")
                .rationale("Where the CSR asks for none, names that the CA adds are documented as no mismatch.")
                .causes("The CSR was generated without parent domain")
                .remedy("Nothing needs to be done")
                .source(
                        "Configure UCCX Solution Certificate Management (document 118855)",
                        "for a sibling product",
                        Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return hasCsrAndLeaf(set) && !SanComparison.asksForNames(set);
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        SanComparison.reportAdded(set, findings);
    }
}

package io.github.cucmcerts.rule.san;

import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/** Document 217138, Troubleshoot: CUCM refuses a certificate with a name that its CSR does not ask for. */
public final class SanAdded extends SetRule {
    public SanAdded() {
        super(RuleInfo.of("san-added", Topic.SAN, Severity.ERROR, "The certificate names more than its CSR")
                .message("the certificate carries {added}, which the CSR {csr} does not ask for")
                .cucm("CSR SAN and Certificate SAN does not match")
                .rationale(
                        "CUCM compares the subject alternative names of CSR and certificate as sets and refuses the certificate where they differ: it keeps names that were not asked for from being certified.")
                .causes(
                        "The CA added names by itself (often the common name, www, or an IP address), or the certificate belongs to another CSR")
                .remedy(
                        "Have the CA issue exactly the names of the CSR; or generate the CSR with the names that the CA adds and have that signed")
                .source(
                        Source.TECH_NOTE,
                        "Troubleshoot: CSR SAN and certificate SAN do not match",
                        Source.Kind.REJECTION));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return hasCsrAndLeaf(set) && SanComparison.asksForNames(set);
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        SanComparison.reportAdded(set, findings);
    }
}

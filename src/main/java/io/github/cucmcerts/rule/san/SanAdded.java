package io.github.cucmcerts.rule.san;

import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/** Document 217138, Troubleshoot: CUCM rejects a certificate with a name that its CSR did not request. */
public final class SanAdded extends SetRule {
    public SanAdded() {
        super(RuleInfo.of(
                        "san-added",
                        Topic.SAN,
                        Severity.ERROR,
                        "The certificate has names that the CSR did not request")
                .message("The certificate contains {added}, which CSR {csr} did not request.")
                .cucm("CSR SAN and Certificate SAN does not match")
                .rationale(
                        "CUCM compares the subject alternative names of the CSR and the certificate as sets. It rejects the certificate if they differ, to prevent certificates for names that were not requested.")
                .causes(
                        "The CA added names on its own, often the common name, www, or an IP address. Or the certificate belongs to another CSR.")
                .remedy(
                        "Have the CA issue the certificate again with exactly the names of the CSR. If the CA cannot do this, generate a CSR with the names that the CA adds (multi-server: in Other Domains; one node: with `set web-security`), and have it signed.")
                .source(
                        Source.TECH_NOTE,
                        "Troubleshoot: CSR SAN and certificate SAN do not match",
                        Source.Kind.REJECTION));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return hasCsrAndLeaf(set) && SanComparison.requestsNames(set);
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        SanComparison.reportAdded(set, findings);
    }
}

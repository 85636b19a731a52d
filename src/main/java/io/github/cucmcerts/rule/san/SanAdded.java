package io.github.cucmcerts.rule.san;

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
                .causes("The CA added names on its own, often the common name, www, or an IP address.")
                .remedy(
                        "Have the CA issue the certificate again with exactly the names of the CSR.[ If the CA cannot do this, the CSR must also request {enterable}.]"
                                + NameFields.ENTER
                                + "[ Then generate a CSR, check that it requests {enterable}, and have it signed.]")
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
        Csr csr = set.csr().orElseThrow();
        Certificate leaf = set.leaf().orElseThrow();
        List<String> added = SanComparison.entriesOnlyIn(leaf, csr);
        if (!added.isEmpty()) {
            Findings.Draft draft =
                    findings.on(leaf).with("csr", csr.origin().file()).with("added", added);
            NameFields.add("enterable", SanComparison.onlyIn(leaf, csr), set, draft)
                    .report();
        }
    }
}

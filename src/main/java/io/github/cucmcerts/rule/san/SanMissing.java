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

/** Document 217138, Troubleshoot: CSR and certificate have the same set of names, else CUCM refuses the upload. */
public final class SanMissing extends SetRule {
    public SanMissing() {
        super(RuleInfo.of("san-missing", Topic.SAN, Severity.ERROR, "The certificate lacks names of its CSR")
                .message("the certificate lacks {missing}, which the CSR {csr} asks for")
                .cucm("CSR SAN and Certificate SAN does not match")
                .rationale(
                        "CUCM compares the subject alternative names of CSR and certificate as sets and refuses the certificate where they differ.")
                .causes("The CA dropped names (often the parent domain), or the certificate belongs to another CSR")
                .remedy(
                        "Have the CA issue exactly the names of the CSR; or generate the CSR as the CA wants it (without the parent domain, where the CA drops it) and have that signed")
                .source(
                        Source.TECH_NOTE,
                        "Troubleshoot: CSR SAN and certificate SAN do not match",
                        Source.Kind.REJECTION));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return hasCsrAndLeaf(set);
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Csr csr = set.csr().orElseThrow();
        Certificate leaf = set.leaf().orElseThrow();
        List<String> missing = SanComparison.entriesOnlyIn(csr, leaf);
        if (!missing.isEmpty()) {
            findings.on(leaf)
                    .with("csr", csr.origin().file())
                    .with("missing", missing)
                    .report();
        }
    }
}

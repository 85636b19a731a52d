package io.github.cucmcerts.rule.san;

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
 * Document 217138, Troubleshoot, compares the names of the CSR and the certificate as sets. It does not say whether
 * case, a trailing dot, or a repeated entry matters.
 */
public final class SanDiffersInForm extends SetRule {
    public SanDiffersInForm() {
        super(RuleInfo.of("san-differs-in-form", Topic.SAN, Severity.WARNING, "The names differ only in form")
                .message("The certificate has the names of CSR {csr}, but they are written differently: {different}.")
                .rationale(
                        "No document says how CUCM handles a difference in case, a trailing dot, or a repeated entry.")
                .causes("The CA writes names in its own form.")
                .remedy(
                        "Have the CA issue the certificate again with the names exactly as they are written in the CSR. If the CA cannot do this, CUCM can reject the certificate: accept that risk with a waiver, or use another CA.")
                .source(
                        Source.TECH_NOTE,
                        "Troubleshoot: CSR SAN and certificate SAN do not match",
                        Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return hasCsrAndLeaf(set);
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Csr csr = set.csr().orElseThrow();
        Certificate leaf = set.leaf().orElseThrow();
        List<Message> different = SanComparison.differentForms(csr, leaf);
        if (!different.isEmpty()) {
            findings.on(leaf)
                    .with("csr", csr.origin().file())
                    .withProse("different", different)
                    .report();
        }
    }
}

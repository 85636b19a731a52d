package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;

/**
 * Document 217138: a server holds one CSR per certificate type, and a new one replaces the old one. CUCM then rejects
 * a certificate for the old one.
 */
public final class CsrNotUnique extends SetRule {
    public CsrNotUnique() {
        super(RuleInfo.of(
                        "csr-not-unique",
                        Topic.CSR_MATCH,
                        Severity.ERROR,
                        "Not every CSR of the upload set has a certificate")
                .message("No certificate matches this CSR, and the upload set has other CSRs: {others}.")
                .cucm("CSR public key and Certificate public key does not match")
                .rationale(
                        "A node holds one CSR per purpose. A new CSR replaces the old one, and CUCM then rejects a certificate for the old one.")
                .causes("The CSR was generated again after the earlier CSR was sent to the CA.")
                .remedy(
                        "Download the CSR that the node holds, and put it into the folder of this upload set. Keep the certificate that matches this CSR, and move all other CSRs and their certificates to a folder named archive. If no certificate matches this CSR yet, have the CSR signed.")
                .source(Source.TECH_NOTE, "One CSR per server and certificate type", Source.Kind.REJECTION));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return !set.csrs().isEmpty();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        List<Csr> all = set.csrs();
        if (all.size() == 1) {
            return;
        }
        for (Csr csr : set.match().unanswered()) {
            List<String> others = all.stream()
                    .filter(other -> !other.equals(csr))
                    .limit(Bounds.VALUES)
                    .map(other -> other.origin().file())
                    .toList();
            findings.on(csr).with("others", others, all.size() - 1).report();
        }
    }
}

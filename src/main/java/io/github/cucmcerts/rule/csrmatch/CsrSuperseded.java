package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/** Document 217138, Troubleshoot: CUCM rejects a certificate if its CSR was replaced after it was sent to the CA. */
public final class CsrSuperseded extends SetRule {
    public CsrSuperseded() {
        super(RuleInfo.of("csr-superseded", Topic.CSR_MATCH, Severity.ERROR, "The node holds another CSR")
                .message("The node holds CSR {held}, not this CSR.")
                .cucm("CSR public key and Certificate public key does not match")
                .rationale("A new CSR replaces the old one, and CUCM rejects a certificate for the old one.")
                .causes("A new CSR was generated after this CSR was sent to the CA.")
                .remedy(
                        "If the node now holds this CSR, bring deployed/ up to date. Otherwise, have the CSR that the node holds ({held}) signed. Put that CSR and its certificate into the folder of this upload set, and move this CSR and its certificate to a folder named archive.")
                .source(
                        Source.TECH_NOTE,
                        "Troubleshoot: CSR public key and certificate public key do not match",
                        Source.Kind.REJECTION));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.csr().isPresent() && !set.deployed().csrs().isEmpty();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Csr csr = set.csr().orElseThrow();
        if (!set.deployed().csrs().contains(csr)) {
            findings.on(csr)
                    .with(
                            "held",
                            set.deployed().csrs().stream()
                                    .map(held -> held.origin().file())
                                    .toList())
                    .report();
        }
    }
}

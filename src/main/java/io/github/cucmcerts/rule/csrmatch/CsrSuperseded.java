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

/** Document 217138, Troubleshoot: CUCM refuses a certificate whose CSR was replaced after it was sent to the CA. */
public final class CsrSuperseded extends SetRule {
    public CsrSuperseded() {
        super(RuleInfo.of("csr-superseded", Topic.CSR_MATCH, Severity.ERROR, "The server holds another CSR")
                .message("the server holds another CSR, see {held}")
                .cucm("CSR public key and Certificate public key does not match")
                .rationale("A new CSR replaces the old one, and a certificate for the old one is refused.")
                .causes("The CSR was generated again after this one was sent to the CA")
                .remedy(
                        "Have the CSR that the server holds ({held}) signed, and put it and its certificate here in place of this CSR and its certificate. If the server holds this CSR by now, bring deployed/ up to date")
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

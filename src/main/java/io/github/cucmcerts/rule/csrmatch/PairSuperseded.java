package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.Pair;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Optional;

/**
 * Document 217138: a server holds one CSR per certificate type, so only one of several pairs counts. No document
 * requests that the others be removed.
 */
public final class PairSuperseded extends SetRule {
    public PairSuperseded() {
        super(RuleInfo.of(
                        "pair-superseded",
                        Topic.CSR_MATCH,
                        Severity.INFO,
                        "A certificate is not checked, because another one is used")
                .message(
                        "[The certificate and its CSR {csr} are not checked, because the node holds CSR {held}.][The certificate and its CSR {csr} are not checked, because the certificate is already deployed ({deployed}).][The certificate and its CSR {csr} are not checked, because {newest} is newer.][The certificate and its CSR {csr} are not checked, because {counts} is used instead.][The certificate for CSR {sharedCsr} is not checked, because the certificate is already deployed ({deployed}).][The certificate for CSR {sharedCsr} is not checked, because {newest} is newer.][The certificate for CSR {sharedCsr} is not checked, because {counts} is used instead.]")
                .rationale(
                        "A node holds one CSR per purpose, and only one certificate that matches this CSR is checked and uploaded: the newest. If deployed/ does not show the CSR, the newest pair of a CSR and a certificate is used.")
                .causes(
                        "The CA issued more than one certificate for CSR {sharedCsr}.",
                        "The files of the last renewal were kept, or the CSR was generated again.")
                .remedy(
                        "No action needed.[ To keep the old files out of the check, move this certificate and CSR {csr} to a folder named archive or old.][ To keep the old certificate out of the check, move only this certificate to a folder named archive or old. Leave CSR {sharedCsr} where it is.]")
                .source(Source.TECH_NOTE, "One CSR per server and certificate type", Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return !set.match().history().isEmpty();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        for (Pair pair : set.match().history()) {
            if (!set.slot().own().contains(pair.leaf())) {
                continue; // files in deployed/ need no finding: they are history anyway
            }
            boolean isShared = set.csr().filter(pair.csr()::equals).isPresent();
            Findings.Draft draft = findings.on(pair.leaf())
                    .with(isShared ? "sharedCsr" : "csr", pair.csr().origin().file());
            Optional<Certificate> deployed = set.deployed().identities().stream()
                    .filter(pair.leaf()::equals)
                    .findFirst();
            if (deployed.isPresent()) {
                draft.with("deployed", deployed.get().origin().file());
            } else if (!isShared
                    && set.csr().filter(set.deployed().csrs()::contains).isPresent()) {
                draft.with("held", set.csr().get().origin().file());
            } else {
                boolean isOlder = set.leaf()
                        .filter(leaf -> pair.leaf().notBefore().isBefore(leaf.notBefore()))
                        .isPresent();
                draft.with(
                        isOlder ? "newest" : "counts",
                        set.leaf()
                                .<NamedKey>map(leaf -> leaf)
                                .or(set::request)
                                .map(other -> other.origin().file()));
            }
            draft.report();
        }
    }
}

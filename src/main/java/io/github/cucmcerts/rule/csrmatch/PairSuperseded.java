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
 * Document 217138: a server holds one CSR of a type, so of several pairs only one counts. No document asks to remove
 * the others.
 */
public final class PairSuperseded extends SetRule {
    public PairSuperseded() {
        super(RuleInfo.of("pair-superseded", Topic.CSR_MATCH, Severity.INFO, "An older pair beside the newest")
                .message(
                        "the certificate and its CSR {csr} are history[: the server holds the CSR {held}][: the certificate is deployed already, {deployed}][: {newest} is newer][: {counts} counts]")
                .rationale(
                        "A server holds one CSR of a purpose: only the certificate that answers it is checked and uploaded. Where deployed/ does not tell the CSR, the newest pair counts.")
                .causes("Last time's files were kept, or the CSR was generated again")
                .remedy("Nothing needs to be done; a folder named archive or old keeps history out of the check")
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
                continue; // what deployed/ tells is history by itself
            }
            Findings.Draft draft =
                    findings.on(pair.leaf()).with("csr", pair.csr().origin().file());
            Optional<Certificate> deployed = set.deployed().identities().stream()
                    .filter(pair.leaf()::equals)
                    .findFirst();
            if (deployed.isPresent()) {
                draft.with("deployed", deployed.get().origin().file());
            } else if (set.csr().filter(set.deployed().csrs()::contains).isPresent()) {
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

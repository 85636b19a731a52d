package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.rule.Context;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.upload.Pair;
import io.github.cucmcerts.upload.UploadSet;

/** An older pair beside the newest. */
public final class PairSuperseded implements SetRule {
    private static final RuleInfo INFO = RuleInfo.of(
                    "pair-superseded", Topic.CSR_MATCH, Severity.INFO, "An older pair beside the newest")
            .message("this pair of CSR and certificate is history: {newest} is newer, or this one is deployed already")
            .rationale("Only the newest pair is judged and uploaded.")
            .causes("Last time's files were kept")
            .remedy("Nothing needs to be done; a folder named archive or old keeps history out of the check")
            .source(Source.TECH_NOTE, "One CSR per server and certificate type", Source.Kind.ADVICE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void judge(UploadSet set, Context context, Findings findings) {
        for (Pair pair : set.history()) {
            if (!set.own().contains(pair.leaf())) {
                continue; // what deployed/ tells is history by itself
            }
            findings.on(pair.leaf())
                    .with("csr", pair.csr().origin().file())
                    .with(
                            "newest",
                            set.leaf()
                                    .<NamedKey>map(leaf -> leaf)
                                    .or(set::request)
                                    .map(newest -> newest.origin().file()))
                    .report();
        }
    }
}

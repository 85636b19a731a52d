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
 * Document 217138: each server generates its own CSR, and so its own key. That the same key on two nodes is a mistake
 * is the plugin's advice.
 */
public final class KeyShared extends SetRule {
    public KeyShared() {
        super(RuleInfo.of(
                        "key-shared",
                        Topic.CSR_MATCH,
                        Severity.WARNING,
                        "Upload sets of different nodes have the same key")
                .message("These upload sets of other nodes have the same key: {others}.")
                .rationale(
                        "Each node generates its own key, which never leaves the node. If two single-server sets have the same key, a file was copied.")
                .causes("A CSR or a certificate was copied to the folder of another node.")
                .remedy(
                        "Keep the files in the folder of the node that generated the CSR, and remove them from the other folders. Then either generate a separate CSR on each of the other nodes, and have it signed, or use one multi-server certificate for all nodes.")
                .source(Source.TECH_NOTE, "One CSR per server and certificate type", Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.csr().isPresent() && !set.multiServer();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Csr csr = set.csr().orElseThrow();
        List<UploadSet> all = facts.setsOf(csr.key());
        long ofTheNode = facts.setsOf(csr.key(), set.nodeName().label()).stream()
                .filter(other -> isOneNode(other, set))
                .count();
        if (all.size() > ofTheNode) {
            // only as many as are shown: with a thousand sets of one key, looking at all of them is slow
            List<String> others = all.stream()
                    .filter(other -> !isOneNode(other, set))
                    .limit(Bounds.VALUES)
                    .map(UploadSet::id)
                    .toList();
            findings.on(csr)
                    .with("others", others, (int) (all.size() - ofTheNode))
                    .report();
        }
    }

    /** Whether both are of one node, even if one has its short name and the other its full name. */
    private static boolean isOneNode(UploadSet one, UploadSet other) {
        return one.node().equalsIgnoreCase(other.node())
                || !one.nodeName().value().equalsIgnoreCase(other.nodeName().value())
                        && one.nodeName().sameAs(other.nodeName());
    }
}

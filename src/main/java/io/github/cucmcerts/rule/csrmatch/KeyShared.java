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
 * Document 217138: each server makes its own CSR, and so its own key. That one key on two servers is a mistake is the
 * plugin's advice.
 */
public final class KeyShared extends SetRule {
    public KeyShared() {
        super(RuleInfo.of("key-shared", Topic.CSR_MATCH, Severity.WARNING, "Two nodes have one key")
                .message("the key is also that of {others}")
                .rationale(
                        "Each node makes its own key, which never leaves it. One key for two single-server sets means that a file was copied.")
                .causes("A CSR or certificate was copied into another node's folder")
                .remedy(
                        "Leave the files in the folder of the node that made the CSR, and remove them from the others; on those generate a CSR of their own, or use a multi-server certificate")
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
            // not all of them are looked at for each: of a thousand sets with one key that takes long
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

    /** One node, be it written short and in full. */
    private static boolean isOneNode(UploadSet one, UploadSet other) {
        return one.node().equalsIgnoreCase(other.node())
                || !one.nodeName().value().equalsIgnoreCase(other.nodeName().value())
                        && one.nodeName().sameAs(other.nodeName());
    }
}

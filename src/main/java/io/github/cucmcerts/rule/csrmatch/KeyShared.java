package io.github.cucmcerts.rule.csrmatch;

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

/** Two nodes have one key. */
public final class KeyShared implements SetRule {
    private static final RuleInfo INFO = RuleInfo.of(
                    "key-shared", Topic.CSR_MATCH, Severity.WARNING, "Two nodes have one key")
            .message("the key is also that of {others}")
            .rationale(
                    "Each node makes its own key, which never leaves it. One key for two single-server sets means that a file was copied.")
            .causes("A CSR or certificate was copied into another node's folder")
            .remedy("Generate a CSR on each node, or use a multi-server certificate")
            .source(Source.TECH_NOTE, "One CSR per server and certificate type", Source.Kind.ADVICE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        set.csr().filter(request -> !set.multiServer()).ifPresent(request -> {
            List<UploadSet> all = facts.setsOf(request.key());
            long ofTheNode = facts.setsOf(request.key(), set.nodeName().label()).stream()
                    .filter(other -> isOneNode(other, set))
                    .count();
            if (all.size() > ofTheNode) {
                // not all of them are looked at for each: of a thousand sets with one key that takes long
                List<String> others = all.stream()
                        .filter(other -> !isOneNode(other, set))
                        .limit(Bounds.VALUES)
                        .map(UploadSet::id)
                        .toList();
                findings.on(request)
                        .with("others", others, (int) (all.size() - ofTheNode))
                        .report();
            }
        });
    }

    /** One node, be it written short and in full. */
    private static boolean isOneNode(UploadSet one, UploadSet other) {
        return one.node().equalsIgnoreCase(other.node())
                || !one.nodeName().value().equalsIgnoreCase(other.nodeName().value())
                        && one.nodeName().sameAs(other.nodeName());
    }
}

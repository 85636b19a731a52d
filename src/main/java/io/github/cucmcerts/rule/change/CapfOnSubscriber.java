package io.github.cucmcerts.rule.change;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Optional;

/**
 * Document 217138, CAPF: only the publisher's certificate is used. A subscriber's is regenerated as a self-signed one
 * if its alarm disturbs, so the rule only warns.
 */
public final class CapfOnSubscriber extends SetRule {
    public CapfOnSubscriber() {
        super(RuleInfo.of(
                        "capf-on-subscriber",
                        Topic.CHANGE,
                        Severity.WARNING,
                        "A CAPF certificate of another node than the publisher")
                .message("CAPF's certificate is used on the publisher {publisher} alone, and this is for {node}")
                .rationale(
                        "CAPF runs on the publisher. A subscriber's CAPF certificate is not used; from release 14 on it has none.")
                .causes("CSRs of all types were generated on every node")
                .remedy("Leave it out. If its alarm disturbs, regenerate it as a self-signed certificate")
                .source(Source.TECH_NOTE, "CAPF", Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.purpose() == Purpose.CAPF
                && !set.node().isEmpty()
                && set.request().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Optional<NodeName> publisher = facts.cluster().publisher();
        if (publisher.isPresent() && !publisher.get().sameAs(set.nodeName())) {
            findings.on(set.request().orElseThrow())
                    .with("publisher", publisher.get().value())
                    .with("node", set.node())
                    .report();
        }
    }
}

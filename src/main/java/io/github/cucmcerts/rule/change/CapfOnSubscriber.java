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
 * Document 217138, CAPF: only the publisher's certificate is used. A subscriber's certificate can be regenerated as
 * self-signed if its alarm is a nuisance, so the rule only warns.
 */
public final class CapfOnSubscriber extends SetRule {
    public CapfOnSubscriber() {
        super(RuleInfo.of(
                        "capf-on-subscriber",
                        Topic.CHANGE,
                        Severity.WARNING,
                        "The CAPF certificate is not for the publisher")
                .message(
                        "CUCM uses the CAPF certificate only on the publisher {publisher}, but this CSR or certificate is for {node}.")
                .rationale(
                        "CAPF runs on the publisher. A subscriber's CAPF certificate is not used. From release 14 on, a subscriber has none.")
                .causes("CSRs of all types were generated on every node.")
                .remedy(
                        "Remove the CSR and the certificate from this directory. If the alarm about the subscriber's certificate is a nuisance, regenerate that certificate as self-signed.")
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

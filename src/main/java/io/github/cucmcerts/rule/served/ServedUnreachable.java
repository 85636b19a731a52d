package io.github.cucmcerts.rule.served;

import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Seen;
import io.github.cucmcerts.trust.Sighting;
import io.github.cucmcerts.upload.UploadSet;

/** System Configuration Guide 14, TCP and UDP Port Usage: the ports at which a node serves its certificates. */
public final class ServedUnreachable extends LookRule {
    public ServedUnreachable() {
        super(RuleInfo.of(
                        "served-unreachable",
                        Topic.SERVED,
                        Severity.ERROR,
                        "A node shows no certificate at a port that serves one")
                .message("{node} shows no certificate at port {port}: {reason}.")
                .rationale(
                        "Nobody can say what is served there. A service that does not come back after its restart looks the same.")
                .causes(
                        "The service is stopped or still starting, a firewall is in between, or the address or port leads elsewhere")
                .remedy("{advice}. Then run check-served again")
                .whyError(
                        "What was not seen must not pass: the service may be down. No document rejects anything here: the ports are documented")
                .source(Source.PORTS, "TCP and UDP Port Usage", Source.Kind.REQUIREMENT));
    }

    @Override
    void check(Sighting sighting, UploadSet set, Facts facts, Findings findings) {
        if (sighting.kind() != Sighting.Kind.UNREACHABLE) {
            return;
        }
        if (sighting.seen() instanceof Seen.Nothing nothing) {
            on(sighting, set, findings)
                    .with("reason", nothing.reason())
                    .with("advice", nothing.advice())
                    .report();
        } else if (sighting.seen() instanceof Seen.Refused refused) {
            on(sighting, set, findings)
                    .with("reason", "it has none with an RSA key to show (" + refused.reason() + ")")
                    .with("advice", "See in Certificate Management which certificate the node has, and upload this one")
                    .report();
        }
    }
}

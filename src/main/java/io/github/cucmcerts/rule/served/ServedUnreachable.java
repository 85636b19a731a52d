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
        super(RuleInfo.of("served-unreachable", Topic.SERVED, Severity.ERROR, "A node sends no certificate at a port")
                .message("{node} sends no certificate at port {port}: {reason}.")
                .rationale(
                        "The plugin cannot check what the node serves there. The service may not have started after its restart.")
                .causes(
                        "The service is stopped or is still starting, a firewall blocks the connection, or the address or the port is wrong.")
                .remedy("{advice} Then run check-served again.")
                .whyError(
                        "What was not checked must not pass: the service can be down. No document says that CUCM rejects anything here. The documents list the ports.")
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
                    .with(
                            "reason",
                            "it refused every offer for a certificate with an RSA key (" + refused.reason() + ")")
                    .with(
                            "advice",
                            "On the node, open Cisco Unified OS Administration > Security > Certificate Management. If it does not show this certificate, upload it. If it does, check the TLS settings of the service.")
                    .report();
        }
    }
}

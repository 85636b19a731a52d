package io.github.cucmcerts.rule.served;

import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Seen;
import io.github.cucmcerts.trust.Sighting;
import io.github.cucmcerts.upload.UploadSet;

/** Administration Guide, HTTPS Ciphers: EC ciphers of Tomcat are off by default. No TCP port serves ipsec, ITLRecovery or authz. */
public final class ServedNotSeen extends LookRule {
    public ServedNotSeen() {
        super(RuleInfo.of("served-not-seen", Topic.SERVED, Severity.INFO, "A certificate that no connection shows")
                .message(
                        "[No port serves the certificate of {withoutPort}.][It is not known which node serves this certificate of {withoutNode}.][{node} shows no certificate with an EC key at port {port} ({reason}).]")
                .rationale(
                        "The goal looks through TLS connections. ipsec uses its certificate in IKE, ITLRecovery and authz sign with theirs, and EC ciphers are off on Tomcat unless the enterprise parameter HTTPS Ciphers turns them on.")
                .causes(
                        "The purpose has no TLS port: {withoutPort}",
                        "Neither a folder nor the CSR names the node: {withoutNode}",
                        "EC ciphers are off, so that the service shows only its certificate with an RSA key ({port})")
                .remedy(
                        "Look by hand: Cisco Unified OS Administration > Security > Certificate Management on the node shows the certificate and its serial number, and so does `show cert own` on its command line")
                .source(Source.PORTS, "TCP and UDP Port Usage", Source.Kind.ADVICE));
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        if (facts.sightings().notLookedAt().contains(set.id())) {
            return;
        }
        if (facts.sightings().of(set.id()).isEmpty()) {
            String evidence = Port.of(set.purpose()).isEmpty() ? "withoutPort" : "withoutNode";
            findings.on(set.leaf().orElseThrow())
                    .with(evidence, set.purpose().label())
                    .report();
        }
        super.check(set, facts, findings);
    }

    @Override
    void check(Sighting sighting, UploadSet set, Facts facts, Findings findings) {
        if (sighting.kind() == Sighting.Kind.NOT_SEEN && sighting.seen() instanceof Seen.Refused refused) {
            on(sighting, set, findings).with("reason", refused.reason()).report();
        }
    }
}

package io.github.cucmcerts.rule.served;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.PortCheck;
import io.github.cucmcerts.trust.ProbeResult;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;
import java.util.Optional;

/** System Configuration Guide 14, TCP and UDP Port Usage: the ports at which a node serves its certificates. */
public final class ServedUnreachable extends PortRule {
    public ServedUnreachable() {
        super(RuleInfo.of("served-unreachable", Topic.SERVED, Severity.ERROR, "A node sends no certificate on a port")
                .message(
                        "{node} sends no certificate on port {port}: {reason}.[ It must send one if the service {service} runs on this node.]")
                .rationale(
                        "The plugin cannot check what the node serves there. After its restart, the service can fail to start. Services such as Cisco TFTP do not run on every node: if the port of such a service refuses the connection, the finding is a warning. It is also a warning if the node sends no certificate with an EC key, except for tomcat-ECDSA (served-not-seen): no document says which services use such a certificate.")
                .causes(
                        "The service {service} does not run on this node, or it has not started again after its restart.",
                        "The certificate of {ecPurpose} was not uploaded, the service did not restart, or its settings allow no EC ciphers.",
                        "The service is stopped or is still starting, a firewall blocks the connection, or the address or the port is wrong.")
                .remedy(
                        "[{advice} Then run check-served again.][If the service {service} runs on this node, wait until it has started, and run check-served again. If it does not run on this node, no action is needed.][On the node, open {osAdministration} > Security > Certificate Management. If it does not show the certificate of {ecPurpose}, upload it. If it does, restart the services that use it, as in the runbook: {restart} Then run check-served again.]")
                .whyError(
                        "What was not checked must not pass: the service can be down. No document says that CUCM rejects anything here. The documents list the ports.")
                .source(Source.PORTS, "TCP and UDP Port Usage", Source.Kind.REQUIREMENT));
    }

    @Override
    void check(PortCheck portCheck, UploadSet set, Facts facts, Findings findings) {
        Purpose purpose = set.purpose();
        if (portCheck.result() instanceof ProbeResult.Failed failed) {
            on(portCheck, set, findings)
                    .with("reason", failed.reason())
                    .with("advice", failed.advice())
                    .report();
        } else if (portCheck.result() instanceof ProbeResult.Closed closed) {
            Optional<String> service = portCheck.endpoint().port().service();
            on(portCheck, set, findings)
                    .severity(service.isPresent() ? Severity.WARNING : Severity.ERROR)
                    .with("reason", closed.reason())
                    .with("service", service)
                    .withProse("advice", service.isEmpty() ? List.of(closed.advice()) : List.of())
                    .report();
        } else if (portCheck.result() instanceof ProbeResult.NoSuchKey refused && purpose != Purpose.TOMCAT_ECDSA) {
            String administration = osAdministration(set, portCheck.endpoint().node(), facts);
            Findings.Draft draft = on(portCheck, set, findings)
                    .severity(purpose.isEcdsa() ? Severity.WARNING : Severity.ERROR)
                    .with(
                            "reason",
                            Message.of(
                                    "reason.no-such-key",
                                    "it accepted no offer for a certificate with an {type} key ({reason})",
                                    "type",
                                    purpose.isEcdsa() ? "EC" : "RSA",
                                    "reason",
                                    refused.reason()))
                    .with("ecPurpose", Optional.of(purpose.label()).filter(any -> purpose.isEcdsa()))
                    .with(
                            "restart",
                            facts.portChecks()
                                    .restart(purpose)
                                    .orElse(Message.of("reason.runbook-lists-restarts", "The runbook lists them.")));
            if (purpose.isEcdsa()) {
                draft.with("osAdministration", administration);
            } else {
                draft.with(
                        "advice",
                        Message.of(
                                "reason.not-accepted",
                                "On the node, open {osAdministration} > Security > Certificate Management. If it does not show this certificate, upload it. If it does, check the TLS settings of the service.",
                                "osAdministration",
                                administration));
            }
            draft.report();
        }
    }
}

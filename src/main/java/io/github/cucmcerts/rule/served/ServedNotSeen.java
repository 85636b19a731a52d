package io.github.cucmcerts.rule.served;

import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.PortCheck;
import io.github.cucmcerts.trust.ProbeResult;
import io.github.cucmcerts.upload.UploadSet;

/** Administration Guide, HTTPS Ciphers: Tomcat has EC ciphers off by default. No TCP port serves ipsec, ITLRecovery, or authz. */
public final class ServedNotSeen extends PortRule {
    public ServedNotSeen() {
        super(RuleInfo.of("served-not-seen", Topic.SERVED, Severity.INFO, "No connection shows the certificate")
                .message(
                        "[{node} sends no certificate with an EC key on port {port} ({reason}).][No port serves the {withoutPort} certificate.][No folder and no CSR names the node of this {withoutNode} certificate.]")
                .rationale(
                        "The goal check-served reads certificates from TLS connections. But ipsec uses its certificate in IKE, and ITLRecovery and authz only sign with theirs. Tomcat uses EC ciphers only if the enterprise parameter HTTPS Ciphers enables them. If no folder and no CSR names the node of a certificate, the finding is a warning.")
                .causes(
                        "The purpose {withoutPort} has no TLS port.",
                        "The {withoutNode} certificate is not in a folder of a node, and its CSR does not name a node.",
                        "EC ciphers are off by default, so port {port} sends only the certificate with an RSA key. If EC ciphers are on, the certificate was not uploaded, or Tomcat did not restart.")
                .remedy(
                        "[If the folder of the {withoutNode} certificate does not belong to a node, move the certificate and its CSR to the folder of their node, and run check-served again. ]On the node, open {osAdministration} > Security > Certificate Management, or, on the command line, run `show cert own` followed by the purpose. Check that the certificate there has the serial number of this certificate.[ On port {port}, a browser shows only the certificate with an RSA key, not this certificate. To see what {node} serves, run `openssl s_client -tls1_2 -cipher aECDSA -connect` {node}:{port}.]")
                .source(Source.PORTS, "TCP and UDP Port Usage", Source.Kind.ADVICE));
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        if (facts.portChecks().notChecked().contains(set.id())) {
            return;
        }
        if (facts.portChecks().of(set.id()).isEmpty()) {
            boolean hasPort = !Port.of(set.purpose()).isEmpty();
            findings.on(set.leaf().orElseThrow())
                    .severity(hasPort ? Severity.WARNING : Severity.INFO)
                    .with(hasPort ? "withoutNode" : "withoutPort", set.purpose().label())
                    .with("osAdministration", osAdministration(set, set.nodeName(), facts))
                    .report();
        }
        super.check(set, facts, findings);
    }

    @Override
    void check(PortCheck portCheck, UploadSet set, Facts facts, Findings findings) {
        if (portCheck.kind() == PortCheck.Kind.NOT_SHOWN
                && set.purpose() == Purpose.TOMCAT_ECDSA
                && portCheck.result() instanceof ProbeResult.NoSuchKey refused) {
            on(portCheck, set, findings)
                    .with("reason", refused.reason())
                    .with(
                            "osAdministration",
                            osAdministration(set, portCheck.endpoint().node(), facts))
                    .report();
        }
    }
}

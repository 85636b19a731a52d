package io.github.cucmcerts.rule.served;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.PortCheck;
import io.github.cucmcerts.trust.ProbeResult;
import io.github.cucmcerts.upload.Distribution;
import io.github.cucmcerts.upload.UploadSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Document 217138: the last step for each certificate is to check what the node serves. */
public final class ServedDiffers extends PortRule {
    public ServedDiffers() {
        super(RuleInfo.of(
                        "served-differs", Topic.SERVED, Severity.ERROR, "A node does not serve the planned certificate")
                .message(
                        "{node} does not serve the planned certificate on port {port}. It serves {subject}, issued by {issuer}, serial {serial}, valid {valid}, SHA-256 {sha256}.[ The node had it before: {before}.][ The served certificate is the certificate of {otherSet}.][ It is in the file {otherFile}.][ It is self-signed ({selfSigned}).][ It expired at {expired}.][ It does not name {unnamed}.][ The node supports {oldTls}.]")
                .rationale(
                        "Clients and phones see what a service serves, not what was uploaded. A service uses the previous certificate until it restarts. TFTP also keeps it in its cache.")
                .causes(
                        "The service did not restart after the upload, or the certificate was not uploaded yet. The node still serves {before}.",
                        "The certificate of {otherSet} was uploaded here, or the address leads to another node.",
                        "The service did not restart after the upload, or the certificate was not uploaded yet. The node still serves the self-signed certificate {selfSigned}.",
                        "Another certificate was uploaded, or the address leads to another node.")
                .remedy(
                        "[If cucm-certs.addresses or cucm-certs.ports leads to another service, which serves the certificate with serial {stranger}, correct the parameter, and run check-served again before you do anything else. ]If the planned certificate was not uploaded yet, upload it in the change window. [If certificate {stranger} was uploaded after it and the node still has the CSR, upload the planned certificate again. If the node no longer has the CSR, generate a new CSR, have it signed, and upload the new certificate. ][Then restart the services that use the certificate, where they run and on one node at a time, as in the runbook: {restart} ]Then run check-served again.")
                .whyError(
                        "Clients do not get the planned certificate. No document says that CUCM rejects anything here. The guide says for tomcat to check what the node serves.")
                .source(Source.TECH_NOTE, "tomcat", Source.Kind.REQUIREMENT));
    }

    @Override
    void check(PortCheck portCheck, UploadSet set, Facts facts, Findings findings) {
        if (portCheck.kind() != PortCheck.Kind.OTHER || !(portCheck.result() instanceof ProbeResult.Served served)) {
            return;
        }
        Certificate own = served.own();
        Optional<String> before = facts.uploads()
                .former(set, portCheck.endpoint().node(), own)
                .map(former -> former.origin().file());
        List<String> otherSets = before.isPresent() ? List.of() : sets(own, set, facts);
        Optional<String> otherFile = before.isPresent() || !otherSets.isEmpty() ? Optional.empty() : file(own, facts);
        Optional<String> selfSigned = Optional.of(
                        own.subject().commonName().orElse(own.subject().toString()))
                .filter(name -> facts.signatures().isSelfSigned(own));
        Instant at = facts.portChecks().at();
        NodeName node = portCheck.endpoint().node();
        on(portCheck, set, findings)
                .with("subject", own.subject().toString())
                .with("issuer", own.issuer().toString())
                .with("serial", own.serial().toString(16))
                .with(
                        "valid",
                        Message.of(
                                "reason.valid", "{from} to {until}", "from", own.notBefore(), "until", own.notAfter()))
                .with("sha256", own.sha256())
                .with("before", before)
                .with("otherSet", otherSets)
                .with("otherFile", otherFile)
                .with("selfSigned", selfSigned)
                .with(
                        "stranger",
                        Optional.of(own.serial().toString(16)).filter(any -> before.isEmpty() && selfSigned.isEmpty()))
                .with("expired", Optional.of(own.notAfter().toString()).filter(any -> at.isAfter(own.notAfter())))
                .with("unnamed", Optional.of(node.value()).filter(any -> !Distribution.names(own, node)))
                .withProse("oldTls", served.oldTls().stream().toList())
                .withProse(
                        "restart",
                        facts.portChecks().restart(set.purpose()).stream().toList())
                .report();
    }

    private static List<String> sets(Certificate certificate, UploadSet except, Facts facts) {
        return facts.uploads().all().stream()
                .filter(set -> set.leaf().filter(certificate::equals).isPresent()
                        && !set.id().equals(except.id()))
                .map(UploadSet::id)
                .toList();
    }

    private static Optional<String> file(Certificate certificate, Facts facts) {
        return facts.certificatesOf(certificate.subject()).stream()
                .filter(certificate::equals)
                .map(same -> same.origin().file())
                .findFirst();
    }
}

package io.github.cucmcerts.rule.served;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Chain;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.PortCheck;
import io.github.cucmcerts.trust.ProbeResult;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;
import java.util.Optional;

/**
 * RFC 5246, section 7.4.2: each certificate must certify the one before it, and only the root can be missing. RFC 8446, section
 * 4.4.2: in TLS 1.3, clients accept any order, and certificates that are not needed.
 */
public final class ServedChainIncomplete extends PortRule {
    public ServedChainIncomplete() {
        super(RuleInfo.of(
                        "served-chain-incomplete",
                        Topic.SERVED,
                        Severity.WARNING,
                        "A node does not send the intermediates of its certificate")
                .message(
                        "[On port {port}, {node} serves this certificate, but does not send {missing}.][On port {port}, {node} sends these certificates in this order: {order}. Each certificate after the first must be the CA certificate that signed the one before it. At least one is not.]")
                .rationale(
                        "A client that has only the root needs the intermediates to find the path. A client that does not have them can refuse the connection.")
                .causes(
                        "The service did not restart after the upload, or the trust store does not contain {missing}.",
                        "The certificates were uploaded as one file. They are in the wrong order, or the file includes certificates that are not needed.")
                .remedy(
                        "Upload the intermediates that are not in the trust store. [Restart the services that use the certificate, where they run and on one node at a time, as in the runbook: {restart} ]Then run check-served again. If it reports this finding again and the certificates were uploaded as one file, generate a new CSR on the node, have it signed, and upload the root, each intermediate, and the certificate as separate files.")
                .source("RFC 5246", "7.4.2", Source.Kind.REQUIREMENT));
    }

    @Override
    void check(PortCheck portCheck, UploadSet set, Facts facts, Findings findings) {
        if (portCheck.kind() != PortCheck.Kind.AS_PLANNED
                || !(portCheck.result() instanceof ProbeResult.Served served)) {
            return;
        }
        List<Certificate> authorities =
                facts.chain(set, Chain.Good.class).map(Chain::authorities).orElse(List.of());
        List<String> missing = authorities.stream()
                .limit(Math.max(0, authorities.size() - 1))
                .filter(intermediate -> served.sent().stream().noneMatch(sent -> isSame(intermediate, sent)))
                .map(intermediate -> intermediate.subject().toString())
                .toList();
        Optional<String> order = missing.isEmpty() && !served.tls13() && isOutOfOrder(served.sent())
                ? Optional.of(String.join("; ", subjects(served.sent())))
                : Optional.empty();
        if (!missing.isEmpty() || order.isPresent()) {
            on(portCheck, set, findings)
                    .with("missing", missing)
                    .with("order", order)
                    .withProse(
                            "restart",
                            facts.portChecks().restart(set.purpose()).stream().toList())
                    .report();
        }
    }

    /** A CA can have several certificates. Each one with its name and key is right. */
    private static boolean isSame(Certificate one, Certificate other) {
        return one.subject().equals(other.subject()) && one.key().equals(other.key());
    }

    private static boolean isOutOfOrder(List<Certificate> sent) {
        for (int i = 1; i < sent.size(); i++) {
            if (!sent.get(i).subject().equals(sent.get(i - 1).issuer())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> subjects(List<Certificate> sent) {
        return sent.stream()
                .map(certificate -> certificate.subject().toString())
                .toList();
    }
}

package io.github.cucmcerts.rule.served;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.PortCheck;
import io.github.cucmcerts.upload.UploadSet;
import java.time.Instant;
import java.util.Optional;

/** RFC 5280, section 6.1.3: the validity period must contain the current time. */
public final class ServedExpired extends PortRule {
    public ServedExpired() {
        super(RuleInfo.of(
                        "served-expired",
                        Topic.SERVED,
                        Severity.ERROR,
                        "A node serves a certificate that is not valid now")
                .message(
                        "{node} serves this certificate on port {port}[, but it expired at {expired}][, but it is valid only from {validFrom} on].")
                .rationale(
                        "Clients refuse a certificate that has expired or is not valid yet. The goal check compares the validity with the change window. This rule compares it with the time at which check-served runs.")
                .causes(
                        "Nobody replaced the certificate before {expired}.",
                        "The certificate was uploaded before {validFrom}, or the clock of this computer is wrong.")
                .remedy(
                        "[Because it expired at {expired}, generate a new CSR on the node, have it signed, and upload the new certificate. ][If the clock of this computer is right, wait until {validFrom}. ]Then run check-served again.")
                .whyError(
                        "Clients refuse the connection. No document says that CUCM rejects anything here: the certificate was valid when it was uploaded.")
                .source(Source.RFC_5280, "6.1.3", Source.Kind.REQUIREMENT));
    }

    @Override
    void check(PortCheck portCheck, UploadSet set, Facts facts, Findings findings) {
        Certificate leaf = set.leaf().orElseThrow();
        Instant at = facts.portChecks().at();
        Optional<Instant> expired = Optional.of(leaf.notAfter()).filter(at::isAfter);
        Optional<Instant> validFrom = Optional.of(leaf.notBefore()).filter(at::isBefore);
        if (portCheck.kind() == PortCheck.Kind.AS_PLANNED && (expired.isPresent() || validFrom.isPresent())) {
            on(portCheck, set, findings)
                    .with("expired", expired.map(Instant::toString))
                    .with("validFrom", validFrom.map(Instant::toString))
                    .report();
        }
    }
}

package io.github.cucmcerts.rule.served;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Seen;
import io.github.cucmcerts.trust.Sighting;
import io.github.cucmcerts.upload.Distribution;
import io.github.cucmcerts.upload.UploadSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Document 217138 ends each certificate with a look at what the node serves. */
public final class ServedDiffers extends LookRule {
    public ServedDiffers() {
        super(RuleInfo.of("served-differs", Topic.SERVED, Severity.ERROR, "A node serves another certificate")
                .message(
                        "{node} serves another certificate at port {port}: {subject}, issued by {issuer}, serial {serial}, valid {valid}, SHA-256 {sha256}.[ It is the one that the node had before ({before}).][ It is the certificate of {otherSet}.][ It lies in {otherFile}.][ It is self-signed ({selfSigned}).][ It expired at {expired}.][ It does not name {unnamed}.][ The node speaks {oldTls}.]")
                .rationale(
                        "Clients and phones see what a service serves, not what was uploaded. A service goes on with its former certificate until it restarts; TFTP keeps it in its cache.")
                .causes(
                        "The service did not restart after the upload, or the certificate is not uploaded yet: the node serves {before}",
                        "The certificate of another upload set was uploaded, or the address leads to another node: it is that of {otherSet}",
                        "The certificate is not uploaded, and the node still has the one that it made itself ({selfSigned})",
                        "Another certificate was uploaded, or the address leads to another server")
                .remedy(
                        "If the certificate is uploaded, make the service use it[: {restart}]. If it is not, upload it first: this goal is for the time after the change window. Then run check-served again")
                .whyError(
                        "What is served is not what was planned, so nobody sees the new certificate. No document rejects anything here: the guides ask to look")
                .source(Source.TECH_NOTE, "tomcat", Source.Kind.REQUIREMENT));
    }

    @Override
    void check(Sighting sighting, UploadSet set, Facts facts, Findings findings) {
        if (sighting.kind() != Sighting.Kind.OTHER || !(sighting.seen() instanceof Seen.Served served)) {
            return;
        }
        Certificate own = served.own();
        Optional<String> before = set.former(own).map(former -> former.origin().file());
        List<String> otherSets = before.isPresent() ? List.of() : sets(own, set, facts);
        Optional<String> otherFile = before.isPresent() || !otherSets.isEmpty() ? Optional.empty() : file(own, facts);
        Instant at = facts.sightings().at();
        NodeName node = sighting.look().node();
        on(sighting, set, findings)
                .with("subject", own.subject().toString())
                .with("issuer", own.issuer().toString())
                .with("serial", own.serial().toString(16))
                .with("valid", own.notBefore() + " to " + own.notAfter())
                .with("sha256", own.sha256())
                .with("before", before)
                .with("otherSet", otherSets)
                .with("otherFile", otherFile)
                .with(
                        "selfSigned",
                        own.subject()
                                .commonName()
                                .filter(name -> facts.signatures().isSelfSigned(own)))
                .with("expired", Optional.of(own.notAfter().toString()).filter(any -> at.isAfter(own.notAfter())))
                .with("unnamed", Optional.of(node.value()).filter(any -> !Distribution.names(own, node)))
                .with("oldTls", served.oldTls())
                .with("restart", facts.sightings().restarts().getOrDefault(set.purpose(), List.of()))
                .report();
    }

    private static List<String> sets(Certificate certificate, UploadSet except, Facts facts) {
        return facts.uploads().all().stream()
                .filter(set -> set.leaf().filter(certificate::equals).isPresent() && set != except)
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

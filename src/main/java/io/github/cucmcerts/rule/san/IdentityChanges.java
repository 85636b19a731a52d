package io.github.cucmcerts.rule.san;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Name;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Security Guide 14, SIP trunks: a trunk's X.509 subject name is the common name of its peer's certificate. A changed
 * name must also be changed there; the document only advises.
 */
public final class IdentityChanges extends SetRule {
    public IdentityChanges() {
        super(RuleInfo.of(
                        "identity-changes",
                        Topic.SAN,
                        Severity.WARNING,
                        "The certificate lacks names of the deployed certificate")
                .message("The deployed certificate {deployed} has {lost}, which this certificate lacks.")
                .rationale(
                        "SIP trunks, peers, and clients identify the certificate by its common name and its other names.")
                .causes(
                        "The names changed, for example because a multi-server certificate replaces a single-server certificate.")
                .remedy(
                        "Change the configuration of the peers to the new names in the same change window, and accept the finding with a waiver.[ Or request {enterable} again.]"
                                + NameFields.ENTER
                                + "[ Then generate a CSR, check that it requests {enterable}, and have it signed.]")
                .source(Source.SECURITY_GUIDE, "X.509 subject name of SIP trunks", Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent() && !set.deployed().identities().isEmpty();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Certificate leaf = set.leaf().orElseThrow();
        Optional<String> now = leaf.subject().commonName().map(Name::folded);
        for (Certificate identity : set.deployed().identities()) {
            List<String> lost = new ArrayList<>(SanComparison.entriesOnlyIn(identity, leaf));
            Optional<String> served = identity.subject().commonName();
            boolean isRenamed = served.isPresent() && !served.map(Name::folded).equals(now);
            if (isRenamed) {
                lost.add("CN=" + served.get());
            }
            if (!lost.isEmpty()) {
                Findings.Draft draft = findings.on(leaf)
                        .with("deployed", identity.origin().file())
                        .with("lost", lost);
                if (!isRenamed) {
                    NameFields.add("enterable", SanComparison.onlyIn(identity, leaf), set, draft);
                }
                draft.report();
            }
        }
    }
}

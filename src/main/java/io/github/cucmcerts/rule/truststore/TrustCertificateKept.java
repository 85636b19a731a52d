package io.github.cucmcerts.rule.truststore;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Outcome;
import io.github.cucmcerts.trust.StoreAfter;
import io.github.cucmcerts.trust.StoreChain;
import io.github.cucmcerts.upload.UploadSet;
import java.time.Instant;
import java.util.Optional;

/**
 * Document 217138, a trust certificate is not replaced: of two certificates with one common name, the store keeps the
 * one that starts later, even if it ends sooner.
 */
public final class TrustCertificateKept extends SetRule {
    public TrustCertificateKept() {
        super(RuleInfo.of(
                        "trust-certificate-kept",
                        Topic.TRUST_STORE,
                        Severity.ERROR,
                        "The trust store keeps the deployed certificate")
                .message(
                        "{store} will not accept {subject}, which starts on {from}. The trust store already holds {deployed}, which has the same name and starts on {deployedFrom}.")
                .rationale(
                        "A trust store keeps one certificate per name: the one that starts last. The upload of any other certificate changes nothing, and the path of the leaf then lacks this CA certificate.")
                .causes(
                        "The deployed certificate starts later ({later}), even if it ends earlier.",
                        "Both certificates start at the same time, so the deployed certificate stays.")
                .remedy(
                        "Delete {deployed} (serial {deployedSerial}) from {store} (a deletion cannot be undone), and then delete its file from deployed/. Then upload this certificate. After the deletion, other certificates that were signed with the key of {deployed} are no longer trusted.")
                .source(Source.TECH_NOTE, "A trust certificate is not replaced", Source.Kind.REJECTION));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        for (StoreChain chain : facts.chains(set)) {
            StoreAfter after = facts.after(chain.store());
            for (Certificate authority : chain.chain().authorities()) {
                if (after.outcome(authority) instanceof Outcome.KeptOut kept) {
                    findings.on(authority)
                            .with("store", chain.store().label())
                            .with("subject", authority.subject().toString())
                            .with("from", authority.notBefore().toString())
                            .with("deployed", kept.by().origin().file())
                            .with("deployedSerial", kept.by().serial().toString(16))
                            .with("deployedFrom", kept.by().notBefore().toString())
                            .with("later", later(kept.by(), authority))
                            .report();
                }
            }
        }
    }

    /** The start of the deployed certificate, if it is later. */
    private static Optional<String> later(Certificate deployed, Certificate offered) {
        return Optional.of(deployed.notBefore())
                .filter(offered.notBefore()::isBefore)
                .map(Instant::toString);
    }
}

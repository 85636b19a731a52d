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
import io.github.cucmcerts.trust.TrustStore;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Optional;

/**
 * Document 217138, a trust certificate is not replaced: which certificates a store does not accept. No path needs this
 * certificate, so the rule only warns.
 */
public final class TrustCertificateNotTaken extends SetRule {
    public TrustCertificateNotTaken() {
        super(RuleInfo.of(
                        "trust-certificate-not-taken",
                        Topic.TRUST_STORE,
                        Severity.WARNING,
                        "The trust store will not hold an offered CA certificate")
                .message(
                        "[{store} will not accept {expired}: the certificate is valid only until {notAfter}, and the change window ends at {windowEnd}.][{store} will not hold {subject}][: the deployed certificate {later}, which has the same name, starts later.][: the deployed certificate {deployedTogether}, which has the same name, starts at the same time.][: {replacing}, which has the same name, replaces it.][: {offeredTogether} has the same name and starts at the same time, and the store keeps the one that is uploaded first.] No path in this trust store needs this certificate.")
                .rationale(
                        "No path depends on this certificate. At best, its upload fails or changes nothing. If it starts at the same time as a needed certificate and is uploaded first, it keeps the needed certificate out.")
                .causes(
                        "This certificate and {together} have the same name and start at the same time.",
                        "A folder of CA certificates also contains older CA certificates.")
                .remedy(
                        "[Move {unneeded} to a folder named archive, which is not scanned, or remove the file.][Leave {neededElsewhere} where it is, because paths in other trust stores need it. Do not upload it to {store}, and accept the finding with a waiver.]")
                .source(Source.TECH_NOTE, "A trust certificate is not replaced", Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return true;
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        for (TrustStore store : facts.stores(set)) {
            StoreAfter after = facts.after(store);
            for (Certificate offered : facts.notTaken(store)) {
                Outcome outcome = after.outcome(offered);
                Findings.Draft draft = findings.on(offered).with("store", store.label());
                if (outcome instanceof Outcome.Expired) {
                    draft.with("expired", offered.subject().toString())
                            .with("notAfter", offered.notAfter().toString())
                            .with("windowEnd", facts.window().end().toString());
                } else {
                    draft.with("subject", offered.subject().toString());
                    nameRival(outcome, offered, draft);
                }
                draft.with("together", together(outcome, offered))
                        .with(
                                facts.isNeeded(offered) ? "neededElsewhere" : "unneeded",
                                offered.origin().file())
                        .report();
            }
        }
    }

    /** Adds the certificate with the same name that the store has instead. */
    private static void nameRival(Outcome outcome, Certificate offered, Findings.Draft draft) {
        if (outcome instanceof Outcome.KeptOut kept) {
            draft.with(
                    startTogether(kept.by(), offered) ? "deployedTogether" : "later",
                    kept.by().origin().file());
        }
        if (outcome instanceof Outcome.Displaced displaced) {
            draft.with(
                    startTogether(displaced.by(), offered) ? "offeredTogether" : "replacing",
                    displaced.by().origin().file());
        }
    }

    /** The file of the certificate with the same name that starts at the same time, if there is one. */
    private static Optional<String> together(Outcome outcome, Certificate offered) {
        Optional<Certificate> other = outcome instanceof Outcome.KeptOut kept
                ? Optional.of(kept.by())
                : outcome instanceof Outcome.Displaced displaced ? Optional.of(displaced.by()) : Optional.empty();
        return other.filter(by -> startTogether(by, offered))
                .map(by -> by.origin().file());
    }

    private static boolean startTogether(Certificate one, Certificate other) {
        return one.notBefore().equals(other.notBefore());
    }
}

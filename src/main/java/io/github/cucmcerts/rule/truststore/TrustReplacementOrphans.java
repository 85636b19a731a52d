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
import java.util.List;

/**
 * Security Guides 12.5(1)SU3 and 14, upload of a trust certificate: a certificate that starts later replaces the
 * existing certificate with the same name. The warning about what the former key signed is the plugin's advice.
 */
public final class TrustReplacementOrphans extends SetRule {
    public TrustReplacementOrphans() {
        super(RuleInfo.of(
                        "trust-replacement-orphans",
                        Topic.TRUST_STORE,
                        Severity.WARNING,
                        "Certificates lose their issuer")
                .message(
                        "The certificate replaces {deployed} in {store}, and has another key. These certificates were signed with the former key: {orphans}.")
                .rationale(
                        "A certificate that was signed with the former key can no longer be validated once its issuer is removed from the trust store.")
                .causes("The CA was set up again, or was renewed with a new key, under the same name.")
                .remedy(
                        "Either renew {orphans} in the same change window, or have the new CA certificate issued again under another name.")
                .source(
                        "Security Guide 12.5(1)SU3 and 14, Certificates",
                        "Upload of a trust certificate",
                        Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return true;
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        for (TrustStore store : facts.stores(set)) {
            StoreAfter after = facts.after(store);
            for (Certificate offered : facts.replacing(store)) {
                if (after.outcome(offered) instanceof Outcome.Replaces replaces) {
                    replaces.deployed().stream()
                            .filter(deployed -> !deployed.key().equals(offered.key()))
                            .forEach(deployed -> orphaned(store, offered, deployed, facts, findings));
                }
            }
        }
    }

    private static void orphaned(
            TrustStore store, Certificate offered, Certificate displaced, Facts facts, Findings findings) {
        List<String> orphans = facts.signedBy(displaced, store).stream()
                .map(certificate -> certificate.origin().file())
                .distinct()
                .toList();
        if (!orphans.isEmpty()) {
            findings.on(offered)
                    .with("store", store.label())
                    .with("deployed", displaced.origin().file())
                    .with("orphans", orphans)
                    .report();
        }
    }
}

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

/**
 * Security Guides 12.5(1)SU3 and 14, upload of a trust certificate: a certificate that starts later replaces the
 * existing certificate with the same name.
 */
public final class TrustCertificateReplaces extends SetRule {
    public TrustCertificateReplaces() {
        super(RuleInfo.of(
                        "trust-certificate-replaces",
                        Topic.TRUST_STORE,
                        Severity.INFO,
                        "A CA certificate replaces a deployed one")
                .message("In {store}, the certificate replaces {deployed} (serial {deployedSerial}).")
                .rationale(
                        "A trust store keeps one certificate per name: the one that starts last. After the upload, the trust store no longer holds the deployed certificate.")
                .causes("The CA has renewed its certificate.")
                .remedy("Before the upload, keep a copy of {deployed}: the upload cannot be undone.")
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
                    findings.on(offered)
                            .with("store", store.label())
                            .with(
                                    "deployed",
                                    replaces.deployed().stream()
                                            .map(deployed -> deployed.origin().file())
                                            .toList())
                            .with(
                                    "deployedSerial",
                                    replaces.deployed().stream()
                                            .map(deployed -> deployed.serial().toString(16))
                                            .toList())
                            .report();
                }
            }
        }
    }
}

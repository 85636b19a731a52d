package io.github.cucmcerts.rule.validity;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.DirectoryCheck;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/**
 * Administration Guide 12.5(1)SU3, certificate monitor: CUCM warns before a certificate expires. The rule warns if no
 * offered certificate replaces it.
 */
public final class DeployedExpiresSoon extends SetRule implements DirectoryCheck {
    public DeployedExpiresSoon() {
        super(RuleInfo.of(
                        "deployed-expires-soon",
                        Topic.VALIDITY,
                        Severity.WARNING,
                        "A deployed certificate expires, and no certificate here replaces it")
                .message(
                        "The deployed certificate {subject} is valid until {notAfter}, and no certificate here replaces it.")
                .rationale("When a node's certificate expires, its clients and phones reject it.")
                .causes("The renewal has not been started, or the CA has not returned the certificate.")
                .remedy("Generate a CSR on the node, and have it signed. Put the CSR and the certificate here.")
                .source(Source.ADMINISTRATION_GUIDE, "Certificate monitor", Source.Kind.ADVICE));
    }

    @Override
    protected boolean checksDeployed() {
        return true;
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return !set.deployed().unreplaced().isEmpty();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        set.deployed().unreplaced().forEach(identity -> reportIfExpiring(identity, facts, findings));
    }

    /** Checks the deployed certificates that no upload set is for. */
    @Override
    public void check(Facts facts, Findings findings) {
        facts.uploads().leftOver().identities().forEach(identity -> reportIfExpiring(identity, facts, findings));
    }

    private static void reportIfExpiring(Certificate identity, Facts facts, Findings findings) {
        if (facts.window().endsAfter(identity.notAfter()) || facts.situation().expiresSoon(identity)) {
            findings.on(identity)
                    .with("subject", identity.subject().toString())
                    .with("notAfter", identity.notAfter().toString())
                    .report();
        }
    }
}

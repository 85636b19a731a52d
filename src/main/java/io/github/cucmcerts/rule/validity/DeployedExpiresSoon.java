package io.github.cucmcerts.rule.validity;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.DirectoryCheck;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.Filed;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Optional;

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
                        "A deployed certificate expires, and no certificate to upload replaces it")
                .message(
                        "The deployed certificate {subject} is valid until {notAfter}, and no certificate to upload replaces it.")
                .rationale("When a node's certificate expires, its clients and phones reject it.")
                .causes(
                        "CUCM does not use the CAPF certificate of subscriber {subscriber}, so it was not renewed.",
                        "The certificate for {selfSigned} is self-signed, and it was not regenerated.",
                        "Nobody has started the renewal, or the CA has not returned the certificate.")
                .remedy(
                        "[If the CA already has a CSR for {purpose} from this node, wait for its certificate. Do not generate a new CSR: CUCM then rejects that certificate. If the CA has no CSR, generate a CSR for {purpose} on the node, and have it signed. Put the CSR and the certificate into the folder of {purpose} for this node, not into deployed/.][Put {unassigned} into the folder of its purpose in deployed/, and run the check again.][If the alarm about the CAPF certificate of {subscriber} is a nuisance, regenerate that certificate as self-signed, and bring deployed/ up to date. Otherwise, accept the finding with a waiver.][To renew {itlRecovery}, regenerate the self-signed certificate as document 214231 describes, and bring deployed/ up to date.][To renew {authz}, regenerate the self-signed certificate as the Security Guide of your release describes, and bring deployed/ up to date.]")
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
            Findings.Draft draft = findings.on(identity)
                    .with("subject", identity.subject().toString())
                    .with("notAfter", identity.notAfter().toString());
            nameRenewal(identity, facts, draft);
            draft.report();
        }
    }

    /** Adds the evidence that selects the remedy. */
    private static void nameRenewal(Certificate identity, Facts facts, Findings.Draft draft) {
        Optional<Filed<Certificate>> filed = facts.uploads().held().identities().stream()
                .filter(held -> held.object().origin().equals(identity.origin()))
                .findFirst();
        Purpose purpose = filed.map(Filed::purpose).orElse(Purpose.UNKNOWN);
        Optional<NodeName> publisher = facts.cluster().publisher();
        Optional<NodeName> node = filed.flatMap(
                        held -> held.place().server().stream().reduce((first, last) -> last))
                .map(NodeName::new);
        boolean isSubscriber = purpose == Purpose.CAPF
                && publisher.isPresent()
                && node.filter(publisher.get()::sameAs).isEmpty();
        if (isSubscriber && node.isPresent()) {
            draft.with("subscriber", node.get().value());
        } else if (purpose == Purpose.ITL_RECOVERY || purpose == Purpose.AUTHZ) {
            draft.with("selfSigned", purpose.label())
                    .with(purpose == Purpose.AUTHZ ? "authz" : "itlRecovery", purpose.label());
        } else if (purpose == Purpose.UNKNOWN) {
            draft.with("unassigned", identity.origin().file());
        } else {
            draft.with("purpose", purpose.label());
        }
    }
}

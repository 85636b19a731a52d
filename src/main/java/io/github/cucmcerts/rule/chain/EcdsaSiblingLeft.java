package io.github.cucmcerts.rule.chain;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Chain;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Document 225476: Expressway X14.2 and later can prefer the ECDSA certificate. The handshake fails if that
 * certificate is still self-signed or from another CA.
 */
public final class EcdsaSiblingLeft extends SetRule {
    public EcdsaSiblingLeft() {
        super(RuleInfo.of(
                        "ecdsa-sibling-left",
                        Topic.CHAIN,
                        Severity.WARNING,
                        "The -ECDSA certificate stays self-signed or under another root")
                .message(
                        "[The certificate becomes CA-signed, but the deployed {sibling} certificate stays self-signed ({selfSigned}).][The certificate becomes CA-signed, but the deployed {sibling} certificate stays under another root, {root} ({otherRoot}).]")
                .rationale(
                        "If a node has both certificates, a client can request either. Expressway X14.2 and later can prefer the ECDSA certificate. If the ECDSA certificate is self-signed or under another root, the TLS handshake then fails.")
                .causes("The {sibling} certificate was left out of the renewal.")
                .remedy(
                        "If no Expressway connects to the node, accept the finding with a waiver. Otherwise, generate a CSR for {sibling} on the node, and have it signed under the same root as this certificate. Put the CSR and its certificate into the folder of {sibling}.")
                .source(Source.REMOTE_ACCESS, "ECDSA certificates from X14.2 on", Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent() && !set.deployed().siblings().isEmpty();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Optional<Certificate> root = facts.chain(set, Chain.Good.class).map(EcdsaSiblingLeft::root);
        if (root.isEmpty()) {
            return;
        }
        List<String> selfSigned = new ArrayList<>();
        for (Map.Entry<Certificate, Chain> entry : facts.siblingChains(set).entrySet()) {
            Certificate sibling = entry.getKey();
            Chain chain = entry.getValue();
            if (chain instanceof Chain.SelfSigned) {
                selfSigned.add(sibling.origin().file());
            } else if (!chain.path().isEmpty() && !isOneCa(root(chain), root.get())) {
                draft(set, findings)
                        .with("otherRoot", sibling.origin().file())
                        .with("root", root(chain).subject().toString())
                        .report();
            }
        }
        if (!selfSigned.isEmpty()) {
            draft(set, findings).with("selfSigned", selfSigned).report();
        }
    }

    private static Findings.Draft draft(UploadSet set, Findings findings) {
        return findings.on(set.leaf().orElseThrow())
                .with("sibling", set.purpose().sibling().orElseThrow().label());
    }

    private static Certificate root(Chain chain) {
        return chain.path().get(chain.path().size() - 1);
    }

    /** Whether both certificates belong to one CA, which can have renewed its own certificate. */
    private static boolean isOneCa(Certificate one, Certificate other) {
        return one.subject().equals(other.subject()) && one.key().equals(other.key());
    }
}

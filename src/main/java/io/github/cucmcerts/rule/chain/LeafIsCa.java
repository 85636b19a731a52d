package io.github.cucmcerts.rule.chain;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/**
 * RFC 5280, section 4.2.1.9: CA:TRUE is for CAs. That a node's certificate should not have it is the plugin's advice.
 */
public final class LeafIsCa extends SetRule {
    public LeafIsCa() {
        super(RuleInfo.of("leaf-is-ca", Topic.CHAIN, Severity.WARNING, "The leaf is a CA certificate")
                .message("The basic constraints of the certificate say CA:TRUE.")
                .rationale(
                        "Only the CAPF certificate is itself a CA certificate. Any other certificate with CA:TRUE can sign certificates in your name.")
                .causes("The CA signed with a template for subordinate CAs.")
                .remedy("Have the CA sign the CSR again with a template for servers.")
                .source(Source.RFC_5280, "section 4.2.1.9", Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.purpose() != Purpose.CAPF && set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Certificate leaf = set.leaf().orElseThrow();
        if (leaf.extensions().ca()) {
            findings.on(leaf).report();
        }
    }
}

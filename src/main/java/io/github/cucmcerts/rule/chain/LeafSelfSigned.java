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

/** Document 217138, upload of the signed certificate: what is uploaded for a CSR is what the CA sent back. */
public final class LeafSelfSigned extends SetRule {
    public LeafSelfSigned() {
        super(RuleInfo.of("leaf-self-signed", Topic.CHAIN, Severity.ERROR, "A self-signed certificate")
                .message("the certificate is signed by its own key, not by a CA")
                .rationale(
                        "A CA-signed certificate is one that another key signed; a self-signed one is made on the node itself, by Generate Self-signed.")
                .causes("The node's own certificate was downloaded in place of the CA's answer")
                .remedy("Put the CA's answer to the CSR here in its place; if there is none yet, have the CSR signed")
                .whyError(
                        "Nobody who trusts the CA trusts this certificate, and the certificate that the CA issued is missing. The document has only certificates of a CA uploaded. That CUCM refuses the upload is not documented.")
                .source(Source.TECH_NOTE, "Upload of the signed certificate", Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Certificate leaf = set.leaf().orElseThrow();
        if (facts.chain(set, Chain.SelfSigned.class).isPresent()) {
            findings.on(leaf).with("subject", leaf.subject().toString()).report();
        }
    }
}

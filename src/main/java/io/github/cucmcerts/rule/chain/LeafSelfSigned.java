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

/** Document 217138, upload of the signed certificate: the certificate that is uploaded for a CSR comes from the CA. */
public final class LeafSelfSigned extends SetRule {
    public LeafSelfSigned() {
        super(RuleInfo.of("leaf-self-signed", Topic.CHAIN, Severity.ERROR, "The certificate is self-signed")
                .message("The certificate is signed with its own key, not by a CA.")
                .rationale(
                        "A CA-signed certificate is signed with another key. A self-signed certificate is generated on the node itself, with Generate Self-signed.")
                .causes("The node's own certificate was downloaded instead of the certificate from the CA.")
                .remedy(
                        "Replace this file with the certificate that the CA issued for the CSR. If the CA has not issued a certificate yet, have the CSR signed.")
                .whyError(
                        "Peers that trust the CA do not trust this certificate, and the certificate from the CA is missing. Document 217138 describes only the upload of certificates from a CA. No document says that CUCM rejects the upload.")
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

package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;

/**
 * Document 217138, order of the uploads: CA certificates are uploaded as trust. That a node's own certificate among
 * them is easily overlooked is the plugin's advice.
 */
public final class SetOverlooked extends DirectoryRule {
    public SetOverlooked() {
        super(RuleInfo.of(
                        "set-overlooked", Topic.CSR_MATCH, Severity.WARNING, "The certificate belongs to no upload set")
                .message(
                        "The certificate ({subject}) belongs to no upload set, because it is in a folder for CA certificates.[ The certificate matches CSR {answers} of {set}.]")
                .rationale(
                        "A folder named ca, or named after a trust store, contains certificates that are uploaded to trust stores. A node's own certificate in such a folder is neither checked nor part of the runbook.")
                .causes(
                        "The certificate that the CA issued for {set} was put among the CA certificates.",
                        "The certificate belongs to a peer, or was put among the CA certificates by mistake.")
                .remedy(
                        AnsweredCsr.MOVE
                                + "[If {stray} is a node's own certificate, move it to the folder of this node and purpose. If {stray} is the certificate of a peer that the node must trust, accept the finding with a waiver.]")
                .source(Source.TECH_NOTE, "Order of the uploads", Source.Kind.ADVICE));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (Certificate certificate : facts.uploads().leftOver().overlooked()) {
            boolean isAnswer = facts.uploads().csrOf(certificate.key()).isPresent();
            if (!isAnswer && facts.signatures().isSelfSigned(certificate)) {
                continue;
            }
            Findings.Draft draft = findings.on(certificate)
                    .with("subject", certificate.subject().toString());
            if (!isAnswer) {
                draft.with("stray", certificate.origin().file());
            }
            AnsweredCsr.name(certificate, facts, draft).report();
        }
    }
}

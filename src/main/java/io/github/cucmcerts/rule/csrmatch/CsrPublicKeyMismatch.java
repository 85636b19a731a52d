package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;

/**
 * Document 217138, Troubleshoot: the CSR and the certificate must have the same public key, otherwise CUCM rejects the
 * upload.
 */
public final class CsrPublicKeyMismatch extends SetRule {
    public CsrPublicKeyMismatch() {
        super(RuleInfo.of(
                        "csr-public-key-mismatch",
                        Topic.CSR_MATCH,
                        Severity.ERROR,
                        "The certificate does not match the CSR")
                .message(
                        "The public key of the certificate does not match CSR {csr}.[ The certificate matches CSR {answers} of {set}.]")
                .cucm(
                        "CSR public key and Certificate public key does not match[, or in some versions: The file {uploadFile} could not be uploaded]")
                .rationale(
                        "CUCM compares the public keys of the CSR and the certificate, and rejects the certificate if they differ.")
                .causes(
                        "The certificate belongs to {set}, but its folder or its file name is that of another node or purpose.",
                        "The CSR was generated again after the earlier one was sent to the CA, or the certificate belongs to another node.")
                .remedy(
                        AnsweredCsr.MOVE_FIRST
                                + "[Move {stray} to a folder named archive. ]Put the certificate that matches CSR {csr} into the folder of this upload set. If the CA has not issued that certificate yet, send the CSR to the CA.")
                .source(
                        Source.TECH_NOTE,
                        "Troubleshoot: CSR public key and certificate public key do not match",
                        Source.Kind.REJECTION));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent() && !set.csrs().isEmpty();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Certificate leaf = set.leaf().orElseThrow();
        List<Csr> csrs = set.csrs();
        if (csrs.stream().anyMatch(csr -> csr.key().equals(leaf.key()))) {
            return;
        }
        Findings.Draft draft = findings.on(leaf)
                .with("csr", csrs.stream().map(csr -> csr.origin().file()).toList());
        if (set.purpose() == Purpose.TOMCAT) {
            draft.with("uploadFile", CsrMissing.TOMCAT_UPLOAD);
        }
        if (facts.uploads().csrOf(leaf.key()).isEmpty()) {
            draft.with("stray", leaf.origin().file());
        }
        AnsweredCsr.name(leaf, facts, draft)
                .with("csrKey", csrs.stream().map(csr -> csr.key().sha256()).toList())
                .with("leafKey", leaf.key().sha256())
                .report();
    }
}

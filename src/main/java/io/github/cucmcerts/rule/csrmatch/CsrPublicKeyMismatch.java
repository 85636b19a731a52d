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

/** Document 217138, Troubleshoot: CSR and certificate have the same public key, else CUCM refuses the upload. */
public final class CsrPublicKeyMismatch extends SetRule {
    public CsrPublicKeyMismatch() {
        super(RuleInfo.of(
                        "csr-public-key-mismatch",
                        Topic.CSR_MATCH,
                        Severity.ERROR,
                        "The certificate answers another CSR")
                .message("the public key is not that of the CSR {csr}[; it is that of the CSR {answers}, of {set}]")
                .cucm(
                        "CSR public key and Certificate public key does not match[, or in some versions: The file {uploadFile} could not be uploaded]")
                .rationale(
                        "CUCM compares the public keys of CSR and certificate and refuses the certificate where they differ.")
                .causes(
                        "The certificate was filed under the wrong node or purpose: it belongs to {set}",
                        "The CSR was generated again after the one that the CA signed was sent, or the certificate is another node's")
                .remedy(
                        "[Move the certificate to the folder of {set}. ]Put the certificate that answers the CSR {csr} here in its place; if the CA has not issued one yet, send it that CSR")
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
        AnsweredCsr.name(facts.uploads().csrOf(leaf.key()), draft)
                .with("csrKey", csrs.stream().map(csr -> csr.key().sha256()).toList())
                .with("leafKey", leaf.key().sha256())
                .report();
    }
}

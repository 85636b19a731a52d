package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/** RFC 2986, section 4.2: a CSR is signed with its own key. No document on CUCM mentions this signature. */
public final class CsrSignatureInvalid extends SetRule {
    public CsrSignatureInvalid() {
        super(RuleInfo.of(
                        "csr-signature-invalid",
                        Topic.CSR_MATCH,
                        Severity.ERROR,
                        "The CSR is not signed with its own key")
                .message("The CSR is not signed with its own key.")
                .rationale(
                        "The signature proves that the requester has the key (RFC 2986). If the signature cannot be verified, no CA should sign the CSR.")
                .causes(
                        "The key of the CSR ({unusable}) cannot verify a signature: the key is too large, or has a form that certificates must not have.",
                        "The file was changed or damaged in transit.")
                .remedy(
                        "Download the CSR from the node again, and replace this file with the downloaded file. If the two files are the same, generate a new CSR on the node, and have it signed.")
                .whyError(
                        "RFC 2986 makes the CA verify this signature, so the plugin assumes that the CA rejects such a CSR. No document on CUCM mentions the signature.")
                .source("RFC 2986", "section 4.2", Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return !set.csrs().isEmpty();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        for (Csr csr : set.csrs()) {
            if (!csr.selfSigned()) {
                Findings.Draft draft = findings.on(csr);
                if (!csr.key().verifies()) {
                    draft.with("unusable", csr.key().type());
                }
                draft.report();
            }
        }
    }
}

package io.github.cucmcerts.rule.keyusage;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/**
 * Security Guide 14, CSR key extensions: the table has no row for ITLRecovery and authz, and no document describes an
 * upload for either.
 */
public final class PurposeNotCaSigned extends SetRule {
    public PurposeNotCaSigned() {
        super(RuleInfo.of(
                        "purpose-not-ca-signed",
                        Topic.KEY_USAGE,
                        Severity.ERROR,
                        "The purpose does not use CA-signed certificates")
                .message("A CA never signs certificates for {purpose}.")
                .rationale(
                        "ITLRecovery and authz certificates are self-signed. They are regenerated on the publisher, and no upload is documented.")
                .causes("A CSR was generated for the purpose by mistake, or the file is in the wrong folder.")
                .remedy(
                        "Remove the CSR and the certificate from this folder. To renew the certificate, regenerate the self-signed certificate on the publisher.")
                .whyError(
                        "The documents describe no upload for this purpose. The plugin concludes that CUCM offers none, so the certificate cannot take effect. The documents name no error.")
                .source(
                        Source.SECURITY_GUIDE,
                        "CSR key extensions: no row for ITLRecovery and authz",
                        Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.request().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        if (set.purpose() == Purpose.ITL_RECOVERY || set.purpose() == Purpose.AUTHZ) {
            findings.on(set.request().orElseThrow())
                    .with("purpose", set.purpose().label())
                    .report();
        }
    }
}

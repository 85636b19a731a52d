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
 * upload of either.
 */
public final class PurposeNotCaSigned extends SetRule {
    public PurposeNotCaSigned() {
        super(RuleInfo.of("purpose-not-ca-signed", Topic.KEY_USAGE, Severity.ERROR, "A purpose that no CA signs")
                .message("{purpose} is never signed by a CA")
                .rationale(
                        "ITLRecovery and authz are self-signed: they are regenerated on the publisher, and no upload is documented.")
                .causes("A CSR was made for it by mistake, or the file lies in the wrong folder")
                .remedy(
                        "Remove CSR and certificate from here; to renew, regenerate the self-signed certificate on the publisher")
                .whyError(
                        "CUCM offers no upload for this purpose, so the certificate cannot take effect: the plugin relies on the documents, which describe none. They name no error.")
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

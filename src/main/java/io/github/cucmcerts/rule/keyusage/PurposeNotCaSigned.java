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
                        "No document describes a CA-signed certificate for the purpose")
                .message("No document describes a CA-signed certificate for {purpose}.")
                .rationale(
                        "ITLRecovery and authz certificates are self-signed. They are regenerated on the publisher, and no upload is documented.")
                .causes("A CSR was generated for {purpose} by mistake, or the file is in the wrong folder.")
                .remedy(
                        "If the CSR and the certificate belong to another purpose, move them to the folder of that purpose. Otherwise, remove them.[ To renew {itlRecovery}, follow document 214231 in a separate change window: this needs a CTL update in mixed mode, service restarts, and phone resets.][ To renew {authz}, follow the Security Guide of your release.]")
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
                    .with(
                            set.purpose() == Purpose.AUTHZ ? "authz" : "itlRecovery",
                            set.purpose().label())
                    .report();
        }
    }
}

package io.github.cucmcerts.rule.validity;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Administration Guide of Emergency Responder, a sibling product: it rejects certificates that are valid for more than
 * 30 years. No document on CUCM says so.
 */
public final class ValidityTooLong extends SetRule {
    private static final int YEARS = 30;

    public ValidityTooLong() {
        super(RuleInfo.of(
                        "validity-too-long",
                        Topic.VALIDITY,
                        Severity.WARNING,
                        "The certificate is valid for more than 30 years")
                .message("The certificate is valid from {notBefore} to {notAfter}, which is more than {years} years.")
                .rationale(
                        "Cisco Emergency Responder, a sibling product on the same platform, rejects such certificates. No limit is documented for CUCM.")
                .causes("The CA's template sets an unreasonably long validity period.")
                .remedy("Have the certificate issued again, valid for at most {years} years.")
                .source(
                        "Cisco Emergency Responder Administration Guide",
                        "Upload of certificates",
                        Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Certificate leaf = set.leaf().orElseThrow();
        Instant latest =
                leaf.notBefore().atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
        if (leaf.notAfter().isAfter(latest)) {
            findings.on(leaf)
                    .with("notBefore", leaf.notBefore().toString())
                    .with("notAfter", leaf.notAfter().toString())
                    .with("years", Integer.toString(YEARS))
                    .report();
        }
    }
}

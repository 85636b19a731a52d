package io.github.cucmcerts.rule.validity;

import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.stream.Stream;

/**
 * Security Guide 12.5(1)SU2, Certificates, and RFC 5280, section 4.1.2.5: dates are in GMT, with seconds and without a
 * fraction; otherwise, verification may fail.
 */
public final class ValidityEncoding extends SetRule {
    public ValidityEncoding() {
        super(RuleInfo.of("validity-encoding", Topic.VALIDITY, Severity.WARNING, "A date has an unusual format")
                .message(
                        "The certificate {subject} has dates in an unusual format: {written}. CUCM expects GMT, with seconds and without a fraction.")
                .rationale(
                        "CUCM expects dates in GMT, with seconds and without a fraction of a second: 20260101000000Z, or 260101000000Z with a two-digit year. With other dates, verification can fail.")
                .causes("The CA's software does not follow RFC 5280.")
                .remedy(
                        "Have the certificate issued again by software that writes dates as RFC 5280, section 4.1.2.5, requires.")
                .source(
                        "Security Guide for CUCM Release 12.5(1)SU2, Certificate Overview",
                        "GeneralizedTime; RFC 5280, section 4.1.2.5",
                        Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Stream.concat(set.leaf().stream(), facts.authorities(set).stream())
                .filter(certificate -> !certificate.oddDates().isEmpty())
                .forEach(certificate -> findings.on(certificate)
                        .with("written", certificate.oddDates())
                        .with("subject", certificate.subject().toString())
                        .report());
    }
}

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
 * RFC 5280, section 6.1.3 (a)(2): each certificate of the path must be valid at the time of the check. The documents on
 * CUCM mention only expired certificates.
 */
public final class CertificateNotYetValid extends SetRule {
    public CertificateNotYetValid() {
        super(RuleInfo.of("certificate-not-yet-valid", Topic.VALIDITY, Severity.ERROR, "A certificate is not yet valid")
                .message(
                        "The certificate {subject} is valid from {notBefore}, but the change window starts at {windowStart}.")
                .rationale(
                        "Before its start date, no client accepts the certificate, and no path that contains it is valid.")
                .causes(
                        "The CA issued the certificate with a start date in the future.",
                        "The change window is set too early, or without its UTC offset.")
                .remedy(
                        "Move the change window to a time after {notBefore}, or have the certificate issued again with an earlier start date.")
                .whyError(
                        "Before the certificate is valid, every TLS client rejects it, so the service fails after the restart. No document says that CUCM rejects the upload.")
                .source(Source.RFC_5280, "section 6.1.3 (a)(2)", Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Stream.concat(set.leaf().stream(), facts.authorities(set).stream())
                .filter(certificate -> facts.window().startsBefore(certificate.notBefore()))
                .forEach(certificate -> findings.on(certificate)
                        .with("subject", certificate.subject().toString())
                        .with("notBefore", certificate.notBefore().toString())
                        .with("windowStart", facts.window().start().toString())
                        .report());
    }
}

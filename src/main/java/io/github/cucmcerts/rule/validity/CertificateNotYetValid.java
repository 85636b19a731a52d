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
 * RFC 5280, section 6.1.3 (a)(2): at the time in question each certificate of the path is valid. The documents on CUCM
 * mention expired ones only.
 */
public final class CertificateNotYetValid extends SetRule {
    public CertificateNotYetValid() {
        super(RuleInfo.of("certificate-not-yet-valid", Topic.VALIDITY, Severity.ERROR, "A certificate is not valid yet")
                .message("the certificate {subject} starts on {notBefore}, the change window on {windowStart}")
                .rationale("Until it starts, no client accepts the certificate, and a path through it is not valid.")
                .causes(
                        "The CA issued it with a start in the future",
                        "The change window is set too early, or without its offset")
                .remedy(
                        "Move the change window behind {notBefore}, or have the certificate issued with an earlier start")
                .whyError(
                        "Until the certificate starts, every TLS client refuses it: after the restart the service is out of order. That CUCM refuses the upload is not documented.")
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

package io.github.cucmcerts.rule.chain;

import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Chain;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Optional;

/**
 * RFC 5280, section 6.1: what a path has to fulfil besides its dates. The documents do not say how much of this CUCM
 * checks itself.
 */
public final class PathInvalid extends SetRule {
    public PathInvalid() {
        super(RuleInfo.of("path-invalid", Topic.CHAIN, Severity.ERROR, "RFC 5280 does not accept the path")
                .message("the path is not valid: {culprit} ({subject}): {reason}")
                .rationale(
                        "Every signature fits, but a rule of RFC 5280 (basic constraints, path length, key usage, name constraints, policy, critical extensions) says no, and TLS clients will too.")
                .causes("The CA uses a certificate for signing that may not sign, or for names that it may not certify")
                .remedy("Show the CA this finding, and have the certificate issued by a CA that may")
                .whyError(
                        "TLS clients that follow RFC 5280 refuse the connection. How much of this CUCM checks at the upload is not documented.")
                .source(Source.RFC_5280, "section 6.1", Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Optional<Chain.Invalid> found = facts.chain(set, Chain.Invalid.class);
        if (found.isEmpty()) {
            return;
        }
        Chain.Invalid chain = found.get();
        findings.on(set.leaf().orElseThrow())
                .with("culprit", chain.culprit().origin().file())
                .with("subject", chain.culprit().subject().toString())
                .with("reason", chain.reason())
                .with(
                        "path",
                        chain.path().stream()
                                .map(certificate -> certificate.origin().file())
                                .toList())
                .report();
    }
}

package io.github.cucmcerts.rule.chain;

import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.TextTemplate;
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.trust.Chain;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Fault;
import io.github.cucmcerts.trust.Rejection;
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
                .causes(
                        "The CA certified {name}, and its own certificates do not allow that",
                        "The CA's template sets {extension}",
                        "The CA made {malformed} with other means than its own software",
                        "The CA signed with {unfit}, which must not sign this")
                .remedy(
                        "[Have a CA sign the CSR whose name constraints allow {name}; or, if nobody uses that name, generate a"
                                + " CSR without it and have it signed]"
                                + "[Show the CA this finding, and have it issue {culprit} again without {extension}]"
                                + "[Show the CA this finding, and have it issue {malformed} again]"
                                + "[Show the CA this finding, and have the CSR signed by a CA that may sign it: not by {unfit}]")
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
        Rejection rejection = found.get().rejection();
        String culprit = rejection.culprit().origin().file();
        Findings.Draft draft = findings.on(set.leaf().orElseThrow())
                .with("culprit", culprit)
                .with("subject", rejection.culprit().subject().toString())
                .with(
                        "reason",
                        TextTemplate.of(reason(rejection.fault()))
                                .filled(rejection.details(), Words::few)
                                .toString());
        rejection.details().forEach(draft::with);
        if (isMalformed(rejection.fault())) {
            draft.with("malformed", culprit);
        } else if (rejection.details().isEmpty()) {
            draft.with("unfit", culprit);
        }
        draft.with(
                        "path",
                        found.get().path().stream()
                                .map(certificate -> certificate.origin().file())
                                .toList())
                .report();
    }

    private static boolean isMalformed(Fault fault) {
        return switch (fault) {
            case MALFORMED, CONSTRAINTS_MALFORMED, TWO_ALGORITHMS, UNVERIFIABLE_KEY -> true;
            default -> false;
        };
    }

    /** As a clause about the certificate that breaks the rule. */
    private static String reason(Fault fault) {
        return switch (fault) {
            case NO_CA -> "it is no CA certificate (basicConstraints lacks CA:TRUE), yet it signed the one below";
            case PATH_TOO_LONG -> "a path length constraint allows fewer CA certificates below its CA";
            case NO_CERT_SIGN -> "its key usage does not allow signing certificates (keyCertSign)";
            case NAME_NOT_PERMITTED -> "{name} is outside the names that the CA {authority} permits: {permitted}";
            case NAME_EXCLUDED -> "{name} is among the names that the CA {authority} excludes: {excluded}";
            case NAME_MALFORMED ->
                "the CA {authority} restricts such names, but {name} cannot be compared: it is malformed, or does not have the"
                        + " full host name that RFC 5280 demands";
            case CONSTRAINT_INCOMPARABLE ->
                "it restricts names by {constraint}, which RFC 5280 does not allow to be compared with {name}";
            case CONSTRAINTS_MALFORMED -> "its name constraints cannot be read";
            case UNKNOWN_CRITICAL -> "its extension {extension} is critical, and RFC 5280 does not know it";
            case MUST_NOT_BE_CRITICAL -> "its extension {extension} is critical, which RFC 5280 forbids";
            case UNKNOWN_QUALIFIER ->
                "its certificate policies are critical, and RFC 5280 does not know their qualifier {extension}";
            case TWO_ALGORITHMS ->
                "its signed part says that it is signed with {signedPart}, and what is beside the signature says {signature}";
            case NO_POLICY -> "no certificate policy that the path demands is left";
            case NAME_CHAINING -> "its issuer is not the subject of the certificate above it";
            case UNVERIFIABLE_KEY -> "its key is too large, or of a form that certificates must not have";
            case MALFORMED -> "an extension or another part of it cannot be read";
            case OTHER -> "a check of RFC 5280, section 6.1, fails";
        };
    }
}

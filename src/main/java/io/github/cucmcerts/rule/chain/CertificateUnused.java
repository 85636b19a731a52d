package io.github.cucmcerts.rule.chain;

import io.github.cucmcerts.path.Chain;
import io.github.cucmcerts.rule.Context;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Optional;

/** A certificate that the path does not need. */
public final class CertificateUnused implements SetRule {
    private static final RuleInfo INFO = RuleInfo.of(
                    "certificate-unused", Topic.CHAIN, Severity.WARNING, "A certificate that the path does not need")
            .message("the certificate is neither the leaf nor in its path ({subject})")
            .rationale("What nobody needs is uploaded by mistake, or hides that the right one is missing.")
            .causes("A certificate of another CA or node was put here")
            .remedy("Remove it, or move it to where it belongs")
            .source(Source.TECH_NOTE, "Order of the uploads", Source.Kind.ADVICE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void judge(UploadSet set, Context context, Findings findings) {
        context.chain(set)
                .filter(Chain.Good.class::isInstance)
                .ifPresent(chain -> set.own().stream()
                        .filter(certificate -> set.history().stream()
                                        .noneMatch(pair -> pair.leaf().equals(certificate))
                                && !set.identities().contains(certificate)
                                && !set.leaf().equals(Optional.of(certificate))
                                && !context.isNeeded(certificate))
                        .forEach(certificate -> findings.on(certificate)
                                .with("subject", certificate.subject().toString())
                                .report()));
    }
}

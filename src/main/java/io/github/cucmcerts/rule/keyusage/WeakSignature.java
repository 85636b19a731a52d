package io.github.cucmcerts.rule.keyusage;

import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Set;

/** Security Guide 14 offers hash algorithms and forbids none. The advice to avoid SHA-1 and MD5 is the plugin's own. */
public final class WeakSignature extends SetRule {
    private static final Set<String> WEAK = Set.of("MD2", "MD4", "MD5", "SHA1");

    public WeakSignature() {
        super(RuleInfo.of("weak-signature", Topic.KEY_USAGE, Severity.WARNING, "The signature algorithm is weak")
                .message("The certificate {subject} is signed with {algorithm}, which is weak.")
                .rationale("Signatures with SHA-1 and MD5 can be forged, and many TLS clients reject them.")
                .causes("An old CA or an old template still uses this algorithm.")
                .remedy("Have the certificate issued again, signed with {wanted} or better.")
                .source(Source.SECURITY_GUIDE, "Hash algorithm", Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Signed.reportDigests(WEAK, set, facts, findings);
    }
}

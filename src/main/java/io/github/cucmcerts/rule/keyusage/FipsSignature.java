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

/** Security Guide 14, FIPS mode: signatures use SHA-256 or better. */
public final class FipsSignature extends SetRule {
    private static final Set<String> WEAKER = Set.of(
            "MD2", "MD4", "MD5", "SHA1", "SHA224", "SHA512(224)", "SHA3-224", "RIPEMD128", "RIPEMD160", "RIPEMD256");

    public FipsSignature() {
        super(RuleInfo.of(
                        "fips-signature",
                        Topic.KEY_USAGE,
                        Severity.ERROR,
                        "FIPS mode does not allow the signature's hash")
                .message("The certificate {subject} is signed with {algorithm}, but FIPS mode needs SHA-256 or better.")
                .rationale("In FIPS mode, SHA-256 is mandatory.")
                .causes("An old CA or an old template still uses this algorithm.")
                .remedy(
                        "Have the certificate issued again, signed with {wanted} or better. Replace this certificate with the new one.")
                .whyError(
                        "The guide makes SHA-256 mandatory in FIPS mode. The plugin concludes that a node in FIPS mode does not verify a weaker signature. No document says that CUCM rejects the upload.")
                .source(Source.SECURITY_GUIDE, "FIPS mode", Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        if (facts.cluster().fips()) {
            Signed.reportDigests(WEAKER, set, facts, findings);
        }
    }
}

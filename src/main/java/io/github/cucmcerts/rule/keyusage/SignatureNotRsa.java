package io.github.cucmcerts.rule.keyusage;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.SignatureAlgorithm;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Optional;

/**
 * Administration Guide 12.5(1)SU3, Third-Party CA Certificates: the CA signs with RSA. CUCM also has EC certificates,
 * so the rule only warns.
 */
public final class SignatureNotRsa extends SetRule {
    public SignatureNotRsa() {
        super(RuleInfo.of(
                        "signature-not-rsa",
                        Topic.KEY_USAGE,
                        Severity.WARNING,
                        "The signature algorithm is not plain RSA")
                .message("The certificate {subject} is signed with {algorithm}, which is not plain RSA (PKCS #1 v1.5).")
                .rationale(
                        "A guide requires RSA encryption as the signature algorithm of third-party CAs. This excludes RSASSA-PSS and, for a purpose with an RSA key, also ECDSA.")
                .causes("The CA signs with RSASSA-PSS ({pss}).", "The CA has an EC key.")
                .remedy(
                        "If the CA can do it, have the certificate issued again, signed with plain RSA and {wanted} or better. Otherwise, accept the finding with a waiver.")
                .source(Source.ADMINISTRATION_GUIDE, "Third-Party CA Certificates", Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        boolean wantsRsa = set.purpose() != Purpose.UNKNOWN && !set.purpose().isEcdsa();
        for (Certificate certificate : Signed.of(set, facts)) {
            SignatureAlgorithm algorithm = certificate.signatureAlgorithm();
            if (algorithm.isPss() || wantsRsa && !algorithm.isRsa()) {
                Signed.on(certificate, findings)
                        .with("pss", algorithm.isPss() ? Optional.of(algorithm.name()) : Optional.empty())
                        .report();
            }
        }
    }
}

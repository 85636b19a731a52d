package io.github.cucmcerts.rule.keyusage;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Set;

/**
 * Security Guides 12.5(1)SU3 and 14: the hash of an EC certificate is as strong as its key, SHA-256 or better for P-256
 * and SHA-384 or better for P-384. They mention no other curve.
 */
public final class EcHashWeak extends SetRule {
    /**
     * Hashes weaker than SHA-256. {@link WeakSignature} reports SHA-1, MD5, and older ones: its remedy also fixes a
     * certificate with a P-256 key.
     */
    private static final Set<String> FOR_P256 = Set.of("SHA224", "SHA512(224)", "SHA3-224", "RIPEMD128", "RIPEMD160");

    private static final Set<String> FOR_P384 = Set.of(
            "MD2",
            "MD4",
            "MD5",
            "SHA1",
            "SHA224",
            "SHA256",
            "SHA512(224)",
            "SHA512(256)",
            "SHA3-224",
            "SHA3-256",
            "RIPEMD128",
            "RIPEMD160",
            "RIPEMD256");

    public EcHashWeak() {
        super(RuleInfo.of(
                        "ec-hash-weak",
                        Topic.KEY_USAGE,
                        Severity.WARNING,
                        "The signature hash is weaker than the EC key")
                .message(
                        "The certificate {subject} has a {curve} key, but it is signed with {algorithm}, whose hash is weaker.")
                .rationale(
                        "The hash in the signature of an EC certificate must be as strong as the certificate's key: SHA-256 or better for P-256, SHA-384 or better for P-384.")
                .causes("The CA uses the same hash for all keys.")
                .remedy("Have the certificate issued again, signed with {wanted} or better.")
                .source(
                        Source.SECURITY_GUIDE,
                        "Key length and hash algorithm of EC certificates",
                        Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        for (Certificate certificate : Signed.of(set, facts)) {
            String curve = certificate.key().curve().orElse("");
            // in FIPS mode, another rule reports hashes weaker than SHA-256
            if (curve.equals("P-256") && !facts.cluster().fips()) {
                checkHash(certificate, FOR_P256, "SHA-256", findings);
            } else if (curve.equals("P-384")) {
                checkHash(certificate, FOR_P384, "SHA-384", findings);
            }
        }
    }

    private static void checkHash(Certificate certificate, Set<String> weak, String wanted, Findings findings) {
        if (certificate.signatureAlgorithm().digest().filter(weak::contains).isPresent()) {
            findings.on(certificate)
                    .with("subject", certificate.subject().toString())
                    .with("curve", certificate.key().curve().orElseThrow())
                    .with("algorithm", certificate.signatureAlgorithm().name())
                    .with("wanted", wanted)
                    .report();
        }
    }
}

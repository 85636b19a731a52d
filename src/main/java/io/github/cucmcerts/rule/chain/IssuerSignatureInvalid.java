package io.github.cucmcerts.rule.chain;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Chain;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Signatures;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Document 217138, Troubleshoot: the issuer is in the trust store, else CUCM refuses the certificate. A CA certificate
 * of its name with another key is not the issuer (RFC 5280, section 6.1.3).
 */
public final class IssuerSignatureInvalid extends SetRule {
    public IssuerSignatureInvalid() {
        super(RuleInfo.of("issuer-signature-invalid", Topic.CHAIN, Severity.ERROR, "No key of that name signed it")
                .message("{child} names {issuer} as its issuer, but that key did not sign it (tried: {tried})")
                .cucm("CA certificate is not available in the trust-store")
                .rationale(
                        "A CA certificate of the right name with another key is not the issuer: the path cannot be verified.")
                .causes(
                        "Nothing was verified with the key of {unusable}: it is too large, or of a form that certificates must not have",
                        "The CA has a new key (it was renewed), and the certificates here are of the other one",
                        "A file was changed or damaged")
                .remedy(
                        "Get the CA certificate whose key signed this one (compare the authority key identifier) from the CA")
                .source(
                        Source.TECH_NOTE,
                        "Troubleshoot: CA certificate is not available in the trust store",
                        Source.Kind.REJECTION));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Optional<Chain.WrongKey> chain = facts.chain(set, Chain.WrongKey.class);
        if (chain.isEmpty()) {
            return;
        }
        Certificate child = chain.get().child();
        List<Certificate> tried = chain.get().sameName();
        findings.on(set.leaf().orElseThrow())
                .with("child", child.origin().file())
                .with("issuer", child.issuer().toString())
                .with("tried", files(tried.stream()))
                .with("unusable", files(tried.stream().filter(other -> !Signatures.verifiesWith(other.key()))))
                .report();
    }

    private static List<String> files(Stream<Certificate> certificates) {
        return certificates.map(certificate -> certificate.origin().file()).toList();
    }
}

package io.github.cucmcerts.rule.keyusage;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;

/** Security Guide 14: a purpose that ends in -ECDSA has an EC key, any other an RSA key. */
public final class KeyTypeMismatch extends SetRule {
    public KeyTypeMismatch() {
        super(RuleInfo.of(
                        "key-type-mismatch",
                        Topic.KEY_USAGE,
                        Severity.ERROR,
                        "A kind of key that the purpose does not take")
                .message("it has a key of type {type}, and {purpose} takes {wanted}")
                .rationale(
                        "A purpose whose name ends in -ECDSA has an EC key, every other an RSA key. Other kinds of key CUCM does not know.")
                .causes(
                        "The CSR was generated for the -ECDSA sibling, or for the RSA one",
                        "The file lies in the wrong folder")
                .remedy(
                        "Move the files to the folder of the purpose that the CSR was generated for, or generate a CSR of the right key type")
                .whyError(
                        "CUCM makes an EC key for a purpose that ends in -ECDSA and an RSA key for any other, so this key is not the one that CUCM holds: the plugin relies on that. That CUCM refuses the upload is not documented.")
                .source(Source.SECURITY_GUIDE, "Key type and purpose", Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.request().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        List<String> wanted = wanted(set.purpose());
        String purpose =
                set.purpose() == Purpose.UNKNOWN ? "CUCM" : set.purpose().label();
        for (NamedKey object : set.namedKeys()) {
            if (!wanted.contains(object.key().type())) {
                findings.on(object)
                        .with("type", object.key().type())
                        .with("purpose", purpose)
                        .with("wanted", String.join(" or ", wanted))
                        .report();
            }
        }
    }

    private static List<String> wanted(Purpose purpose) {
        if (purpose == Purpose.UNKNOWN) {
            return List.of("RSA", "EC");
        }
        return List.of(purpose.isEcdsa() ? "EC" : "RSA");
    }
}

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
import java.util.Optional;

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
                        "The CSR was generated for {sibling}, or the file lies in the wrong folder",
                        "The CSR was not made by CUCM, which makes RSA and EC keys only: it knows no key of type {unknown}",
                        "The CSR was not made by CUCM for this purpose, or the file lies in the wrong folder")
                .remedy(
                        "[If the CSR was generated for {sibling}, move it and its certificate to that folder. ]For {purpose} generate a CSR on the node, which gives it a key of type {wanted}, and have it signed")
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
        for (NamedKey object : set.namedKeys()) {
            String type = object.key().type();
            if (!wanted.contains(type)) {
                findings.on(object)
                        .with("type", type)
                        .with("purpose", named(set.purpose()))
                        .with("wanted", String.join(" or ", wanted))
                        .with("sibling", sibling(set.purpose(), type).map(Purpose::label))
                        .with("unknown", wanted(Purpose.UNKNOWN).contains(type) ? List.of() : List.of(type))
                        .report();
            }
        }
    }

    /** As a remedy names it: a set whose purpose is not known has none to name. */
    static String named(Purpose purpose) {
        return purpose == Purpose.UNKNOWN ? "CUCM" : purpose.label();
    }

    /** The purpose with the other kind of key, where it is the one that takes this kind. */
    private static Optional<Purpose> sibling(Purpose purpose, String type) {
        return purpose.sibling().filter(other -> wanted(other).contains(type));
    }

    private static List<String> wanted(Purpose purpose) {
        if (purpose == Purpose.UNKNOWN) {
            return List.of("RSA", "EC");
        }
        return List.of(purpose.isEcdsa() ? "EC" : "RSA");
    }
}

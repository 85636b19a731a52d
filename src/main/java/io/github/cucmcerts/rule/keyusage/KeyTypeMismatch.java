package io.github.cucmcerts.rule.keyusage;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;
import java.util.Optional;

/** Security Guide 14: a purpose that ends in -ECDSA has an EC key, any other purpose an RSA key. */
public final class KeyTypeMismatch extends SetRule {
    public KeyTypeMismatch() {
        super(RuleInfo.of("key-type-mismatch", Topic.KEY_USAGE, Severity.ERROR, "Wrong key type for this purpose")
                .message("The key type is {type}, but {purpose} needs {wanted}.")
                .rationale(
                        "A purpose whose name ends in -ECDSA has an EC key. Any other purpose has an RSA key. CUCM does not support any other key type.")
                .causes(
                        "The CSR was generated for {sibling}, or the file is in the wrong folder.",
                        "CUCM did not generate the CSR: it generates only RSA and EC keys, and does not support the key type {unknown}.",
                        "CUCM did not generate the CSR for this purpose, or the file is in the wrong folder.")
                .remedy(
                        "[If the files belong to another purpose (for example {sibling}), move them to the folder of that purpose. Otherwise, remove them.][If the files belong to another purpose (one with {otherType} keys), move them to the folder of that purpose. Otherwise, remove them.][Remove the files, because CUCM does not support the key type {unknown}.][ If the node needs a new certificate for {purpose}, generate a CSR with a key of the type {wanted} on the node, and have the new CSR signed.]")
                .whyError(
                        "CUCM generates an EC key for a purpose that ends in -ECDSA and an RSA key for any other purpose. The plugin concludes that CUCM does not have this key. No document says that CUCM rejects the upload.")
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
                Optional<Purpose> sibling = sibling(set.purpose(), type);
                boolean isKnown = wanted(Purpose.UNKNOWN).contains(type);
                findings.on(object)
                        .with("type", type)
                        .with("purpose", named(set.purpose()))
                        .with("wanted", asProse(wanted))
                        .with("sibling", sibling.map(Purpose::label))
                        .with("otherType", isKnown && sibling.isEmpty() ? List.of(type) : List.of())
                        .with("unknown", isKnown ? List.of() : List.of(type))
                        .report();
            }
        }
    }

    private static Message asProse(List<String> wanted) {
        return wanted.size() == 1
                ? Message.value(wanted.get(0))
                : Message.of("reason.key-either", "{one} or {other}", "one", wanted.get(0), "other", wanted.get(1));
    }

    /** The purpose as texts name it; CUCM if it is unknown. */
    static String named(Purpose purpose) {
        return purpose == Purpose.UNKNOWN ? "CUCM" : purpose.label();
    }

    /** The purpose for the other key type, if it needs this one. */
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

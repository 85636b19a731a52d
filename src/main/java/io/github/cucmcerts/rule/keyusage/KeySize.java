package io.github.cucmcerts.rule.keyusage;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/**
 * Security Guide 14, key length: some phones do not register with a CallManager key over 2048 bits, and in mixed mode
 * some endpoints do not accept a CA of 4096 bits or more. The document only advises; that keys under 2048 bits are
 * weak is the plugin's advice.
 */
public final class KeySize extends SetRule {
    private static final int USUAL = 2048;
    private static final int LARGE = 4096;

    public KeySize() {
        super(RuleInfo.of("key-size", Topic.KEY_USAGE, Severity.WARNING, "An unfavourable key size")
                .message("it has an RSA key of {bits} bits: {why}")
                .rationale("Keys that are too small are weak, and some phones and endpoints do not take large ones.")
                .causes("Another key length was chosen when the CSR was generated, or the CA's own key is large")
                .remedy(
                        "Generate the CSR with 2048 bits; for a large CA key check the endpoints (CURT, Phone Feature List) or use another CA")
                .source(
                        Source.SECURITY_GUIDE,
                        "Key length; mixed mode and CA certificates of 4096 bits",
                        Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.request().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        for (NamedKey object : set.namedKeys()) {
            int bits = object.key().rsaBits().orElse(USUAL);
            if (bits < USUAL) {
                report(object, "fewer than " + USUAL + " are weak", findings);
            } else if (bits > USUAL && set.purpose() == Purpose.CALL_MANAGER) {
                report(
                        object,
                        "with more than " + USUAL + " for CallManager some phones may fail to register",
                        findings);
            }
        }
        if (!facts.cluster().mixedMode()) {
            return;
        }
        for (Certificate authority : facts.authorities(set)) {
            if (authority.key().rsaBits().orElse(0) >= LARGE) {
                report(authority, "in mixed mode some endpoints do not take a CA of " + LARGE + " or more", findings);
            }
        }
    }

    private static void report(NamedKey object, String why, Findings findings) {
        findings.on(object)
                .with("bits", Integer.toString(object.key().rsaBits().orElseThrow()))
                .with("why", why)
                .report();
    }
}

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
 * some endpoints do not accept a CA of 4096 bits or more. The document only advises. The advice against keys under 2048
 * bits is the plugin's own.
 */
public final class KeySize extends SetRule {
    private static final int USUAL = 2048;
    private static final int LARGE = 4096;

    public KeySize() {
        super(RuleInfo.of("key-size", Topic.KEY_USAGE, Severity.WARNING, "Key size may cause problems")
                .message(
                        "[The RSA key has {weak} bits. RSA keys with fewer than 2048 bits are weak.][The RSA key has {large} bits. With more than 2048 bits for CallManager, some phones can fail to register.][The RSA key of CA {authority} has {bits} bits. In mixed mode, some endpoints do not accept a CA key with 4096 bits or more.]")
                .rationale("Small keys are weak, and some phones and endpoints do not accept large keys.")
                .causes("The key size that was selected for the CSR is not {usual}.", "The CA's own key is large.")
                .remedy(
                        "[On the node, generate a CSR with {usual} bits, and have it signed.][In Cisco Unified Reporting > Unified CM Phone Feature List, check whether your endpoints accept the key size of {authority}. If they do, accept the finding with a waiver. If they do not, use another CA.]")
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
            if (bits < USUAL || bits > USUAL && set.purpose() == Purpose.CALL_MANAGER) {
                on(object, findings)
                        .with(bits < USUAL ? "weak" : "large", Integer.toString(bits))
                        .with("usual", Integer.toString(USUAL))
                        .report();
            }
        }
        if (!facts.cluster().mixedMode()) {
            return;
        }
        for (Certificate authority : facts.authorities(set)) {
            if (authority.key().rsaBits().orElse(0) >= LARGE) {
                on(authority, findings)
                        .with("authority", authority.subject().toString())
                        .report();
            }
        }
    }

    private static Findings.Draft on(NamedKey object, Findings findings) {
        return findings.on(object)
                .with("bits", Integer.toString(object.key().rsaBits().orElseThrow()));
    }
}

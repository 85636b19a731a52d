package io.github.cucmcerts.rule.files;

import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;

/**
 * Document 217138, Certificate Purpose: each upload is for one purpose. That a folder or file name tells it is the
 * plugin's own rule.
 */
public final class PurposeUnknown extends DirectoryRule {
    public PurposeUnknown() {
        super(RuleInfo.of("purpose-unknown", Topic.FILES, Severity.WARNING, "No purpose is told")
                .message("neither a folder above the file nor a word of its name is a Certificate Purpose")
                .rationale("Without purpose neither trust store nor usages can be judged; the other rules were.")
                .causes("The file lies outside of a purpose's folder")
                .remedy(
                        "Put it into a folder named tomcat, CallManager, ipsec, CAPF, TVS, cup, cup-xmpp or cup-xmpp-s2s (-ECDSA for EC keys), or name the file so")
                .source(Source.TECH_NOTE, "Certificate Purpose", Source.Kind.ADVICE));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        facts.uploads()
                .leftOver()
                .withoutPurpose()
                .forEach(file -> findings.on(Origin.whole(file)).report());
    }
}

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
 * Document 217138, Certificate Purpose: each upload is for one purpose. That a folder or file name gives the purpose is
 * the plugin's own rule.
 */
public final class PurposeUnknown extends DirectoryRule {
    public PurposeUnknown() {
        super(RuleInfo.of("purpose-unknown", Topic.FILES, Severity.WARNING, "A file has no purpose")
                .message("Neither a folder above the file nor a word in its name is a Certificate Purpose.")
                .rationale(
                        "The plugin cannot check the trust store and the usages of a file without a purpose. It checks everything else.")
                .causes("The file is not in a folder for a purpose.")
                .remedy(
                        "Put the file into a folder named ipsec, CAPF, TVS, tomcat, CallManager, cup, cup-xmpp, or cup-xmpp-s2s, or use one of these words in the file name. For EC keys, the last five have their own names with -ECDSA, for example tomcat-ECDSA.")
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

package io.github.cucmcerts.rule.san;

import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.SanEntry;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.List;

/**
 * RFC 5280, section 4.2.1.6: each kind of name has its own form. No document says what CUCM does with an entry of
 * another form.
 */
public final class SanMalformed extends SetRule {
    public SanMalformed() {
        super(RuleInfo.of("san-malformed", Topic.SAN, Severity.WARNING, "An entry that is no name of its kind")
                .message("it carries {malformed}, which is no name of its kind")
                .rationale("Clients match no such entry, and what CUCM makes of it is not documented.")
                .causes("A URL, an address or a blank was typed where a host name belongs")
                .remedy("Generate the CSR anew with host names, and have it signed")
                .source(Source.RFC_5280, "section 4.2.1.6", Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.request().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        for (NamedKey object : set.namedKeys()) {
            List<String> malformed = new ArrayList<>();
            for (SanEntry entry : object.extensions().san()) {
                if (entry.isMalformed()) {
                    malformed.add(entry.toString());
                }
            }
            if (!malformed.isEmpty()) {
                findings.on(object).with("malformed", malformed).report();
            }
        }
    }
}

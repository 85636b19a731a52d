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
import java.util.Optional;

/**
 * RFC 5280, section 4.2.1.6: each type of name has its own form. No document says how CUCM handles an entry in another
 * form.
 */
public final class SanMalformed extends SetRule {
    public SanMalformed() {
        super(RuleInfo.of("san-malformed", Topic.SAN, Severity.WARNING, "A SAN entry is not valid for its type")
                .message("These subject alternative names are not valid for their type: {malformed}.")
                .rationale("Clients do not match such an entry, and no document says how CUCM handles it.")
                .causes(
                        "The CA added the names, which CSR {unrequested} did not request.",
                        "A URL, an IP address, or a name with a space was entered instead of a host name.")
                .remedy(
                        "[If the alternatehostname of `set web-security` contains {entered}, run this command again without that name (docs/recipes.md shows how). "
                                + NameFields.WARNING
                                + " Generate the CSR again. In Parent Domain, enter only the name of a domain, or leave it empty. Multi-server: in Other Domains, enter only full host names (FQDN). Then have the CSR signed.][Have the CA sign CSR {unrequested} again, with only the names of this CSR.]")
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
            List<String> entered = new ArrayList<>();
            for (SanEntry entry : object.extensions().san()) {
                if (entry.isMalformed()) {
                    malformed.add(entry.toString());
                    entered.add(entry.value());
                }
            }
            if (!malformed.isEmpty()) {
                Optional<String> unrequested = set.csr()
                        .filter(csr -> SanComparison.entriesOnlyIn(object, csr).containsAll(malformed))
                        .map(csr -> csr.origin().file());
                findings.on(object)
                        .with("malformed", malformed)
                        .with("unrequested", unrequested)
                        .with("entered", unrequested.isPresent() ? List.of() : entered)
                        .report();
            }
        }
    }
}

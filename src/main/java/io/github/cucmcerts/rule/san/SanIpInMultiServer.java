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
 * Document 217138, Other Domains: the dialog for multi-server CSRs does not accept addresses, but alternatehostname
 * does.
 */
public final class SanIpInMultiServer extends SetRule {
    public SanIpInMultiServer() {
        super(RuleInfo.of(
                        "san-ip-in-multi-server", Topic.SAN, Severity.INFO, "IP address in a multi-server certificate")
                .message("The names in this multi-server CSR or certificate include {addresses}.")
                .rationale(
                        "The dialog for multi-server CSRs accepts only names, not addresses. The command `set web-security` accepts addresses as alternatehostname, and later multi-server CSRs contain them.")
                .causes("The CA or alternatehostname added the address.")
                .remedy(
                        "If the CSR and the certificate have the same names, no action is needed. Otherwise, fix the finding san-added or san-missing.")
                .source(Source.TECH_NOTE, "Other Domains of the multi-server dialog", Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.multiServer() && set.request().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        NamedKey object =
                set.leaf().<NamedKey>map(leaf -> leaf).or(set::request).orElseThrow();
        List<String> addresses = new ArrayList<>();
        for (SanEntry entry : object.extensions().san()) {
            if (entry.kind() == SanEntry.Kind.IP) {
                addresses.add(entry.toString());
            }
        }
        if (!addresses.isEmpty()) {
            findings.on(object).with("addresses", addresses).report();
        }
    }
}

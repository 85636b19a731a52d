package io.github.cucmcerts.rule.san;

import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.rule.Context;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.upload.UploadSet;

/** The common name is in no SAN. */
public final class SanLacksCommonName implements SetRule {
    private static final RuleInfo INFO = RuleInfo.of(
                    "san-lacks-common-name", Topic.SAN, Severity.WARNING, "The common name is in no SAN")
            .message("no subject alternative name names the common name {name}")
            .rationale("TLS clients look at the subject alternative names alone, and take the node's name for unknown.")
            .causes("The CSR was generated without the node's own name")
            .remedy("Generate the CSR anew with the node's name among its names, and have it signed")
            .source(Source.RFC_5280, "section 4.2.1.6; RFC 6125, section 6.4.4", Source.Kind.ADVICE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void judge(UploadSet set, Context context, Findings findings) {
        if (!set.multiServer()) {
            set.leaf()
                    .<NamedKey>map(leaf -> leaf)
                    .or(set::request)
                    .filter(object ->
                            !object.extensions().san().isEmpty() || set.leaf().isPresent())
                    .ifPresent(object -> object.subject()
                            .commonName()
                            .filter(name -> object.extensions().san().stream().noneMatch(entry -> entry.names(name)))
                            .ifPresent(name ->
                                    findings.on(object).with("name", name).report()));
        }
    }
}

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
import java.util.List;
import java.util.stream.Stream;

/** A wildcard name. */
public final class SanWildcard extends SetRule {
    public SanWildcard() {
        super(RuleInfo.of("san-wildcard", Topic.SAN, Severity.ERROR, "A wildcard name")
                .message("it carries the wildcard {wildcards}")
                .rationale("Wildcard certificates are not supported, but for cup-xmpp-s2s.")
                .causes("The CA issued a wildcard certificate")
                .remedy(
                        "Generate a CSR that names the nodes one by one (multi-server, if there are several) and have it signed")
                .source(Source.TECH_NOTE, "Troubleshoot: wildcard certificates", Source.Kind.REJECTION));
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        if (!set.purpose().isXmppFederation()) {
            for (NamedKey object : set.namedKeys()) {
                List<String> wildcards = Stream.concat(
                                object.extensions().san().stream()
                                        .filter(SanEntry::isWildcard)
                                        .map(SanEntry::toString),
                                object.subject().commonName().stream()
                                        .filter(name -> name.indexOf('*') >= 0)
                                        .map(name -> "CN=" + name))
                        .toList();
                if (!wildcards.isEmpty()) {
                    findings.on(object).with("wildcards", wildcards).report();
                }
            }
        }
    }
}

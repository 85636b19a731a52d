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
 * Document 217138, Troubleshoot: wildcard certificates are not supported. The IM and Presence guide asks for wildcards
 * on cup-xmpp-s2s, so the rule leaves that purpose out.
 */
public final class SanWildcard extends SetRule {
    public SanWildcard() {
        super(RuleInfo.of("san-wildcard", Topic.SAN, Severity.ERROR, "A wildcard name")
                .message("it carries the wildcard {wildcards}")
                .rationale("Wildcard certificates are not supported, but for cup-xmpp-s2s.")
                .causes(
                        "The CSR {asking} asks for it",
                        "The CA issued a wildcard certificate, which the CSR {csr} does not ask for",
                        "The CA issued a wildcard certificate")
                .remedy(
                        "Have a CSR signed that names the nodes one by one (multi-server, if there are several)[: {csr} is such a one, so have the CA sign it again, with its own names only][: generate it in place of {asking}]")
                .whyError(
                        "The document says that wildcard certificates are not supported, so nothing promises that a service works with one. It names no error for the upload.")
                .source(Source.TECH_NOTE, "Troubleshoot: wildcard certificates", Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return !set.purpose().isXmppFederation() && set.request().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Optional<String> csr = set.csr().map(asked -> asked.origin().file());
        boolean isAsked = set.csr().filter(asked -> !wildcards(asked).isEmpty()).isPresent();
        for (NamedKey object : set.namedKeys()) {
            List<String> wildcards = wildcards(object);
            if (!wildcards.isEmpty()) {
                findings.on(object)
                        .with("wildcards", wildcards)
                        .with(isAsked ? "asking" : "csr", csr)
                        .report();
            }
        }
    }

    private static List<String> wildcards(NamedKey object) {
        List<String> wildcards = new ArrayList<>();
        for (SanEntry entry : object.extensions().san()) {
            if (entry.isWildcard()) {
                wildcards.add(entry.toString());
            }
        }
        object.subject()
                .commonName()
                .filter(name -> name.indexOf('*') >= 0)
                .ifPresent(name -> wildcards.add("CN=" + name));
        return wildcards;
    }
}

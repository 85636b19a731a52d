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
 * Document 217138, Troubleshoot: wildcard certificates are not supported. The IM and Presence guide needs wildcards on
 * cup-xmpp-s2s, so the rule leaves that purpose out.
 */
public final class SanWildcard extends SetRule {
    public SanWildcard() {
        super(RuleInfo.of("san-wildcard", Topic.SAN, Severity.ERROR, "The names include a wildcard")
                .message("These names include a wildcard: {wildcards}.")
                .rationale("CUCM does not support wildcard certificates, except for cup-xmpp-s2s.")
                .causes(
                        "CSR {asking} requested the wildcard.",
                        "The CA issued a wildcard certificate, which CSR {csr} did not request.",
                        "The CA issued a wildcard certificate.")
                .remedy(
                        "[Generate a CSR that names each node individually (a multi-server CSR if there are several nodes). Replace {asking} with the new CSR, and have the new CSR signed.][Have the CA sign CSR {csr} again, with only the names of this CSR.][Generate a CSR that names each node individually (a multi-server CSR if there are several nodes), and have it signed. Replace {unasked} with the new certificate.]")
                .whyError(
                        "The document says that wildcard certificates are not supported, so a service can fail with such a certificate. The document names no error for the upload.")
                .source(Source.TECH_NOTE, "Troubleshoot: wildcard certificates", Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return !set.purpose().isXmppFederation() && set.request().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        for (NamedKey object : set.namedKeys()) {
            List<String> wildcards = wildcards(object);
            if (!wildcards.isEmpty()) {
                report(object, wildcards, set, findings);
            }
        }
    }

    private static void report(NamedKey object, List<String> wildcards, UploadSet set, Findings findings) {
        Optional<String> csr = set.csr().map(asked -> asked.origin().file());
        boolean isAsked = set.csr().filter(asked -> !wildcards(asked).isEmpty()).isPresent();
        findings.on(object)
                .with("wildcards", wildcards)
                .with(isAsked ? "asking" : "csr", csr)
                .with(
                        "unasked",
                        csr.isPresent() ? List.of() : List.of(object.origin().file()))
                .report();
    }

    private static List<String> wildcards(NamedKey object) {
        List<String> wildcards = new ArrayList<>();
        for (SanEntry entry : object.extensions().san()) {
            if (entry.isWildcard()) {
                wildcards.add(entry.toString());
            }
        }
        Optional<String> commonName = object.subject().commonName();
        if (commonName.isPresent() && commonName.get().indexOf('*') >= 0) {
            wildcards.add("CN=" + commonName.get());
        }
        return wildcards;
    }
}

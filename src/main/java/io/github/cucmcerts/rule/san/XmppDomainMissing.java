package io.github.cucmcerts.rule.san;

import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;

/**
 * IM and Presence guide 12.5(1)SU2, XMPP federation: the certificate must name all XMPP domains that the cluster hosts.
 * A wildcard is for the group chat below its domain.
 */
public final class XmppDomainMissing extends SetRule {
    public XmppDomainMissing() {
        super(RuleInfo.of("xmpp-domain-missing", Topic.SAN, Severity.WARNING, "The SAN lacks an XMPP domain")
                .message("The subject alternative names lack {missing}, which the parameter `xmppDomains` lists.")
                .rationale(
                        "A federated server looks for the users' domain in the certificate. A wildcard is for group chat only: `*.example.com` counts neither as example.com nor as chat.example.com.")
                .causes(
                        "A domain was added to the cluster after the CSR was generated.",
                        "The parameter `xmppDomains` names a domain that the cluster does not host.")
                .remedy(
                        "On the IM and Presence nodes, check whether the cluster hosts {missing}. If the cluster does not host one of them, remove that domain from the parameter `xmppDomains`. If it hosts the domain, generate the CSR again, check that the CSR contains the domain, and have the CSR signed.")
                .source(
                        Source.PRESENCE_GUIDE,
                        "XMPP federation: the certificate names all hosted XMPP domains",
                        Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.purpose().isXmppFederation() && SanComparison.naming(set).isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        NamedKey object = SanComparison.naming(set).orElseThrow();
        List<String> missing = facts.cluster().xmppDomains().stream()
                .filter(domain -> !SanComparison.hasDnsName(object, domain))
                .toList();
        if (!missing.isEmpty()) {
            findings.on(object).with("missing", missing).report();
        }
    }
}

package io.github.cucmcerts.rule.keyusage;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.Distribution;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Optional;

/**
 * Document 118731, multi-server support: CAPF, ipsec, and cup do not have it. Security Guide 14, Simplified Certificate
 * Management: TVS has it from release 14 on.
 */
public final class MultiServerUnsupported extends SetRule {
    public MultiServerUnsupported() {
        super(RuleInfo.of(
                        "multi-server-unsupported",
                        Topic.KEY_USAGE,
                        Severity.ERROR,
                        "The purpose does not support multi-server certificates")
                .message(
                        "The common name {name} belongs to a multi-server certificate, which {purpose} does not support[ in release {release}].")
                .rationale(
                        "CAPF, ipsec, and cup never support multi-server certificates. TVS supports them from release 14 on.")
                .causes(
                        "The CSR was generated for another purpose, with the Distribution Multi-server(SAN), and is in the wrong folder.")
                .remedy(
                        "[If the cluster does not run release {release}, correct the parameter `release`. The other steps are then not needed. ]If the files belong to another purpose, move them to the folder of that purpose. Otherwise, remove them. Then generate a CSR for {purpose} on each node that needs one (CAPF: only on the publisher), and have it signed. Put each CSR and its certificate into the folder of its node.")
                .whyError(
                        "CUCM does not generate a multi-server CSR for this purpose. The plugin concludes that no node has the CSR for this certificate. No document says that CUCM rejects the upload.")
                .source(
                        Source.MULTI_SERVER,
                        "Certificates with multi-server support; with Security Guide 14, Simplified Certificate Management",
                        Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.request().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        NamedKey request = set.request().orElseThrow();
        Optional<Release> release = facts.cluster().release();
        if (set.purpose().isMultiServerIn(release) || !Distribution.isMultiServerName(request, facts.cluster())) {
            return;
        }
        findings.on(request)
                .with("name", request.subject().commonName())
                .with("purpose", set.purpose().label())
                .with(
                        "release",
                        release.filter(any -> set.purpose() == Purpose.TVS).map(Release::name))
                .report();
    }
}

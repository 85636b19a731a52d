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
 * Document 118731, multi-server support: CAPF, ipsec and cup have none. Security Guide 14, Simplified Certificate
 * Management: TVS has it from release 14 on.
 */
public final class MultiServerUnsupported extends SetRule {
    public MultiServerUnsupported() {
        super(RuleInfo.of(
                        "multi-server-unsupported",
                        Topic.KEY_USAGE,
                        Severity.ERROR,
                        "A multi-server certificate for a purpose that has none")
                .message(
                        "the common name {name} is that of a multi-server certificate, and {purpose} has none[ in release {release}]")
                .rationale("CAPF, ipsec and cup never have a multi-server certificate; TVS has one from release 14 on.")
                .causes("The CSR of another purpose lies here, or Multi-server was chosen as distribution")
                .remedy(
                        "Generate a CSR for this purpose on each node, have it signed, and put both into the folder of that node, in place of these files")
                .whyError(
                        "CUCM makes no multi-server CSR for this purpose, so no node holds the one that this certificate answers: the plugin relies on that. That CUCM refuses the upload is not documented.")
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

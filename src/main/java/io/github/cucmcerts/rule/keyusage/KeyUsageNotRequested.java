package io.github.cucmcerts.rule.keyusage;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.KeyUsageTable;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Security Guides 12.5(1)SU3 and 14, CSR key extensions, and document 215534 for release 11.5: the tables of usages that
 * CUCM writes into the CSR of each purpose.
 */
public final class KeyUsageNotRequested extends SetRule {
    public KeyUsageNotRequested() {
        super(RuleInfo.of(
                        "key-usage-not-requested",
                        Topic.KEY_USAGE,
                        Severity.WARNING,
                        "Usages of CUCM's table are missing")
                .message("it lacks {missing}, which the table for {purpose} asks for[ in release {release}]")
                .rationale(
                        "CUCM writes the usages of its own table into a CSR. One that lacks them was not made by CUCM, or for another purpose or release.")
                .causes(
                        "The CSR was made by another tool, or for another purpose",
                        "The release in the POM is not that of the server")
                .remedy("Generate the CSR on the node for {purpose}; check the parameter release")
                .source(
                        "Security Guide 12.5(1)SU3; Security Guide 14; " + Source.AD_CS,
                        "CSR key extensions",
                        Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.request().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        NamedKey request = set.request().orElseThrow();
        Cluster cluster = facts.cluster();
        Set<String> missing = new LinkedHashSet<>(
                KeyUsageTable.usages(cluster.release(), set.purpose(), cluster.isPresence(set.nodeName())));
        missing.removeAll(request.extensions().usages());
        missing.removeAll(request.extensions().extendedUsages());
        if (!missing.isEmpty()) {
            findings.on(request)
                    .with("missing", List.copyOf(missing))
                    .with("purpose", set.purpose().label())
                    .with("release", cluster.release().map(Release::name))
                    .report();
        }
    }
}

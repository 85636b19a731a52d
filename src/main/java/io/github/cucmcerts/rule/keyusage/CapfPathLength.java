package io.github.cucmcerts.rule.keyusage;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.OptionalInt;

/** Security Guide 15: the CAPF certificate has path length 0. */
public final class CapfPathLength extends SetRule {
    public CapfPathLength() {
        super(RuleInfo.of(
                        "capf-path-length",
                        Topic.KEY_USAGE,
                        Severity.WARNING,
                        "The CAPF certificate does not have path length 0")
                .message("The CAPF certificate does not have path length 0.[ Its path length is {pathLength}.]")
                .rationale(
                        "CAPF signs the certificates of phones, but no CA certificates. Its path length should therefore be 0.")
                .causes(
                        "The CA used a template for subordinate CAs with the path length {pathLength}.",
                        "The CA used a template for web servers, or a template without a path length.")
                .remedy("Have the CSR signed again with basicConstraints CA:TRUE, pathlen:0.")
                .source("Security Guide 15", "CAPF certificate", Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.purpose() == Purpose.CAPF && set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        Certificate leaf = set.leaf().orElseThrow();
        OptionalInt pathLength = leaf.extensions().pathLength();
        if (!pathLength.equals(OptionalInt.of(0))) {
            findings.on(leaf)
                    .with(
                            "pathLength",
                            pathLength.stream().mapToObj(Integer::toString).toList())
                    .report();
        }
    }
}

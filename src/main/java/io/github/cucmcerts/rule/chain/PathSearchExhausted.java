package io.github.cucmcerts.rule.chain;

import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Chain;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/**
 * RFC 5280, section 6.1, checks one given path. The search for that path and the limit of the search are the plugin's
 * own.
 */
public final class PathSearchExhausted extends SetRule {
    public PathSearchExhausted() {
        super(RuleInfo.of(
                        "path-search-exhausted",
                        Topic.CHAIN,
                        Severity.ERROR,
                        "The search for a certification path reached its limit")
                .message("The search for a certification path stopped at its limit ({work}).")
                .rationale(
                        "There are too many certificates with similar names, or they have too many constrained names or too many policies. The plugin cannot try all paths, and what was not tried must not pass.")
                .causes(
                        "Certificates were made to overload the search, or a whole archive of CA certificates is offered.")
                .remedy("Offer only the CA certificates of this path, and move the others to a folder named archive.")
                .whyError(
                        "No valid path is known, and what was not tried must not pass. The limit is the plugin's own: no document mentions it.")
                .source(Source.RFC_5280, "section 6.1", Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.leaf().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        facts.chain(set, Chain.Exhausted.class)
                .ifPresent(chain -> findings.on(set.leaf().orElseThrow())
                        .with("work", chain.work())
                        .report());
    }
}

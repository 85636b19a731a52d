package io.github.cucmcerts.rule.san;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/**
 * Document 118731: a node that does not run the CallManager service may stay in the names or be removed, so the rule
 * only warns.
 */
public final class SanCallmanagerNodeMissing extends SetRule {
    public SanCallmanagerNodeMissing() {
        super(RuleInfo.of(
                        "san-callmanager-node-missing",
                        Topic.SAN,
                        Severity.WARNING,
                        "CallManager's multi-server names lack a node")
                .message(
                        "[The multi-server CSR {csr} does not name {missing}.][The multi-server certificate {certificate} does not name {missing}.]")
                .rationale("Only a node that does not run the CallManager service may be left out.")
                .causes("The node does not run the CallManager service, or it was added after the CSR was generated.")
                .remedy(
                        "If none of these nodes runs the CallManager service, accept the finding with a waiver. Otherwise, generate the multi-server CSR again, and have it signed.")
                .source(Source.MULTI_SERVER, "Nodes without the CallManager service", Source.Kind.ADVICE));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        return set.multiServer()
                && set.purpose().rsaSibling() == Purpose.CALL_MANAGER
                && set.request().isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        SanComparison.reportNodesLeftOut(set, facts, findings);
    }
}

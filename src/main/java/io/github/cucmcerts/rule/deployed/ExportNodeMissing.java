package io.github.cucmcerts.rule.deployed;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.Exports;

/** DevNet, Certificate Management API: an answer is of the server that was asked, so each has to be asked. */
public final class ExportNodeMissing extends DirectoryRule {
    public ExportNodeMissing() {
        super(RuleInfo.of(
                        "export-node-missing",
                        Topic.DEPLOYED,
                        Severity.WARNING,
                        "A configured node without an export, where others have one")
                .message(
                        "deployed/ has exports of other nodes and none of {node}, nor a folder of it: what that node holds is not known")
                .rationale(
                        "Each server tells what it holds itself. Of the node without an export it is taken that its own trust stores are empty and that it has no other CSR.")
                .causes("The node was not reached or was forgotten when the others were exported")
                .remedy(
                        "Export the certificates of {node}, too, and put the file into deployed/; if the node is no more, take it out of publisher, subscribers and presence")
                .source(Source.THIS_PLUGIN, "What the servers hold", Source.Kind.ADVICE));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Exports exports = facts.exports();
        if (exports.nodes().isEmpty()) {
            return;
        }
        for (NodeName node : facts.cluster().nodes()) {
            if (!exports.tellOf(node)) {
                findings.on(Origin.DIRECTORY).with("node", node.value()).report();
            }
        }
    }
}

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

/**
 * DevNet, Certificate Management API: an answer covers only the server that was asked, so each server must be asked.
 */
public final class ExportNodeMissing extends DirectoryRule {
    public ExportNodeMissing() {
        super(RuleInfo.of(
                        "export-node-missing",
                        Topic.DEPLOYED,
                        Severity.WARNING,
                        "A configured node has no export, but others have one")
                .message(
                        "deployed/ has exports of other nodes, but neither an export nor a folder of {node}, so the plugin does not know what {node} holds.")
                .rationale(
                        "Each node reports only what it holds itself. For a node without an export, the plugin assumes that the node's own trust stores are empty, and that the node has no CSR other than the one in the directory.")
                .causes(
                        "The node was not reached or was forgotten when the certificates of the other nodes were exported.")
                .remedy(
                        "If {node} no longer exists, remove it from the parameter `publisher`, `subscribers`, or `presence`. Otherwise, export the certificates of {node} too, and put the file into deployed/.")
                .source(Source.THIS_PLUGIN, "What is on the nodes", Source.Kind.ADVICE));
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

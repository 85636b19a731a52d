package io.github.cucmcerts.rule.files;

import io.github.cucmcerts.cucm.CommonName;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * No document describes the directory: that a folder names the node, and that parameters list the nodes, is the
 * plugin's own rule.
 */
public final class NodeMistyped extends DirectoryRule {
    public NodeMistyped() {
        super(RuleInfo.of(
                        "node-mistyped",
                        Topic.FILES,
                        Severity.WARNING,
                        "Folder name resembles the name of a configured node")
                .message("Folder {folder} is not a configured node. Did you mean {node}, which has no folder?")
                .rationale(
                        "Rules that check the node use the folder name, and the runbook says to sign in to the node with the folder name.")
                .causes("The folder name, or the node's name in the parameters, was mistyped.")
                .remedy(
                        "If the folder name is wrong, rename the folder to {node}. If the parameter is wrong, correct the node in the parameter `publisher`, `subscribers`, or `presence`. If both names are correct, accept the finding with a waiver.")
                .source(Source.THIS_PLUGIN, "The directory", Source.Kind.ADVICE));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Set<String> nodes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (UploadSet set : facts.uploads().all()) {
            if (!set.node().isEmpty()) {
                nodes.add(set.node().substring(set.node().lastIndexOf('/') + 1));
            }
        }
        List<NodeName> withoutFolder = new ArrayList<>(facts.cluster().nodes());
        withoutFolder.removeIf(node -> nodes.stream().map(NodeName::new).anyMatch(node::sameAs));
        for (Map.Entry<String, String> folder :
                Mistyped.folders(facts.inventory()).entrySet()) {
            String name = folder.getValue();
            if (nodes.contains(name)
                    && !new CommonName(name).isMultiServer()
                    && !Mistyped.isNode(name, facts.cluster())) {
                Mistyped.intended(name, spelledAs(name, withoutFolder))
                        .ifPresent(node -> findings.on(Origin.whole(folder.getKey()))
                                .with("folder", name)
                                .with("node", node)
                                .report());
            }
        }
    }

    /** The names to compare with: only their first labels if the folder name has no dot. */
    private static List<String> spelledAs(String folder, List<NodeName> nodes) {
        return nodes.stream()
                .filter(node -> !node.isAddress())
                .map(node -> folder.contains(".") ? node.toString() : node.label())
                .toList();
    }
}

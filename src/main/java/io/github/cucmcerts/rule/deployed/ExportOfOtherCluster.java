package io.github.cucmcerts.rule.deployed;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Export;
import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.NodeExport;
import java.util.Optional;

/**
 * An export names its server (DevNet, Certificate Management API). That the parameters name all nodes of the cluster
 * is the plugin's own rule.
 */
public final class ExportOfOtherCluster extends DirectoryRule {
    public ExportOfOtherCluster() {
        super(RuleInfo.of(
                        "export-of-other-cluster",
                        Topic.DEPLOYED,
                        Severity.ERROR,
                        "The export is not from a node of the cluster")
                .message(
                        "The export is from {server}, which is not one of the configured nodes ({nodes}) and has no folder. The plugin does not use the export.")
                .rationale(
                        "What another cluster holds says nothing about this cluster. With such an export, the plugin would assume the wrong deployed certificates and the wrong trust stores.")
                .causes(
                        "{address} is the address of a node that is configured by its name, the file is from another cluster, or the node is missing from the parameter `publisher`, `subscribers`, or `presence`.",
                        "The session file {session} is not named after its node, it is from another cluster, or the node is missing from the parameter `publisher`, `subscribers`, or `presence`.",
                        "{alias} is another name of a configured node, the file is from another cluster, or the node is missing from the parameter `publisher`, `subscribers`, or `presence`.",
                        "The file is from another cluster, or the node is missing from the parameter `publisher`, `subscribers`, or `presence`.")
                .remedy(
                        "[If {address} is the address of a configured node, put the file into the folder of that node, deployed/<node>/. If it is the address of another node of this cluster, also add that node to the parameter `publisher`, `subscribers`, or `presence`. Otherwise, move the file to a folder named archive.][If {session} is from a configured node, name it after that node, for example deployed/<node>.txt, or put it into the folder deployed/<node>/. If it is from another node of this cluster, add that node to the parameter `publisher`, `subscribers`, or `presence`, and name the file after that node in the same way. Otherwise, move the file to a folder named archive.][If {alias} is another name of a configured node, put the file into the folder of that node, deployed/<node>/. If {alias} is another node of this cluster, add it to the parameter `publisher`, `subscribers`, or `presence`. Otherwise, move the file to a folder named archive.][If {stranger} belongs to the cluster, add it to the parameter `publisher`, `subscribers`, or `presence`. Otherwise, move the file to a folder named archive.]")
                .whyError(
                        "An export is not uploaded, and CUCM does not see it. But a check against the nodes of another cluster does not check this cluster: the plugin relies on the configured nodes being the nodes of this cluster.")
                .source(Source.THIS_PLUGIN, "What is on the nodes", Source.Kind.ADVICE));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (NodeExport export : facts.exports().strangers()) {
            String server = export.name().value();
            Findings.Draft draft = findings.on(export.origin())
                    .with("server", server)
                    .with(
                            "nodes",
                            facts.cluster().nodes().stream()
                                    .map(NodeName::value)
                                    .toList());
            if (export.name().isAddress()) {
                draft.with("address", server);
            } else if (!export.isNamed()) {
                draft.with("session", export.file());
            } else if (export.format() == Export.Format.CLI) {
                draft.with("alias", server);
            } else {
                draft.with("stranger", Optional.of(server));
            }
            draft.report();
        }
    }
}

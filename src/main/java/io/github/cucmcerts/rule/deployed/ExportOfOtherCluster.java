package io.github.cucmcerts.rule.deployed;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.NodeExport;
import java.util.Optional;

/** An export names its server (DevNet, Certificate Management API); that the parameters name the cluster's is the plugin's own rule. */
public final class ExportOfOtherCluster extends DirectoryRule {
    public ExportOfOtherCluster() {
        super(RuleInfo.of(
                        "export-of-other-cluster",
                        Topic.DEPLOYED,
                        Severity.ERROR,
                        "An export of a server that is none of the cluster's")
                .message(
                        "it is an export of {server}, which is none of the configured nodes ({nodes}) and has no folder, so nothing in it counts")
                .rationale(
                        "What another cluster holds says nothing of this one: with it, the wrong certificates would be deployed and the wrong trust stores full.")
                .causes(
                        "{address} is the address of a node that is configured by its name",
                        "The session is not called after its node: {session} is the name of the file",
                        "The file is another cluster's, or the node is missing in publisher, subscribers or presence")
                .remedy(
                        "[Put the file of {address} into the folder of its node, deployed/<node>/, or configure the node by its address]"
                                + "[Call {session} after its node, as in deployed/<node>.txt, or put it into the folder deployed/<node>/]"
                                + "[If {stranger} belongs to the cluster, add it to publisher, subscribers or presence; if not, move the file to a folder named archive]")
                .whyError(
                        "An export is no upload, and CUCM does not see it. But what is checked against another cluster's servers is not checked: the plugin relies on the configured nodes being those of the cluster.")
                .source(Source.THIS_PLUGIN, "What the servers hold", Source.Kind.ADVICE));
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
            } else {
                draft.with("stranger", Optional.of(server));
            }
            draft.report();
        }
    }
}

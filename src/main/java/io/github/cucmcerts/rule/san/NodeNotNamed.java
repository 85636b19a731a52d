package io.github.cucmcerts.rule.san;

import io.github.cucmcerts.cucm.CommonName;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.rule.csrmatch.NodeMismatch;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.Distribution;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Document 225476: from X14.0.8 on, Expressway verifies the full name of each node. Security Guides 12.5(1)SU6 and 15:
 * Common Criteria mode verifies host names strictly. The full name of a node is known only if the node is configured
 * with it.
 */
public final class NodeNotNamed extends SetRule {
    public NodeNotNamed() {
        super(RuleInfo.of("node-not-named", Topic.SAN, Severity.WARNING, "The SAN lacks the node's full name")
                .message("The subject alternative names lack a node's full name (FQDN): {missing}.")
                .rationale(
                        "Expressway X14.0.8 and later looks for the node's full name in the certificate for each HTTPS request. In Common Criteria mode, CUCM verifies host names strictly. If the parameter `commonCriteria` is set, the finding is an error, because clients then refuse the connection, and certificates for several nodes are also checked.")
                .causes("The CSR was generated with only the host name, with another domain, or with a new host name.")
                .remedy(
                        "If a missing name is old or wrong, correct it in the parameter (`publisher`, `subscribers`, or `presence`) and in the name of the folder. Otherwise, check the node's host name and domain, correct them on the node if they are wrong, and generate the CSR again.[ If the CSR still lacks a name, generate it again with {missingInMultiServer} in Other Domains.][ If the CSR still lacks {missingInOne}, add this name as an alternatehostname with `set web-security`, and generate the CSR again. Read san-added first: this command also replaces the node's tomcat certificate with a self-signed one.] Then have the CSR signed.")
                .source(
                        Source.REMOTE_ACCESS,
                        "Server name verification from X14.0.8 on; Security Guide 12.5(1)SU6, FIPS Mode Setup: Common Criteria mode",
                        Source.Kind.REQUIREMENT));
    }

    @Override
    protected boolean appliesTo(UploadSet set) {
        Purpose purpose = set.purpose().rsaSibling();
        return (purpose == Purpose.TOMCAT || purpose == Purpose.CALL_MANAGER)
                && SanComparison.naming(set).isPresent();
    }

    @Override
    public void check(UploadSet set, Facts facts, Findings findings) {
        boolean strict = facts.cluster().commonCriteria();
        if (set.multiServer() && !strict) {
            return;
        }
        NamedKey object = SanComparison.naming(set).orElseThrow();
        List<NodeName> nodes = set.multiServer() ? served(set, object, facts) : own(set, object, facts);
        List<String> missing = new ArrayList<>();
        for (NodeName node : nodes) {
            if (node.isFull() && !SanComparison.hasDnsName(object, node.value())) {
                missing.add(node.value());
            }
        }
        if (!missing.isEmpty()) {
            findings.on(object)
                    .with("missing", missing)
                    .with(set.multiServer() ? "missingInMultiServer" : "missingInOne", missing)
                    .severity(strict ? Severity.ERROR : Severity.WARNING)
                    .report();
        }
    }

    /** The configured nodes that the object must name, except those that {@code san-node-missing} reports. */
    private static List<NodeName> served(UploadSet set, NamedKey object, Facts facts) {
        List<NodeName> nodes = facts.cluster().nodes(set.purpose());
        List<NodeName> named =
                nodes.stream().filter(node -> Distribution.names(object, node)).toList();
        boolean isReported = set.purpose().rsaSibling() == Purpose.TOMCAT && !named.isEmpty();
        return isReported ? named : nodes;
    }

    /** The one configured node that the set belongs to; empty if another rule reports that the object does not name it. */
    private static List<NodeName> own(UploadSet set, NamedKey object, Facts facts) {
        Optional<String> commonName = object.subject().commonName();
        if (set.node().isEmpty() && commonName.isEmpty()) {
            return List.of();
        }
        NodeName name = set.node().isEmpty() ? new CommonName(commonName.get()).node() : set.nodeName();
        List<NodeName> nodes = new ArrayList<>();
        for (NodeName node : facts.cluster().nodes()) {
            if (node.sameAs(name)) {
                nodes.add(node);
            }
        }
        boolean isOne = nodes.size() == 1;
        return isOne && !isReported(set, object, nodes.get(0), facts) ? nodes : List.of();
    }

    private static boolean isReported(UploadSet set, NamedKey object, NodeName node, Facts facts) {
        Optional<NodeName> unnamed = SanLacksCommonName.unnamedHost(set);
        boolean commonName = unnamed.isPresent() && node.sameAs(unnamed.get());
        boolean otherNode = NodeMismatch.otherNode(object, node, facts).isPresent();
        boolean otherSet =
                set.csrs().isEmpty() && facts.uploads().csrOf(object.key()).isPresent();
        return commonName || otherNode || otherSet;
    }
}

package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.CommonName;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.NamedKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides which common names distinguish nodes. In a node's folder, if nodes are configured by name, these are the
 * names of configured nodes and folders, and multi-server names; any other name is the node's new or old name.
 * Everywhere else, every name counts.
 *
 * @param folders the names of nodes' folders, by label
 */
record ServerNames(List<NodeName> configured, Map<String, List<NodeName>> folders) {
    /** The longest name that DNS allows. */
    private static final int LONGEST = 253;

    static ServerNames of(List<NodeName> configured, List<NodeName> folders) {
        return new ServerNames(configured, folders.stream().distinct().collect(Collectors.groupingBy(NodeName::label)));
    }

    /**
     * The node whose CSR or certificate it is; empty if its common name does not show it.
     *
     * @param inNodesFolder whether it is in the folder of a node
     */
    Optional<NodeName> server(NamedKey object, Purpose purpose, boolean inNodesFolder) {
        Optional<String> name = object.subject().commonName();
        if (name.isEmpty() || name.get().isBlank() || name.get().length() > LONGEST) {
            return Optional.empty();
        }
        // CAPF's own name is CAPF- and a number that changes with its key.
        if (purpose == Purpose.CAPF && name.get().startsWith("CAPF-")) {
            return Optional.empty();
        }
        CommonName commonName = new CommonName(name.get());
        NodeName whole = new NodeName(name.get());
        NodeName node = isNode(whole) ? whole : commonName.node();
        boolean mayBeRenamed =
                inNodesFolder && !configured.isEmpty() && configured.stream().noneMatch(NodeName::isAddress);
        boolean isDistinct = !mayBeRenamed || commonName.isMultiServer() || isNode(node) || isFolder(node);
        return isDistinct ? Optional.of(node) : Optional.empty();
    }

    /** Whether a configured node has this name. */
    boolean isNode(NodeName name) {
        return name.sameAsAny(configured);
    }

    /** Whether a folder belongs to that node. */
    boolean isFolder(NodeName name) {
        return name.sameAsAny(folders.getOrDefault(name.label(), List.of()));
    }
}

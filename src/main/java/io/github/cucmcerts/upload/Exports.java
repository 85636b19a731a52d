package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Export.Unassigned;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.Origin;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * CUCM's own exports in {@code deployed/}.
 *
 * @param nodes the exports of the cluster's nodes, by file
 * @param strangers the exports of servers that are not configured and have no folder; their content does not count
 * @param folders the names of the folders in {@code deployed/}
 * @param unassigned the parts that belong to no node or to no purpose
 * @param places the places that the exported objects count for
 */
public record Exports(
        List<NodeExport> nodes,
        List<NodeExport> strangers,
        Set<NodeName> folders,
        List<Unassigned> unassigned,
        Map<Origin, Place> places) {
    static final Exports NONE = new Exports(List.of(), List.of(), Set.of(), List.of(), Map.of());

    static Exports of(Inventory inventory, Cluster cluster) {
        return new ExportAssignment(inventory, cluster).exports();
    }

    /** Whether the node has an export, or a folder with its name. */
    public boolean tellOf(NodeName node) {
        return Stream.concat(nodes.stream().map(NodeExport::name), folders.stream())
                .anyMatch(node::sameAs);
    }
}

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
 * @param nodes those of the cluster's nodes, by file
 * @param strangers those of servers that are no configured node and have no folder: nothing in them counts
 * @param folders the names of the folders in {@code deployed/}
 * @param unassigned their parts that belong to no server or to no purpose
 * @param places where what they hold counts as lying
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

    /** Whether there is one of that node, or a folder that is called after it. */
    public boolean tellOf(NodeName node) {
        return Stream.concat(nodes.stream().map(NodeExport::name), folders.stream())
                .anyMatch(node::sameAs);
    }
}

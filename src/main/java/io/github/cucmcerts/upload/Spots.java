package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.inventory.NamedKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The places with the CSRs and leaves of one purpose, and the nodes that own these files.
 *
 * @param names decides which common names distinguish nodes
 * @param servers the nodes of each spot
 */
record Spots(ServerNames names, NodeFolders folders, Map<Spot, Servers> servers) {
    static Spots of(Filing filing, Cluster cluster) {
        List<Filed<?>> all = Stream.<Filed<?>>concat(filing.serversCsrs(), filing.serversLeaves())
                .toList();
        NodeFolders folders = NodeFolders.of(all);
        ServerNames names = ServerNames.of(
                cluster.nodes(),
                all.stream()
                        .map(filed -> filed.place().server())
                        .filter(node -> !node.isEmpty())
                        .map(Nodes::last));
        Map<Spot, List<NamedKey>> requests = bySpot(filing.serversCsrs(), folders);
        Map<Spot, List<NamedKey>> leaves =
                bySpot(filing.serversLeaves().filter(filed -> !filed.place().ca()), folders);
        Map<Spot, Servers> servers = new HashMap<>();
        for (Filed<?> filed : all) {
            servers.computeIfAbsent(
                    folders.spot(filed),
                    spot -> Servers.of(
                            names,
                            spot.purpose(),
                            folders.of(filed),
                            requests.getOrDefault(spot, leaves.getOrDefault(spot, List.of()))));
        }
        return new Spots(names, folders, servers);
    }

    private static Map<Spot, List<NamedKey>> bySpot(Stream<? extends Filed<?>> all, NodeFolders folders) {
        Map<Spot, List<NamedKey>> bySpot = new HashMap<>();
        all.forEach(filed -> bySpot.computeIfAbsent(folders.spot(filed), spot -> new ArrayList<>())
                .add(filed.object()));
        return bySpot;
    }

    /** The folders of the node that owns the file. */
    List<String> node(Filed<?> filed) {
        return folders.named(servers.get(folders.spot(filed)).node(filed.object()), filed.purpose());
    }
}

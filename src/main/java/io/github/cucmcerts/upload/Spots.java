package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.NamedKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places with the CSRs and leaves of one purpose, and the nodes that own these files.
 *
 * @param names decides which common names distinguish nodes
 * @param servers the nodes of each spot
 */
record Spots(ServerNames names, NodeFolders folders, Map<Spot, Servers> servers) {
    static Spots of(Filing filing, Cluster cluster) {
        List<Filed<Csr>> csrs = filing.serversCsrs();
        List<Filed<Certificate>> certificates = filing.serversLeaves();
        List<Filed<?>> all = new ArrayList<>(csrs);
        all.addAll(certificates);
        NodeFolders folders = NodeFolders.of(all);
        ServerNames names = ServerNames.of(cluster.nodes(), nodes(all));
        Map<Spot, List<NamedKey>> requests = new HashMap<>();
        for (Filed<Csr> csr : csrs) {
            add(csr.object(), folders.spot(csr), requests);
        }
        Map<Spot, List<NamedKey>> leaves = new HashMap<>();
        for (Filed<Certificate> leaf : certificates) {
            if (!leaf.place().ca()) {
                add(leaf.object(), folders.spot(leaf), leaves);
            }
        }
        Map<Spot, Servers> servers = new HashMap<>();
        for (Filed<?> filed : all) {
            Spot spot = folders.spot(filed);
            if (!servers.containsKey(spot)) {
                List<NamedKey> its = requests.getOrDefault(spot, leaves.getOrDefault(spot, List.of()));
                servers.put(spot, Servers.of(names, spot.purpose(), folders.of(filed), its));
            }
        }
        return new Spots(names, folders, servers);
    }

    /** The names of the nodes' folders. */
    private static List<NodeName> nodes(List<Filed<?>> all) {
        List<NodeName> nodes = new ArrayList<>();
        for (Filed<?> filed : all) {
            List<String> node = filed.place().server();
            if (!node.isEmpty()) {
                nodes.add(Nodes.last(node));
            }
        }
        return nodes;
    }

    private static void add(NamedKey object, Spot spot, Map<Spot, List<NamedKey>> bySpot) {
        bySpot.computeIfAbsent(spot, key -> new ArrayList<>()).add(object);
    }

    /** The folders of the node that owns the file. */
    List<String> node(Filed<?> filed) {
        return folders.named(servers.get(folders.spot(filed)).node(filed.object()), filed.purpose());
    }
}

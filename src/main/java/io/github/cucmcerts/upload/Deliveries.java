package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Csr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which folders hold a delivery, that is, what a CA sent for several nodes: the folder has no CSR and does not
 * belong to a node.
 *
 * @param asking the folders that contain CSRs, in lower case
 * @param servers the nodes that are configured, have a CSR in the directory, or have an identity or a CSR in {@code
 *     deployed/}; by label
 */
record Deliveries(Set<List<String>> asking, Map<String, List<NodeName>> servers) {
    static Deliveries of(Filing filing, Cluster cluster, List<Assignment> csrs) {
        Set<List<String>> asking = new HashSet<>();
        for (Filed<Csr> csr : filing.serversCsrs()) {
            asking.add(Place.folded(csr.place().folders()));
        }
        List<List<String>> nodes = new ArrayList<>();
        for (Assignment csr : csrs) {
            nodes.add(csr.slot().node());
        }
        addDeployed(filing.csrs(), nodes);
        addDeployed(filing.certificates(), nodes);
        Set<NodeName> names = new LinkedHashSet<>(cluster.nodes());
        for (List<String> node : nodes) {
            if (!node.isEmpty()) {
                names.add(Nodes.last(node));
            }
        }
        return new Deliveries(asking, names.stream().collect(Collectors.groupingBy(NodeName::label)));
    }

    /** Only the folders below {@code deployed} count: those above it are its scope. */
    private static void addDeployed(List<? extends Filed<?>> all, List<List<String>> nodes) {
        for (Filed<?> filed : all) {
            Place place = filed.place();
            if (place.deployed() && !place.trusted()) {
                List<String> node = place.node();
                nodes.add(node.subList(Math.min(place.scope().size(), node.size()), node.size()));
            }
        }
    }

    boolean contains(Place place) {
        return !place.ca() && !asking.contains(Place.folded(place.folders())) && !isServers(place.server());
    }

    /** Whether one of the folders has the name of a node. */
    private boolean isServers(List<String> folders) {
        for (String folder : folders) {
            NodeName name = new NodeName(folder);
            if (name.sameAsAny(servers.getOrDefault(name.label(), List.of()))) {
                return true;
            }
        }
        return false;
    }
}

package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Stream<List<String>> asked = csrs.stream().map(csr -> csr.slot().node());
        Stream<List<String>> deployed = Stream.<Filed<?>>concat(filing.csrs().stream(), filing.certificates().stream())
                .map(Filed::place)
                .filter(place -> place.deployed() && !place.trusted())
                .map(place -> place.node()
                        .subList(
                                Math.min(place.scope().size(), place.node().size()),
                                place.node().size()));
        Stream<NodeName> nodes =
                Stream.concat(asked, deployed).filter(node -> !node.isEmpty()).map(Nodes::last);
        return new Deliveries(
                filing.serversCsrs()
                        .map(filed -> Place.folded(filed.place().folders()))
                        .collect(Collectors.toSet()),
                Stream.concat(cluster.nodes().stream(), nodes)
                        .distinct()
                        .collect(Collectors.groupingBy(NodeName::label)));
    }

    boolean contains(Place place) {
        return !place.ca()
                && !asking.contains(Place.folded(place.folders()))
                && place.server().stream().map(NodeName::new).noneMatch(this::isServer);
    }

    private boolean isServer(NodeName name) {
        return servers.getOrDefault(name.label(), List.of()).stream().anyMatch(name::sameAs);
    }
}

package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.upload.Filing.Filed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The places where CSRs and leaves of one purpose lie together, and the servers whose files these are.
 *
 * @param names which common names tell servers apart
 * @param nodes the nodes that have files of a purpose
 * @param servers the servers of each spot
 */
record Spots(ServerNames names, Map<Purpose, Nodes> nodes, Map<Spot, Servers> servers) {
    /**
     * Folders and a purpose.
     *
     * @param node folded
     */
    record Spot(List<String> node, Purpose purpose) {
        static Spot of(List<String> node, Purpose purpose) {
            return new Spot(Place.folded(node), purpose);
        }
    }

    static Spots of(Filing filing, Cluster cluster) {
        List<Filed<?>> all = Stream.<Filed<?>>concat(filing.serversCsrs(), filing.serversLeaves())
                .toList();
        Nodes everywhere = new Nodes(all.stream().map(filed -> filed.place().server()));
        Map<Purpose, Nodes> nodes = all.stream()
                .collect(Collectors.groupingBy(
                        Filed::purpose,
                        Collectors.collectingAndThen(
                                Collectors.mapping(filed -> filed.place().server(), Collectors.toList()),
                                paths -> everywhere.only(paths.stream()))));
        ServerNames names = new ServerNames(
                cluster.nodes(),
                all.stream()
                        .map(filed -> filed.place().server())
                        .filter(node -> !node.isEmpty())
                        .map(Nodes::last));
        Spots spots = new Spots(names, nodes, new HashMap<>());
        Map<Spot, List<NamedKey>> requests = new HashMap<>();
        filing.serversCsrs()
                .forEach(filed -> requests.computeIfAbsent(spots.spot(filed), spot -> new ArrayList<>())
                        .add(filed.object()));
        Map<Spot, List<NamedKey>> leaves = new HashMap<>();
        filing.serversLeaves()
                .filter(filed -> !filed.place().ca())
                .forEach(filed -> leaves.computeIfAbsent(spots.spot(filed), spot -> new ArrayList<>())
                        .add(filed.object()));
        for (Filed<?> filed : all) {
            spots.servers.computeIfAbsent(
                    spots.spot(filed),
                    spot -> Servers.of(
                            names,
                            spot.purpose(),
                            spots.folder(filed),
                            requests.getOrDefault(spot, leaves.getOrDefault(spot, List.of()))));
        }
        return spots;
    }

    /** The folders of the node that the file lies at. */
    List<String> folder(Filed<?> filed) {
        return named(filed.place().server(), filed.purpose());
    }

    /** The folders by which the node is called: of several that it has for a purpose, those with its full name. */
    List<String> named(List<String> node, Purpose purpose) {
        return nodes.containsKey(purpose) ? nodes.get(purpose).named(node) : node;
    }

    Spot spot(Filed<?> filed) {
        return Spot.of(folder(filed), filed.purpose());
    }

    /** The folders that stand for the server whose file it is. */
    List<String> node(Filed<?> filed) {
        return named(servers.get(spot(filed)).node(filed.object()), filed.purpose());
    }
}

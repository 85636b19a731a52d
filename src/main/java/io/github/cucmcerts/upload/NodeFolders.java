package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Purpose;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The folders of nodes, by the purpose of the files in them.
 *
 * @param nodes the nodes that have files for a purpose
 */
record NodeFolders(Map<Purpose, Nodes> nodes) {
    static NodeFolders of(List<Filed<?>> all) {
        List<List<String>> paths = new ArrayList<>();
        Map<Purpose, List<List<String>>> byPurpose = new EnumMap<>(Purpose.class);
        for (Filed<?> filed : all) {
            List<String> path = filed.place().server();
            paths.add(path);
            byPurpose
                    .computeIfAbsent(filed.purpose(), purpose -> new ArrayList<>())
                    .add(path);
        }
        Nodes everywhere = Nodes.of(paths);
        Map<Purpose, Nodes> nodes = new EnumMap<>(Purpose.class);
        for (Map.Entry<Purpose, List<List<String>>> entry : byPurpose.entrySet()) {
            nodes.put(entry.getKey(), everywhere.only(entry.getValue()));
        }
        return new NodeFolders(nodes);
    }

    /** The folders of the file's node. */
    List<String> of(Filed<?> filed) {
        return named(filed.place().server(), filed.purpose());
    }

    /** The folders that name the node. If it has several for a purpose, the ones with its full name. */
    List<String> named(List<String> node, Purpose purpose) {
        return nodes.containsKey(purpose) ? nodes.get(purpose).named(node) : node;
    }

    Spot spot(Filed<?> filed) {
        return Spot.of(of(filed), filed.purpose());
    }
}

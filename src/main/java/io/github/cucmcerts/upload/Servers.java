package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.CommonName;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.NamedKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The nodes whose files for one purpose are at the same place. A node holds one CSR for a purpose, so files with
 * different common names belong to different nodes.
 *
 * @param folder the folders that name the place
 * @param isNodesFolder whether the place has the name of a configured node, or of the node of one of the CSRs
 * @param byLabel the nodes by the first label of their names; empty if there are not several
 */
record Servers(
        ServerNames names,
        Purpose purpose,
        List<String> folder,
        boolean isNodesFolder,
        Map<String, List<Server>> byLabel) {
    /**
     * A full name before a short one, then the shorter name: the first of a node's names becomes the name of its set.
     */
    private static final Comparator<String> BEST = Comparator.comparing((String name) -> !name.contains("."))
            .thenComparing(String::length)
            .thenComparing(name -> name);

    /**
     * One of the nodes.
     *
     * @param name the name without CUCM's suffixes
     * @param commonName the name as the file has it
     */
    record Server(NodeName name, String commonName) {}

    /**
     * Distinguishes the nodes at a place.
     *
     * @param folder the folders that name the place
     * @param requests the CSRs at the place; the leaves if there are no CSRs
     */
    static Servers of(ServerNames names, Purpose purpose, List<String> folder, List<? extends NamedKey> requests) {
        boolean isNodesFolder = isNodes(folder, names, requests);
        Map<String, List<Server>> byLabel = new HashMap<>();
        List<NamedKey> bestFirst = new ArrayList<>(requests);
        bestFirst.sort(
                Comparator.comparing(request -> request.subject().commonName().orElse(""), BEST));
        int found = 0;
        for (NamedKey request : bestFirst) {
            Optional<NodeName> name = names.server(request, purpose, isNodesFolder);
            if (name.isPresent() && find(name.get(), byLabel).isEmpty()) {
                String commonName = request.subject().commonName().orElseThrow();
                byLabel.computeIfAbsent(name.get().label(), label -> new ArrayList<>())
                        .add(new Server(name.get(), commonName));
                found++;
            }
        }
        return new Servers(names, purpose, folder, isNodesFolder, found > 1 ? byLabel : Map.of());
    }

    /** Whether the folder has the name of a configured node, or of the node of one of the CSRs. */
    private static boolean isNodes(List<String> folder, ServerNames names, List<? extends NamedKey> requests) {
        if (folder.isEmpty()) {
            return false;
        }
        NodeName name = Nodes.last(folder);
        if (names.isNode(name)) {
            return true;
        }
        for (NamedKey request : requests) {
            Optional<String> commonName = request.subject().commonName();
            if (commonName.isPresent()
                    && new CommonName(commonName.get()).node().sameAs(name)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Server> find(NodeName name, Map<String, List<Server>> byLabel) {
        List<Server> same = new ArrayList<>();
        for (Server server : byLabel.getOrDefault(name.label(), List.of())) {
            if (server.name().sameAs(name)) {
                same.add(server);
            }
        }
        if (same.size() == 1) {
            return Optional.of(same.get(0));
        }
        // A short name that several nodes share identifies none of them.
        for (Server server : same) {
            if (server.name().value().equalsIgnoreCase(name.value())) {
                return Optional.of(server);
            }
        }
        return Optional.empty();
    }

    /**
     * The folders of the node that the CSR or certificate belongs to: the place's folders, unless it belongs to another
     * node.
     */
    List<String> node(NamedKey object) {
        if (byLabel.isEmpty()) {
            return folder;
        }
        Optional<Server> server = names.server(object, purpose, isNodesFolder).flatMap(name -> find(name, byLabel));
        if (server.isEmpty()) {
            return folder;
        }
        if (!folder.isEmpty() && Nodes.last(folder).sameAs(server.get().name())) {
            return folder;
        }
        // A multi-server certificate keeps its own name, which shows that it is one; any other uses its node's name.
        CommonName commonName = new CommonName(server.get().commonName());
        String name = commonName.isMultiServer()
                ? commonName.value()
                : server.get().name().value();
        List<String> node = new ArrayList<>(folder);
        node.add(name.replace('/', '_'));
        return node;
    }
}

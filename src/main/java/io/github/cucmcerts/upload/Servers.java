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
 * The servers whose files of one purpose lie in one place. A server holds one CSR of a purpose, so files with different
 * common names belong to different servers.
 *
 * @param folder the folders that name the place
 * @param isNodesFolder whether the place is called after a configured node, or after the server of one of the CSRs
 * @param byLabel the servers by the first label of their names
 */
record Servers(
        ServerNames names,
        Purpose purpose,
        List<String> folder,
        boolean isNodesFolder,
        Map<String, List<Server>> byLabel,
        boolean areSeveral) {
    /** A full name before a short one, then the shorter: of several names of one server the first is that of its set. */
    private static final Comparator<String> BEST = Comparator.comparing((String name) -> !name.contains("."))
            .thenComparing(String::length)
            .thenComparing(name -> name);

    /**
     * One of them.
     *
     * @param name without what CUCM adds to it
     * @param commonName as a file has it
     */
    record Server(NodeName name, String commonName) {}

    /**
     * Tells the servers of a place apart.
     *
     * @param folder the folders that name the place
     * @param requests the CSRs that lie there; where there are none, the leaves
     */
    static Servers of(ServerNames names, Purpose purpose, List<String> folder, List<? extends NamedKey> requests) {
        boolean isNodesFolder = isNodes(folder, names, requests);
        Map<String, List<Server>> byLabel = new HashMap<>();
        requests.stream()
                .sorted(Comparator.comparing(
                        request -> request.subject().commonName().orElse(""), BEST))
                .forEach(request -> {
                    Optional<NodeName> name = names.server(request, purpose, isNodesFolder);
                    if (name.isPresent() && find(name.get(), byLabel).isEmpty()) {
                        String commonName = request.subject().commonName().orElseThrow();
                        byLabel.computeIfAbsent(name.get().label(), label -> new ArrayList<>())
                                .add(new Server(name.get(), commonName));
                    }
                });
        boolean areSeveral = byLabel.values().stream().mapToInt(List::size).sum() > 1;
        return new Servers(names, purpose, folder, isNodesFolder, byLabel, areSeveral);
    }

    /** Whether the folder is called after a configured node, or after the server of one of the CSRs. */
    private static boolean isNodes(List<String> folder, ServerNames names, List<? extends NamedKey> requests) {
        if (folder.isEmpty()) {
            return false;
        }
        NodeName name = Nodes.last(folder);
        return names.isNode(name)
                || requests.stream()
                        .flatMap(request -> request.subject().commonName().stream())
                        .anyMatch(
                                commonName -> new CommonName(commonName).node().sameAs(name));
    }

    private static Optional<Server> find(NodeName name, Map<String, List<Server>> byLabel) {
        List<Server> same = byLabel.getOrDefault(name.label(), List.of()).stream()
                .filter(server -> server.name().sameAs(name))
                .toList();
        if (same.size() == 1) {
            return Optional.of(same.get(0));
        }
        // a short name of several servers is none of these
        return same.stream()
                .filter(server -> server.name().value().equalsIgnoreCase(name.value()))
                .findFirst();
    }

    /** The folders of the node that the CSR or certificate belongs to: those of the place, unless it is another server's. */
    List<String> node(NamedKey object) {
        Optional<Server> server = names.server(object, purpose, isNodesFolder).flatMap(name -> find(name, byLabel));
        if (!areSeveral || server.isEmpty()) {
            return folder;
        }
        if (!folder.isEmpty() && Nodes.last(folder).sameAs(server.get().name())) {
            return folder;
        }
        // a multi-server certificate's own name tells that it is one; any other server goes by its node's name
        CommonName commonName = new CommonName(server.get().commonName());
        String name = commonName.isMultiServer()
                ? commonName.value()
                : server.get().name().value();
        List<String> node = new ArrayList<>(folder);
        node.add(name.replace('/', '_'));
        return node;
    }
}

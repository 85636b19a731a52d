package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Export;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.ScannedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The nodes that exports can be of. Maps are by the first label of the name.
 *
 * @param folders the paths of folders outside of {@code deployed/}
 * @param deployed the names of folders in {@code deployed/}
 * @param exported the full names that exports tell
 */
record ExportNodes(
        Cluster cluster,
        Map<String, Set<List<String>>> folders,
        Map<String, Set<NodeName>> deployed,
        Map<String, Set<NodeName>> exported) {
    private static final Pattern HOST = Pattern.compile("(?=.*[A-Za-z0-9])[A-Za-z0-9._:\\[\\]-]{1,253}+");

    static ExportNodes of(Inventory inventory, Cluster cluster) {
        ExportNodes nodes = new ExportNodes(cluster, new HashMap<>(), new HashMap<>(), new HashMap<>());
        if (inventory.files().stream().allMatch(file -> file.exports().isEmpty())) {
            return nodes;
        }
        for (ScannedFile file : inventory.files()) {
            Place place = Place.of(file.path(), file.shared());
            if (place.deployed()) {
                place.folders().forEach(name -> nodes.put(nodes.deployed, new NodeName(name)));
            } else if (!file.objects().isEmpty() && !place.server().isEmpty()) {
                nodes.folders
                        .computeIfAbsent(Nodes.label(place.server()), label -> new LinkedHashSet<>())
                        .add(place.server());
            }
            for (Export export : file.exports()) {
                export.server()
                        .filter(ExportNodes::isHost)
                        .map(NodeName::new)
                        .filter(NodeName::isFull)
                        .ifPresent(name -> nodes.put(nodes.exported, name));
            }
        }
        return nodes;
    }

    private void put(Map<String, Set<NodeName>> names, NodeName name) {
        names.computeIfAbsent(name.label(), label -> new LinkedHashSet<>()).add(name);
    }

    private static boolean isHost(String name) {
        return HOST.matcher(name).matches();
    }

    /**
     * The folders that stand for the export's node: the server that it names; of a session that names none, and of one that is
     * known by an address only, that which its folder or its name tells.
     *
     * @param file the place of the export's file
     */
    Optional<List<String>> node(Export export, Place file) {
        boolean isInFolder = file.node().size() > file.scope().size();
        if (export.server().isEmpty()) {
            if (export.format() != Export.Format.CLI) {
                return Optional.empty();
            }
            return isInFolder
                    ? Optional.of(file.node())
                    : named(export.origin().fileName()).map(name -> path(name, file));
        }
        String server = export.server().get();
        if (!isHost(server)) {
            return Optional.empty();
        }
        NodeName name = new NodeName(server);
        boolean isElsewhere = name.isAddress() && !isOfCluster(name);
        if (isInFolder && (Nodes.last(file.node()).sameAs(name) || isElsewhere && isTold(Nodes.last(file.node())))) {
            return Optional.of(file.node());
        }
        return named(export.origin().fileName())
                .filter(told -> isElsewhere && isTold(told))
                .or(() -> Optional.of(name))
                .map(told -> path(told, file));
    }

    /** The node that the file is called after: its whole name where that is a node's, else without suffix. */
    private Optional<NodeName> named(String fileName) {
        int dot = fileName.lastIndexOf('.');
        boolean isWhole = dot <= 0 || isHost(fileName) && isTold(new NodeName(fileName));
        return Optional.of(isWhole ? fileName : fileName.substring(0, dot))
                .filter(ExportNodes::isHost)
                .map(NodeName::new);
    }

    /** The folders by which the rest of the directory calls the node. */
    private List<String> path(NodeName name, Place file) {
        List<List<String>> there = folders.getOrDefault(name.label(), Set.of()).stream()
                .filter(path -> Nodes.last(path).sameAs(name))
                .toList();
        List<List<String>> near = there.stream()
                .filter(path -> Place.startsWith(path, file.node()))
                .toList();
        List<List<String>> its = near.isEmpty() ? there : near;
        if (its.size() == 1 && Place.startsWith(its.get(0), file.scope())) {
            return its.get(0);
        }
        String spelt = cluster.nodes().stream()
                .filter(name::sameAs)
                .map(NodeName::value)
                .findFirst()
                .orElseGet(() -> exported.getOrDefault(name.label(), Set.of()).stream()
                        .filter(name::sameAs)
                        .findFirst()
                        .orElse(name)
                        .value()
                        .toLowerCase(Locale.ROOT));
        List<String> path = new ArrayList<>(file.scope());
        path.add(spelt);
        return List.copyOf(path);
    }

    /** Whether a configured node or a folder is called so. */
    boolean isOfCluster(NodeName name) {
        return isTold(name)
                || deployed.getOrDefault(name.label(), Set.of()).stream().anyMatch(name::sameAs);
    }

    Set<NodeName> deployedFolders() {
        return deployed.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a configured node, or a folder outside of {@code deployed/}, is called so. */
    private boolean isTold(NodeName name) {
        return cluster.nodes().stream().anyMatch(name::sameAs)
                || folders.getOrDefault(name.label(), Set.of()).stream()
                        .anyMatch(path -> Nodes.last(path).sameAs(name));
    }
}

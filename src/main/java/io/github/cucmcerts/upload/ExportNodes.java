package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Export;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.NamedKey;
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
import java.util.stream.Stream;

/**
 * The nodes from which exports can come. The maps are by the first label of the name.
 *
 * @param folders the paths of folders outside of {@code deployed/}
 * @param deployed the names of folders in {@code deployed/} whose files someone saved by hand
 * @param exported the full names in exports
 * @param certified the hosts named in the nodes' CSRs and certificates
 */
record ExportNodes(
        Cluster cluster,
        Map<String, Set<List<String>>> folders,
        Map<String, Set<NodeName>> deployed,
        Map<String, Set<NodeName>> exported,
        Map<String, Set<NodeName>> certified) {
    private static final Pattern HOST = Pattern.compile("(?=.*[A-Za-z0-9])[A-Za-z0-9._:\\[\\]-]{1,253}+");

    static ExportNodes of(Inventory inventory, Cluster cluster) {
        ExportNodes nodes =
                new ExportNodes(cluster, new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        if (inventory.files().stream().allMatch(file -> file.exports().isEmpty())) {
            return nodes;
        }
        for (ScannedFile file : inventory.files()) {
            Place place = Place.of(file.path(), file.shared());
            boolean isLaidOut = !file.objects().isEmpty() && (file.exports().isEmpty() || place.isLabeled());
            if (place.deployed() && isLaidOut) {
                place.folders().forEach(name -> nodes.put(nodes.deployed, new NodeName(name)));
            } else if (!place.deployed() && isLaidOut && !place.server().isEmpty()) {
                nodes.folders
                        .computeIfAbsent(Nodes.label(place.server()), label -> new LinkedHashSet<>())
                        .add(place.server());
            }
            file.objects().forEach(nodes::certify);
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

    private void certify(FileObject object) {
        if (object instanceof NamedKey key && !key.extensions().ca()) {
            Stream<String> hosts = key.extensions().san().stream().flatMap(name -> name.host().stream());
            Stream.concat(key.subject().commonName().stream(), hosts)
                    .filter(ExportNodes::isHost)
                    .forEach(host -> put(certified, new NodeName(host)));
        }
    }

    private void put(Map<String, Set<NodeName>> names, NodeName name) {
        names.computeIfAbsent(name.label(), label -> new LinkedHashSet<>()).add(name);
    }

    private static boolean isHost(String name) {
        return HOST.matcher(name).matches();
    }

    /**
     * The folders of the export's node: the server that the export names. The export's folder or file name decides if a
     * session names no server, or if the server is only known by an address or alias.
     *
     * @param file the place of the export's file
     */
    Optional<List<String>> node(Export export, Place file) {
        boolean isSession = export.format() == Export.Format.CLI;
        List<List<String>> candidates = candidates(export, file);
        Optional<List<String>> ofCluster =
                candidates.stream().filter(path -> isKnown(Nodes.last(path))).findFirst();
        if (export.server().isEmpty()) {
            return isSession
                    ? ofCluster.or(() -> candidates.stream()
                            .filter(path -> isIn(certified, Nodes.last(path)) || isUnchecked(path, file))
                            .findFirst())
                    : Optional.empty();
        }
        String server = export.server().get();
        if (!isHost(server)) {
            return Optional.empty();
        }
        NodeName name = new NodeName(server);
        if (isInFolder(file) && Nodes.last(file.node()).sameAs(name)) {
            return Optional.of(folder(file));
        }
        boolean isElsewhere = (name.isAddress() || isSession) && !isOfCluster(name);
        return ofCluster.filter(path -> isElsewhere).or(() -> Optional.of(path(name, file)));
    }

    /**
     * The nodes that the export's place can name: by its folder, by its file name, and by the folder that contains
     * {@code deployed/}.
     */
    private List<List<String>> candidates(Export export, Place file) {
        List<List<String>> candidates = new ArrayList<>();
        if (isInFolder(file)) {
            candidates.add(folder(file));
        }
        named(export.origin().fileName()).ifPresent(name -> candidates.add(path(name, file)));
        if (!isInFolder(file) && !file.node().isEmpty()) {
            candidates.add(file.node());
        }
        return candidates;
    }

    private static boolean isInFolder(Place file) {
        return file.node().size() > file.scope().size();
    }

    /** Whether the folder in {@code deployed/} counts as a node because nothing says otherwise. */
    private boolean isUnchecked(List<String> path, Place file) {
        return isInFolder(file)
                && Nodes.last(path).sameAs(Nodes.last(file.node()))
                && (cluster.nodes().isEmpty() || isIn(deployed, Nodes.last(path)));
    }

    /**
     * The node after which the file is named: the whole file name if that is a node's name, otherwise the name without
     * its suffix.
     */
    private Optional<NodeName> named(String fileName) {
        int dot = fileName.lastIndexOf('.');
        boolean isWhole = dot <= 0 || isHost(fileName) && isKnown(new NodeName(fileName));
        return Optional.of(isWhole ? fileName : fileName.substring(0, dot))
                .filter(ExportNodes::isHost)
                .map(NodeName::new);
    }

    /** The folders that the rest of the directory uses for the node of the file's folder. */
    private List<String> folder(Place file) {
        List<String> node = file.node();
        return path(Nodes.last(node), node.subList(0, node.size() - 1), file);
    }

    private List<String> path(NodeName name, Place file) {
        return path(name, file.scope(), file);
    }

    /**
     * The folders that the rest of the directory uses for the node.
     *
     * @param parents the folders above the node's, if it has no folder elsewhere
     */
    private List<String> path(NodeName name, List<String> parents, Place file) {
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
        List<String> path = new ArrayList<>(parents);
        path.add(spelt);
        return List.copyOf(path);
    }

    /** Whether a configured node or a folder has this name. */
    boolean isOfCluster(NodeName name) {
        return isKnown(name) || isIn(deployed, name);
    }

    Set<NodeName> deployedFolders() {
        return deployed.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isIn(Map<String, Set<NodeName>> names, NodeName name) {
        return name.sameAsAny(names.getOrDefault(name.label(), Set.of()));
    }

    /** Whether a configured node, or a folder outside of {@code deployed/}, has this name. */
    private boolean isKnown(NodeName name) {
        return name.sameAsAny(cluster.nodes())
                || folders.getOrDefault(name.label(), Set.of()).stream()
                        .anyMatch(path -> Nodes.last(path).sameAs(name));
    }
}

package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.upload.Filing.Filed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The trust stores of the cluster. One that replicates is a single one for all nodes, else each node has its own; what is
 * offered to it from any set's folder is there for all sets that use it.
 */
final class Stores {
    private final Filing filing;
    private final Nodes nodes;
    private final Cluster cluster;
    private final Set<Certificate> leaves;
    private final List<List<String>> nodePaths;
    private final List<List<String>> scopes;
    private final Map<Slot, List<Key>> keys = new HashMap<>();
    private final Map<Key, List<Slot>> users = new HashMap<>();
    private final Map<List<Object>, TrustStore> stores = new HashMap<>();
    private final Map<Key, List<Certificate>> offered = new HashMap<>();

    /** A store's name and node; the node is empty where the store replicates. */
    private record Key(String name, List<String> node) {}

    /**
     * @param leaves what is or was uploaded as a purpose's own certificate, and so is in no trust store
     */
    Stores(Filing filing, Nodes nodes, Cluster cluster, Collection<Slot> slots, Set<Certificate> leaves) {
        this.filing = filing;
        this.nodes = nodes;
        this.cluster = cluster;
        this.leaves = leaves;
        nodePaths = filing.certificates.stream()
                .map(filed -> filed.place().node())
                .filter(node -> !node.isEmpty())
                .distinct()
                .sorted(Comparator.comparing(Object::toString))
                .toList();
        scopes = filing.certificates.stream()
                .filter(filed -> filed.place().deployed())
                .map(filed -> filed.place().scope())
                .distinct()
                .toList();
        for (Slot slot : slots) {
            List<Key> its = keys(slot);
            keys.put(slot, its);
            its.forEach(
                    key -> users.computeIfAbsent(key, k -> new ArrayList<>()).add(slot));
        }
    }

    /** The stores that the slot's certificate meets: that of each node which it serves. */
    List<TrustStore> of(Slot slot) {
        return keys.get(slot).stream().map(key -> store(key, slot)).toList();
    }

    private List<Key> keys(Slot slot) {
        String name = slot.purpose.trustStore();
        if (slot.purpose.storeReplicates()) {
            return List.of(new Key(name, List.of()));
        }
        List<Key> theirs = slot.served(cluster).stream()
                .flatMap(node -> paths(node, slot))
                .distinct()
                .map(node -> new Key(name, node))
                .toList();
        return theirs.isEmpty() ? List.of(new Key(name, slot.node)) : theirs;
    }

    /** The folders of that node. A configured node has a store even if no folder is its own. */
    private Stream<List<String>> paths(NodeName node, Slot slot) {
        List<List<String>> known =
                nodePaths.stream().filter(path -> node.sameAs(Nodes.last(path))).toList();
        boolean configured = cluster.nodes(slot.purpose).contains(node);
        return known.isEmpty() && configured ? Stream.of(List.of(node.value())) : known.stream();
    }

    private TrustStore store(Key key, Slot slot) {
        Set<List<String>> its = scopesOf(key, slot);
        return stores.computeIfAbsent(
                List.of(key, its),
                same -> new TrustStore(
                        key.name,
                        String.join("/", key.node),
                        offered.computeIfAbsent(key, this::offered),
                        deployed(key, its)));
    }

    /** The folders whose deployed/ tells of the store; that of one node tells of a store that replicates for all. */
    private Set<List<String>> scopesOf(Key key, Slot slot) {
        return scopes.stream()
                .filter(scope -> slot.folders.stream().anyMatch(folder -> Place.startsWith(folder, scope))
                        || slot.purpose.storeReplicates()
                                && users.get(key).stream()
                                        .anyMatch(user -> !user.node.isEmpty() && Place.startsWith(scope, user.node)))
                .collect(Collectors.toSet());
    }

    private List<Certificate> offered(Key key) {
        return filing.certificates.stream()
                .filter(filed -> !filed.place().deployed()
                        && (filed.place().trusted() || !filing.looksLikeLeaf(filed) && !leaves.contains(filed.object()))
                        && users.get(key).stream().anyMatch(slot -> reaches(key, slot, filed.place())))
                .map(Filed::object)
                .distinct()
                .toList();
    }

    private List<Certificate> deployed(Key key, Set<List<String>> within) {
        return filing.certificates.stream()
                .filter(filed -> filed.place().deployed()
                        && within.contains(filed.place().scope())
                        && (filed.place().trusted() || !leaves.contains(filed.object()))
                        && users.get(key).stream().anyMatch(slot -> reaches(key, slot, filed.place())))
                .map(Filed::object)
                .distinct()
                .toList();
    }

    private boolean reaches(Key key, Slot slot, Place place) {
        if (place.shared()) {
            return true;
        }
        if (place.foreignStore()) {
            return false;
        }
        boolean everyones = slot.purpose.storeReplicates() || isOfNode(key, place);
        if (place.purpose().isEmpty()) {
            return place.deployed() ? everyones : place.isAboveAny(slot.folders);
        }
        return place.purpose().get().sharesStoreWith(slot.purpose) && (everyones || isOwn(slot, place));
    }

    private boolean isOfNode(Key key, Place place) {
        return Place.startsWith(key.node, place.node()) || nodes.same(key.node, place.node());
    }

    /** What lies in a set's own folder goes up to every node that the set serves. */
    private static boolean isOwn(Slot slot, Place place) {
        return !place.deployed()
                && !place.trusted()
                && slot.folders.stream().anyMatch(folder -> Place.startsWith(place.folders(), folder));
    }
}

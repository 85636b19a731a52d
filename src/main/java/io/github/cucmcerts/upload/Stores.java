package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.upload.Filing.Filed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The trust stores of the cluster. One that replicates is a single one for all nodes, else each node has its own; what is
 * offered to it from any set's folder is there for all sets that use it.
 */
final class Stores {
    private final Filing filing;
    private final Nodes nodes;
    private final Cluster cluster;
    private final Set<Certificate> leaves;
    private final Map<Slot, List<Key>> keys = new HashMap<>();
    private final Map<Key, List<Slot>> users = new HashMap<>();
    private final Map<List<Object>, TrustStore> stores = new HashMap<>();

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
        for (Slot slot : slots) {
            List<Key> its = keys(slot);
            keys.put(slot, its);
            its.forEach(
                    key -> users.computeIfAbsent(key, k -> new ArrayList<>()).add(slot));
        }
    }

    /** The stores that the slot's certificate meets; those that are alike once. */
    List<TrustStore> of(Slot slot) {
        return keys.get(slot).stream().map(key -> store(key, slot)).distinct().toList();
    }

    private List<Key> keys(Slot slot) {
        String name = slot.purpose.trustStore();
        if (slot.purpose.storeReplicates()) {
            return List.of(new Key(name, List.of()));
        }
        List<NodeName> served = slot.served(cluster);
        List<Key> theirs = filing.certificates.stream()
                .map(filed -> filed.place().node())
                .filter(node -> !node.isEmpty() && served.stream().anyMatch(Nodes.last(node)::sameAs))
                .distinct()
                .sorted(Comparator.comparing(Object::toString))
                .map(node -> new Key(name, node))
                .toList();
        return theirs.isEmpty() ? List.of(new Key(name, slot.node)) : theirs;
    }

    private TrustStore store(Key key, Slot slot) {
        Set<List<String>> scopes = filing.certificates.stream()
                .filter(filed -> filed.place().deployed() && filed.place().scopeIsAboveAny(slot.folders))
                .map(filed -> filed.place().scope())
                .collect(Collectors.toSet());
        return stores.computeIfAbsent(
                List.of(key, scopes), same -> new TrustStore(key.name, offered(key), deployed(key, slot)));
    }

    private List<Certificate> offered(Key key) {
        Set<Certificate> offered = new LinkedHashSet<>();
        for (Filed<Certificate> filed : filing.certificates) {
            Place place = filed.place();
            boolean goesUp = place.trusted()
                    || place.shared()
                    || !filing.looksLikeLeaf(filed) && !leaves.contains(filed.object());
            if (!place.deployed() && goesUp && users.get(key).stream().anyMatch(slot -> reaches(key, slot, place))) {
                offered.add(filed.object());
            }
        }
        return List.copyOf(offered);
    }

    private List<Certificate> deployed(Key key, Slot slot) {
        return filing.certificates.stream()
                .filter(filed -> filed.place().deployed()
                        && (filed.place().trusted() || !leaves.contains(filed.object()))
                        && filed.place().scopeIsAboveAny(slot.folders)
                        && reaches(key, slot, filed.place()))
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
        if (place.purpose().isEmpty()) {
            return place.isAboveAny(slot.folders);
        }
        return place.purpose().get().sharesStoreWith(slot.purpose)
                && (slot.purpose.storeReplicates()
                        || Place.startsWith(key.node, place.node())
                        || Place.startsWith(slot.node, place.node())
                        || nodes.same(key.node, place.node()));
    }
}

package io.github.cucmcerts.trust;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.upload.Filed;
import io.github.cucmcerts.upload.Filing;
import io.github.cucmcerts.upload.Grouped;
import io.github.cucmcerts.upload.Nodes;
import io.github.cucmcerts.upload.Pair;
import io.github.cucmcerts.upload.Place;
import io.github.cucmcerts.upload.Slot;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the trust stores of the cluster and the certificates that the directory has for them. A store that replicates
 * is one store for all nodes; otherwise each node has its own. A certificate offered to a store in any set's folder is
 * available to all sets that use the store.
 */
final class TrustStores {
    private final Nodes nodes;
    private final Cluster cluster;
    private final Map<String, List<List<String>>> nodePaths;
    private final Set<List<String>> scopes;
    private final CaIndex offered;
    private final CaIndex deployed;

    private TrustStores(
            Nodes nodes,
            Cluster cluster,
            Map<String, List<List<String>>> nodePaths,
            Set<List<String>> scopes,
            CaIndex offered,
            CaIndex deployed) {
        this.nodes = nodes;
        this.cluster = cluster;
        this.nodePaths = nodePaths;
        this.scopes = scopes;
        this.offered = offered;
        this.deployed = deployed;
    }

    /** The stores that each set's certificate meets, by the set's id: one for each node that the set serves. */
    static Map<String, List<TrustStore>> of(Grouped grouped, Cluster cluster) {
        List<UploadSet> sets = grouped.uploads().all();
        TrustStores stores = of(grouped.files(), grouped.nodes(), cluster, leaves(grouped));
        Map<String, List<StoreKey>> keys = new HashMap<>();
        Map<StoreKey, List<Slot>> slots = new LinkedHashMap<>();
        for (UploadSet set : sets) {
            keys.put(set.id(), stores.keys(set));
            for (StoreKey key : keys.get(set.id())) {
                slots.computeIfAbsent(key, k -> new ArrayList<>()).add(set.slot());
            }
        }
        Map<StoreKey, StoreUsers> users = new HashMap<>();
        Map<StoreKey, List<Certificate>> offers = new HashMap<>();
        for (Map.Entry<StoreKey, List<Slot>> entry : slots.entrySet()) {
            StoreKey key = entry.getKey();
            StoreUsers its = StoreUsers.of(entry.getValue(), stores.scopes);
            users.put(key, its);
            offers.put(key, stores.reaching(key, its, near(key, its, stores.offered)));
        }
        Map<TrustStore.Id, TrustStore> known = new HashMap<>();
        Map<String, List<TrustStore>> bySet = new HashMap<>();
        for (UploadSet set : sets) {
            List<TrustStore> its = new ArrayList<>();
            for (StoreKey key : keys.get(set.id())) {
                TrustStore.Id id = stores.id(key, users.get(key), set.slot());
                its.add(known.computeIfAbsent(id, same -> stores.store(id, key, users.get(key), offers.get(key))));
            }
            bySet.put(set.id(), List.copyOf(its));
        }
        return bySet;
    }

    private static TrustStores of(Filing files, Nodes nodes, Cluster cluster, Set<Certificate> leaves) {
        Set<List<String>> scopes = new HashSet<>();
        List<Filed<Certificate>> offered = new ArrayList<>();
        List<Filed<Certificate>> deployed = new ArrayList<>();
        for (Filed<Certificate> filed : files.certificates()) {
            boolean isLeaf = !filed.place().trusted() && leaves.contains(filed.object());
            if (filed.place().deployed()) {
                scopes.add(Place.folded(filed.place().scope()));
                if (!isLeaf) {
                    deployed.add(filed);
                }
            } else if (!isLeaf && (filed.place().trusted() || !files.looksLikeLeaf(filed))) {
                offered.add(filed);
            }
        }
        return new TrustStores(nodes, cluster, nodePaths(files), scopes, CaIndex.of(offered), CaIndex.of(deployed));
    }

    /** The folders of all nodes, by the node's label. */
    private static Map<String, List<List<String>>> nodePaths(Filing files) {
        Set<List<String>> all = new LinkedHashSet<>();
        for (Filed<Certificate> filed : files.certificates()) {
            if (!filed.place().node().isEmpty()) {
                all.add(filed.place().node());
            }
        }
        List<List<String>> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(Object::toString));
        Map<String, List<List<String>>> byLabel = new HashMap<>();
        for (List<String> path : sorted) {
            byLabel.computeIfAbsent(Nodes.label(path), label -> new ArrayList<>())
                    .add(path);
        }
        return byLabel;
    }

    /** The certificates that are or were uploaded as a purpose's own, and so are in no trust store. */
    private static Set<Certificate> leaves(Grouped grouped) {
        Set<Certificate> leaves = new HashSet<>(grouped.identities());
        for (UploadSet set : grouped.uploads().all()) {
            if (set.leaf().isPresent()) {
                leaves.add(set.leaf().get());
            }
            for (Pair pair : set.match().history()) {
                leaves.add(pair.leaf());
            }
            leaves.addAll(set.deployed().identities());
        }
        return leaves;
    }

    private List<StoreKey> keys(UploadSet set) {
        Purpose purpose = set.purpose();
        String name = purpose.trustStore();
        if (purpose.storeReplicates()) {
            return List.of(new StoreKey(name, List.of()));
        }
        Set<StoreKey> theirs = new LinkedHashSet<>();
        for (NodeName node : set.served()) {
            for (List<String> path : paths(node, purpose)) {
                theirs.add(new StoreKey(name, path));
            }
        }
        return theirs.isEmpty() ? List.of(new StoreKey(name, set.slot().node())) : List.copyOf(theirs);
    }

    /** The folders of that node. A configured node has a store even without a folder. */
    private List<List<String>> paths(NodeName node, Purpose purpose) {
        List<List<String>> known = new ArrayList<>();
        for (List<String> path : nodePaths.getOrDefault(node.label(), List.of())) {
            if (node.sameAs(Nodes.last(path))) {
                known.add(path);
            }
        }
        boolean configured = cluster.nodes(purpose).contains(node);
        return known.isEmpty() && configured ? List.of(List.of(node.value())) : List.copyOf(known);
    }

    /**
     * The folders whose deployed/ describes the store identify it: those above the slot, without those that apply to
     * all sets.
     */
    private TrustStore.Id id(StoreKey key, StoreUsers users, Slot slot) {
        Set<List<String>> its = new HashSet<>();
        for (List<String> path : slot.folders()) {
            for (List<String> folder : Place.above(path)) {
                if (scopes.contains(folder) && !users.scopes().contains(folder)) {
                    its.add(folder);
                }
            }
        }
        return new TrustStore.Id(key.name(), String.join("/", key.node()), its);
    }

    private TrustStore store(TrustStore.Id id, StoreKey key, StoreUsers users, List<Certificate> offers) {
        List<Filed<Certificate>> described = new ArrayList<>();
        for (Filed<Certificate> filed : near(key, users, deployed)) {
            List<String> scope = Place.folded(filed.place().scope());
            if (id.scopes().contains(scope) || users.scopes().contains(scope)) {
                described.add(filed);
            }
        }
        return new TrustStore(id, offers, reaching(key, users, described));
    }

    private static List<Filed<Certificate>> near(StoreKey key, StoreUsers users, CaIndex all) {
        return users.purpose().storeReplicates() ? all.all() : all.near(key.node(), users.folders(), users.above());
    }

    private List<Certificate> reaching(StoreKey key, StoreUsers users, List<Filed<Certificate>> some) {
        Set<Certificate> reaching = new LinkedHashSet<>();
        for (Filed<Certificate> filed : some) {
            if (reaches(key, users, filed.place())) {
                reaching.add(filed.object());
            }
        }
        return List.copyOf(reaching);
    }

    private boolean reaches(StoreKey key, StoreUsers users, Place place) {
        if (place.shared()) {
            return true;
        }
        if (place.foreignStore()) {
            return false;
        }
        boolean everyones = users.purpose().storeReplicates() || isOfNode(key, place);
        if (place.purpose().isEmpty()) {
            return place.deployed() ? everyones : users.above().contains(Place.folded(place.folders()));
        }
        return place.purpose().get().sharesStoreWith(users.purpose()) && (everyones || users.own(place));
    }

    private boolean isOfNode(StoreKey key, Place place) {
        return Place.startsWith(key.node(), place.node()) || nodes.same(key.node(), place.node());
    }
}

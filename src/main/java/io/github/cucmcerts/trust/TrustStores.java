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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        slots.forEach((key, its) -> {
            users.put(key, StoreUsers.of(its, stores.scopes));
            offers.put(key, stores.reaching(key, users.get(key), stores.offered, filed -> true));
        });
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
        Map<String, List<List<String>>> nodePaths = files.certificates().stream()
                .map(filed -> filed.place().node())
                .filter(node -> !node.isEmpty())
                .distinct()
                .sorted(Comparator.comparing(Object::toString))
                .collect(Collectors.groupingBy(Nodes::label));
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
        return new TrustStores(nodes, cluster, nodePaths, scopes, CaIndex.of(offered), CaIndex.of(deployed));
    }

    /** The certificates that are or were uploaded as a purpose's own, and so are in no trust store. */
    private static Set<Certificate> leaves(Grouped grouped) {
        Set<Certificate> leaves = new HashSet<>(grouped.identities());
        for (UploadSet set : grouped.uploads().all()) {
            set.leaf().ifPresent(leaves::add);
            set.match().history().stream().map(Pair::leaf).forEach(leaves::add);
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
        List<StoreKey> theirs = set.served().stream()
                .flatMap(node -> paths(node, purpose))
                .distinct()
                .map(node -> new StoreKey(name, node))
                .toList();
        return theirs.isEmpty() ? List.of(new StoreKey(name, set.slot().node())) : theirs;
    }

    /** The folders of that node. A configured node has a store even without a folder. */
    private Stream<List<String>> paths(NodeName node, Purpose purpose) {
        List<List<String>> known = nodePaths.getOrDefault(node.label(), List.of()).stream()
                .filter(path -> node.sameAs(Nodes.last(path)))
                .toList();
        boolean configured = cluster.nodes(purpose).contains(node);
        return known.isEmpty() && configured ? Stream.of(List.of(node.value())) : known.stream();
    }

    /**
     * The folders whose deployed/ describes the store identify it: those above the slot, without those that apply to
     * all sets.
     */
    private TrustStore.Id id(StoreKey key, StoreUsers users, Slot slot) {
        Set<List<String>> its = slot.folders().stream()
                .flatMap(Place::above)
                .filter(folder -> scopes.contains(folder) && !users.scopes().contains(folder))
                .collect(Collectors.toSet());
        return new TrustStore.Id(key.name(), String.join("/", key.node()), its);
    }

    private TrustStore store(TrustStore.Id id, StoreKey key, StoreUsers users, List<Certificate> offers) {
        return new TrustStore(id, offers, reaching(key, users, deployed, filed -> {
            List<String> scope = Place.folded(filed.place().scope());
            return id.scopes().contains(scope) || users.scopes().contains(scope);
        }));
    }

    private List<Certificate> reaching(
            StoreKey key, StoreUsers users, CaIndex all, Predicate<Filed<Certificate>> wanted) {
        List<Filed<Certificate>> near =
                users.purpose().storeReplicates() ? all.all() : all.near(key.node(), users.folders(), users.above());
        return near.stream()
                .filter(filed -> wanted.test(filed) && reaches(key, users, filed.place()))
                .map(Filed::object)
                .distinct()
                .toList();
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

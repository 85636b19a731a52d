package io.github.cucmcerts.trust;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.upload.Filing;
import io.github.cucmcerts.upload.Filing.Filed;
import io.github.cucmcerts.upload.Nodes;
import io.github.cucmcerts.upload.Place;
import io.github.cucmcerts.upload.Slot;
import io.github.cucmcerts.upload.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The trust stores of the cluster. One that replicates is a single one for all nodes, else each node has its own; what is
 * offered to it from any set's folder is there for all sets that use it.
 */
public final class Stores {
    private final Nodes nodes;
    private final Cluster cluster;
    private final Map<String, List<List<String>>> nodePaths;
    private final Set<List<String>> scopes;
    private final CaIndex offered;
    private final CaIndex deployed;
    private final Map<Slot, List<Key>> keys = new HashMap<>();
    private final Map<Key, Users> users = new HashMap<>();
    private final Map<List<Object>, TrustStore> stores = new HashMap<>();
    private final Map<Key, List<Certificate>> offeredTo = new HashMap<>();

    /** A store's name and node; the node is empty where the store replicates. */
    private record Key(String name, List<String> node) {}

    /**
     * The slots that use a store. Folders are folded.
     *
     * @param purpose that of one of them: what it says of the store holds for all
     * @param ofPurpose those of their folders that tell the purpose
     * @param above their folders and all above these
     * @param scopes the folders whose deployed/ tells of the store for all of them: those below a node, if it replicates
     */
    private record Users(
            Purpose purpose,
            Set<List<String>> folders,
            Set<List<String>> ofPurpose,
            Set<List<String>> above,
            Set<List<String>> scopes) {
        static Users of(List<Slot> slots, Set<List<String>> scopes) {
            Purpose purpose = slots.get(0).purpose;
            Set<List<String>> folders = slots.stream()
                    .flatMap(slot -> Stream.concat(slot.folders.stream(), slot.deliveries.stream()))
                    .map(Place::folded)
                    .collect(Collectors.toSet());
            Set<List<String>> nodes = slots.stream()
                    .map(slot -> Place.folded(slot.node))
                    .filter(node -> !node.isEmpty())
                    .collect(Collectors.toSet());
            return new Users(
                    purpose,
                    folders,
                    folders.stream().filter(Place::tellPurpose).collect(Collectors.toSet()),
                    folders.stream().flatMap(Place::above).collect(Collectors.toSet()),
                    scopes.stream()
                            .filter(scope -> purpose.storeReplicates()
                                    && Place.above(scope).anyMatch(nodes::contains))
                            .collect(Collectors.toSet()));
        }
    }

    /**
     * @param leaves what is or was uploaded as a purpose's own certificate, and so is in no trust store
     */
    public Stores(Filing filing, Nodes nodes, Cluster cluster, Collection<Target> targets, Set<Certificate> leaves) {
        this.nodes = nodes;
        this.cluster = cluster;
        nodePaths = filing.certificates.stream()
                .map(filed -> filed.place().node())
                .filter(node -> !node.isEmpty())
                .distinct()
                .sorted(Comparator.comparing(Object::toString))
                .collect(Collectors.groupingBy(Nodes::label));
        scopes = filing.certificates.stream()
                .filter(filed -> filed.place().deployed())
                .map(filed -> Place.folded(filed.place().scope()))
                .collect(Collectors.toSet());
        offered = new CaIndex(filing.certificates.stream()
                .filter(filed -> !filed.place().deployed()
                        && (filed.place().trusted()
                                || !filing.looksLikeLeaf(filed) && !leaves.contains(filed.object())))
                .toList());
        deployed = new CaIndex(filing.certificates.stream()
                .filter(filed ->
                        filed.place().deployed() && (filed.place().trusted() || !leaves.contains(filed.object())))
                .toList());
        Map<Key, List<Slot>> slotsOf = new HashMap<>();
        for (Target target : targets) {
            List<Key> its = keys(target);
            keys.put(target.slot(), its);
            its.forEach(
                    key -> slotsOf.computeIfAbsent(key, k -> new ArrayList<>()).add(target.slot()));
        }
        slotsOf.forEach((key, its) -> users.put(key, Users.of(its, scopes)));
    }

    /** The stores that the slot's certificate meets: that of each node which it serves. */
    public List<TrustStore> of(Slot slot) {
        return keys.get(slot).stream().map(key -> store(key, slot)).toList();
    }

    private List<Key> keys(Target target) {
        Slot slot = target.slot();
        String name = slot.purpose.trustStore();
        if (slot.purpose.storeReplicates()) {
            return List.of(new Key(name, List.of()));
        }
        List<Key> theirs = target.served().stream()
                .flatMap(node -> paths(node, slot))
                .distinct()
                .map(node -> new Key(name, node))
                .toList();
        return theirs.isEmpty() ? List.of(new Key(name, slot.node)) : theirs;
    }

    /** The folders of that node. A configured node has a store even if no folder is its own. */
    private Stream<List<String>> paths(NodeName node, Slot slot) {
        List<List<String>> known = nodePaths.getOrDefault(node.label(), List.of()).stream()
                .filter(path -> node.sameAs(Nodes.last(path)))
                .toList();
        boolean configured = cluster.nodes(slot.purpose).contains(node);
        return known.isEmpty() && configured ? Stream.of(List.of(node.value())) : known.stream();
    }

    /** The folders whose deployed/ tells of the store: those above the slot, and those that tell of it for all. */
    private TrustStore store(Key key, Slot slot) {
        Set<List<String>> everyones = users.get(key).scopes;
        Set<List<String>> its = slot.folders.stream()
                .flatMap(Place::above)
                .filter(folder -> scopes.contains(folder) && !everyones.contains(folder))
                .collect(Collectors.toSet());
        return stores.computeIfAbsent(
                List.of(key, its),
                same -> new TrustStore(
                        key.name,
                        String.join("/", key.node),
                        offeredTo.computeIfAbsent(key, it -> reaching(it, offered, filed -> true)),
                        reaching(key, deployed, filed -> {
                            List<String> scope = Place.folded(filed.place().scope());
                            return its.contains(scope) || everyones.contains(scope);
                        })));
    }

    private List<Certificate> reaching(Key key, CaIndex all, Predicate<Filed<Certificate>> wanted) {
        Users its = users.get(key);
        Stream<Filed<Certificate>> near =
                its.purpose.storeReplicates() ? all.all() : all.near(key.node, its.folders, its.above);
        return near.filter(filed -> wanted.test(filed) && reaches(key, its, filed.place()))
                .map(Filed::object)
                .distinct()
                .toList();
    }

    private boolean reaches(Key key, Users its, Place place) {
        if (place.shared()) {
            return true;
        }
        if (place.foreignStore()) {
            return false;
        }
        boolean everyones = its.purpose.storeReplicates() || isOfNode(key, place);
        if (place.purpose().isEmpty()) {
            return place.deployed() ? everyones : its.above.contains(Place.folded(place.folders()));
        }
        return place.purpose().get().sharesStoreWith(its.purpose) && (everyones || isOwn(its, place));
    }

    private boolean isOfNode(Key key, Place place) {
        return Place.startsWith(key.node, place.node()) || nodes.same(key.node, place.node());
    }

    /** What lies in a set's own folder goes up to every node that the set serves. */
    private static boolean isOwn(Users its, Place place) {
        return !place.deployed()
                && !place.store()
                && Place.above(place.folders()).anyMatch(its.ofPurpose::contains);
    }
}

package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.upload.Filing.Filed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Groups the objects of a directory into upload sets. */
public final class Grouping {
    private final Filing filing;
    private final Cluster cluster;
    private final Map<String, Slot> slots = new TreeMap<>();
    private final Map<SubjectPublicKey, Uploads.Filed> csrsByKey = new LinkedHashMap<>();
    private final Map<SubjectPublicKey, String> unknownIds = new HashMap<>();
    private final Nodes nodes;

    /** What lies at one node and purpose. */
    private static final class Slot {
        private final String id;
        private final List<String> node;
        private final Purpose purpose;
        private final List<Csr> csrs = new ArrayList<>();
        private final List<Certificate> leafLike = new ArrayList<>();
        private final List<Certificate> own = new ArrayList<>();
        private final List<List<String>> folders = new ArrayList<>();

        Slot(String id, List<String> node, Purpose purpose) {
            this.id = id;
            this.node = node;
            this.purpose = purpose;
        }
    }

    /** How CSRs and certificates of a slot belong together. */
    private record Match(
            Optional<Csr> csr,
            List<Csr> unanswered,
            Optional<Certificate> leaf,
            List<Certificate> rivals,
            List<Pair> history) {}

    private Grouping(Inventory inventory, Cluster cluster) {
        filing = new Filing(inventory);
        this.cluster = cluster;
        nameUnknown();
        filing.csrs.stream().filter(Grouping::makesSet).forEach(filed -> {
            Slot slot = slot(filed);
            add(slot.csrs, filed.object());
            slot.folders.add(filed.place().folders());
        });
        filing.certificates.stream()
                .filter(filed -> makesSet(filed) && filing.looksLikeLeaf(filed))
                .forEach(filed -> {
                    Slot slot = slot(filed);
                    add(slot.leafLike, filed.object());
                    add(slot.own, filed.object());
                    slot.folders.add(filed.place().folders());
                });
        filing.certificates.stream().filter(Grouping::makesSet).forEach(this::addToOwn);
        Set<List<String>> paths = slots.values().stream().map(slot -> slot.node).collect(Collectors.toSet());
        nodes = new Nodes(paths);
        slots.values()
                .forEach(slot ->
                        slot.csrs.forEach(csr -> csrsByKey.putIfAbsent(csr.key(), new Uploads.Filed(csr, slot.id))));
        filing.csrs.stream()
                .filter(filed -> filed.place().deployed())
                .forEach(filed -> csrsByKey.putIfAbsent(
                        filed.object().key(),
                        new Uploads.Filed(
                                filed.object(),
                                id(filed.place().node(), filed.purpose().label()))));
    }

    /**
     * The upload sets of the directory.
     *
     * @param purposes the purposes to judge; all where empty
     */
    public static Uploads of(Inventory inventory, Cluster cluster, Set<Purpose> purposes) {
        Grouping grouping = new Grouping(inventory, cluster);
        Map<Slot, Match> matches = new LinkedHashMap<>();
        grouping.slots.values().forEach(slot -> matches.put(slot, grouping.match(slot)));
        Set<Certificate> leaves = matches.values().stream()
                .flatMap(match -> Stream.concat(
                        match.leaf.stream(), match.history.stream().map(Pair::leaf)))
                .collect(Collectors.toSet());
        List<UploadSet> sets = matches.entrySet().stream()
                .filter(entry -> purposes.isEmpty() || purposes.contains(entry.getKey().purpose))
                .map(entry -> grouping.set(entry.getKey(), entry.getValue(), leaves))
                .toList();
        Set<String> withoutPurpose = matches.keySet().stream()
                .filter(slot -> slot.purpose == Purpose.UNKNOWN)
                .flatMap(slot -> Stream.concat(slot.csrs.stream(), slot.leafLike.stream()))
                .map(object -> object.origin().file())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        return new Uploads(sets, grouping.csrsByKey, withoutPurpose);
    }

    private static boolean makesSet(Filed<?> filed) {
        return !filed.place().deployed()
                && !filed.place().trusted()
                && !filed.place().shared();
    }

    private static <T> void add(List<T> list, T element) {
        if (!list.contains(element)) {
            list.add(element);
        }
    }

    private static String id(List<String> node, String last) {
        return String.join("/", Stream.concat(node.stream(), Stream.of(last)).toList());
    }

    private String id(Filed<?> filed) {
        if (filed.purpose() != Purpose.UNKNOWN) {
            return id(filed.place().node(), filed.purpose().label());
        }
        String known = unknownIds.get(filed.object().key());
        return known != null ? known : unknownId(filed);
    }

    private static String unknownId(Filed<?> filed) {
        String file = filed.object().origin().fileName();
        int dot = file.lastIndexOf('.');
        return id(filed.place().node(), Purpose.UNKNOWN.label() + "/" + (dot > 0 ? file.substring(0, dot) : file));
    }

    private Slot slot(Filed<?> filed) {
        String id = id(filed);
        return slots.computeIfAbsent(
                id.toLowerCase(Locale.ROOT), key -> new Slot(id, filed.place().node(), filed.purpose()));
    }

    /** Pairs CSR and certificate that no purpose is told for: by public key, then what is left over in a folder. */
    private void nameUnknown() {
        List<Filed<Csr>> csrs = filing.csrs.stream()
                .filter(filed -> makesSet(filed) && filed.purpose() == Purpose.UNKNOWN)
                .toList();
        csrs.forEach(filed -> unknownIds.putIfAbsent(filed.object().key(), unknownId(filed)));
        List<Filed<Certificate>> leaves = filing.certificates.stream()
                .filter(filed -> makesSet(filed) && filed.purpose() == Purpose.UNKNOWN && filing.looksLikeLeaf(filed))
                .toList();
        Set<SubjectPublicKey> answered =
                leaves.stream().map(filed -> filed.object().key()).collect(Collectors.toSet());
        Map<List<String>, List<Filed<Csr>>> openCsrs = csrs.stream()
                .filter(filed -> !answered.contains(filed.object().key()))
                .collect(Collectors.groupingBy(filed -> filed.place().folders()));
        leaves.stream()
                .filter(filed -> !unknownIds.containsKey(filed.object().key()))
                .collect(Collectors.groupingBy(filed -> filed.place().folders()))
                .forEach((folder, left) -> {
                    List<Filed<Csr>> open = openCsrs.getOrDefault(folder, List.of());
                    if (left.size() == 1 && open.size() == 1) {
                        unknownIds.put(left.get(0).object().key(), unknownId(open.get(0)));
                    }
                });
    }

    /** A certificate of the set's folder; in a flat directory also the CA certificate that answers the set's CSR. */
    private void addToOwn(Filed<Certificate> filed) {
        if (filed.place().purpose().isPresent()) {
            Slot slot = slots.get(id(filed).toLowerCase(Locale.ROOT));
            if (slot != null) {
                add(slot.own, filed.object());
            }
            return;
        }
        for (Slot slot : slots.values()) {
            if (slot.folders.contains(filed.place().folders())
                    && slot.csrs.stream()
                            .anyMatch(csr -> csr.key().equals(filed.object().key()))) {
                add(slot.own, filed.object());
            }
        }
    }

    private Match match(Slot slot) {
        List<Certificate> identities = identities(slot);
        List<Pair> pairs = new ArrayList<>();
        for (Csr csr : slot.csrs) {
            slot.own.stream()
                    .filter(certificate -> certificate.key().equals(csr.key()))
                    .forEach(certificate -> pairs.add(new Pair(csr, certificate)));
        }
        if (slot.csrs.isEmpty()) {
            slot.own.forEach(
                    certificate -> borrowed(slot, certificate).ifPresent(csr -> pairs.add(new Pair(csr, certificate))));
        }
        pairs.sort(Comparator.comparing((Pair pair) -> pair.leaf().notBefore()).reversed());
        List<Csr> unanswered = slot.csrs.stream()
                .filter(csr -> pairs.stream().noneMatch(pair -> pair.csr().equals(csr)))
                .toList();
        List<Csr> consumed = unanswered.stream()
                .filter(csr ->
                        identities.stream().anyMatch(identity -> identity.key().equals(csr.key())))
                .toList();
        List<Certificate> strays = slot.leafLike.stream()
                .filter(leaf -> pairs.stream().noneMatch(pair -> pair.leaf().equals(leaf)))
                .toList();
        // a deployed pair is history as soon as the set has another CSR or leaf
        List<Pair> live =
                pairs.stream().filter(pair -> !identities.contains(pair.leaf())).toList();
        boolean other = !live.isEmpty()
                || unanswered.size() > consumed.size()
                || strays.stream().anyMatch(leaf -> !identities.contains(leaf));
        List<Pair> current = other ? live : pairs;
        List<Csr> open = other || !pairs.isEmpty()
                ? unanswered.stream().filter(csr -> !consumed.contains(csr)).toList()
                : unanswered;
        if (!current.isEmpty()) {
            Pair newest = current.get(0);
            List<Pair> history =
                    pairs.stream().filter(pair -> !pair.equals(newest)).toList();
            return new Match(Optional.of(newest.csr()), open, Optional.of(newest.leaf()), List.of(), history);
        }
        List<Certificate> candidates = other
                ? strays.stream().filter(leaf -> !identities.contains(leaf)).toList()
                : strays;
        return new Match(
                open.size() == 1 ? Optional.of(open.get(0)) : Optional.empty(),
                open,
                candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty(),
                candidates.size() > 1 ? candidates : List.of(),
                pairs);
    }

    /** A CSR of deployed/ or of another set that the certificate answers. */
    private Optional<Csr> borrowed(Slot slot, Certificate certificate) {
        return filing.csrs.stream()
                .filter(filed -> filed.place().deployed() && isOf(slot, filed))
                .map(Filed::object)
                .filter(csr -> csr.key().equals(certificate.key()))
                .findFirst()
                .or(() -> Optional.ofNullable(csrsByKey.get(certificate.key())).map(Uploads.Filed::csr));
    }

    /** Whether something in deployed/ is of that set's node and purpose. */
    private boolean isOf(Slot slot, Filed<?> filed) {
        return filed.place().deployed()
                && !filed.place().trusted()
                && filed.purpose() == slot.purpose
                && filed.place().scopeIsAboveAny(slot.folders)
                && isNodeOf(slot, filed.place().node());
    }

    private boolean isNodeOf(Slot slot, List<String> node) {
        return nodes.same(slot.node, node)
                || !node.isEmpty() && served(slot).stream().anyMatch(served -> served.sameAs(Nodes.last(node)));
    }

    /** The nodes that a multi-server set serves: the configured ones, else those that its SAN names. */
    private List<NodeName> served(Slot slot) {
        if (!isMultiServer(slot)) {
            return List.of();
        }
        List<NodeName> configured = cluster.nodes(slot.purpose);
        return !configured.isEmpty()
                ? configured
                : request(slot).stream()
                        .flatMap(object -> object.extensions().san().stream())
                        .map(entry -> new NodeName(entry.value()))
                        .toList();
    }

    private boolean isMultiServer(Slot slot) {
        return Distribution.isMultiServer(request(slot), cluster);
    }

    private static Optional<NamedKey> request(Slot slot) {
        return Stream.concat(slot.csrs.stream(), slot.leafLike.stream())
                .map(NamedKey.class::cast)
                .findFirst();
    }

    private List<Certificate> identities(Slot slot) {
        List<Filed<Certificate>> there = filing.certificates.stream()
                .filter(filed -> filed.place().deployed() && isOf(slot, filed))
                .toList();
        List<Certificate> leaves = there.stream()
                .filter(filed -> filing.looksLikeLeaf(filed)
                        || slot.own.contains(filed.object())
                        || there.stream()
                                        .filter(one -> one.place().equals(filed.place()))
                                        .count()
                                == 1)
                .map(Filed::object)
                .distinct()
                .toList();
        return leaves;
    }

    /** Whether each node that has an identity in deployed/ has this one. */
    private boolean isDeployed(Slot slot, Certificate leaf) {
        Map<String, Set<Certificate>> byNode = new HashMap<>();
        for (Filed<Certificate> filed : filing.certificates) {
            if (isOf(slot, filed)) {
                byNode.computeIfAbsent(id(filed).toLowerCase(Locale.ROOT), node -> new HashSet<>())
                        .add(filed.object());
            }
        }
        return !byNode.isEmpty() && byNode.values().stream().allMatch(there -> there.contains(leaf));
    }

    private UploadSet set(Slot slot, Match match, Set<Certificate> leaves) {
        List<Certificate> identities = identities(slot);
        List<Csr> held = filing.csrs.stream()
                .filter(filed -> isOf(slot, filed))
                .map(Filed::object)
                .filter(csr ->
                        identities.stream().noneMatch(identity -> identity.key().equals(csr.key())))
                .toList();
        return new UploadSet(
                slot.id,
                String.join("/", slot.node),
                slot.purpose,
                Distribution.isMultiServer(match.csr.<NamedKey>map(csr -> csr).or(() -> request(slot)), cluster),
                match.csr,
                match.unanswered,
                match.leaf,
                match.rivals,
                match.history,
                List.copyOf(slot.own),
                stores(slot, leaves, identities),
                identities,
                held,
                match.leaf.filter(leaf -> isDeployed(slot, leaf)).isPresent());
    }

    private List<TrustStore> stores(Slot slot, Set<Certificate> leaves, List<Certificate> identities) {
        Set<List<String>> nodesOfStores = new HashSet<>();
        nodesOfStores.add(slot.node);
        if (!slot.purpose.storeReplicates()) {
            List<NodeName> served = served(slot);
            Set<List<String>> servedPaths = filing.certificates.stream()
                    .map(filed -> filed.place().node())
                    .filter(node -> !node.isEmpty() && served.stream().anyMatch(name -> name.sameAs(Nodes.last(node))))
                    .collect(Collectors.toSet());
            if (!servedPaths.isEmpty()) {
                nodesOfStores = servedPaths;
            }
        }
        return nodesOfStores.stream()
                .sorted(Comparator.comparing(Object::toString))
                .map(node -> store(slot, node, leaves, identities))
                .distinct()
                .toList();
    }

    private TrustStore store(Slot slot, List<String> node, Set<Certificate> leaves, List<Certificate> identities) {
        List<Certificate> offered = new ArrayList<>();
        List<Certificate> deployed = new ArrayList<>();
        for (Filed<Certificate> filed : filing.certificates) {
            Place place = filed.place();
            boolean trusted = place.trusted() || place.shared();
            if (place.deployed()) {
                if ((trusted || !identities.contains(filed.object()))
                        && place.scopeIsAboveAny(slot.folders)
                        && reaches(slot, node, place)) {
                    add(deployed, filed.object());
                }
            } else if ((trusted || !filing.looksLikeLeaf(filed) && !leaves.contains(filed.object()))
                    && reaches(slot, node, place)) {
                add(offered, filed.object());
            }
        }
        return new TrustStore(slot.purpose.trustStore(), offered, deployed);
    }

    private boolean reaches(Slot slot, List<String> node, Place place) {
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
                        || Place.startsWith(node, place.node())
                        || Place.startsWith(slot.node, place.node())
                        || nodes.same(node, place.node()));
    }
}

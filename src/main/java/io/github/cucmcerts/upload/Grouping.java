package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.upload.Filing.Filed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Groups the objects of a directory into upload sets. */
public final class Grouping {
    private final Filing filing;
    private final Cluster cluster;
    private final Map<SubjectPublicKey, String> unknownIds = new HashMap<>();
    private final Map<String, Slot> slots = new TreeMap<>();
    private final Map<List<String>, List<Slot>> byFolder = new HashMap<>();
    /** Slots of a purpose by the folder and the key of a CSR. */
    private final Map<List<Object>, Slot> asked = new HashMap<>();

    private final Map<SubjectPublicKey, Uploads.Filed> csrsByKey = new LinkedHashMap<>();
    private final Map<Slot, Match> matches = new LinkedHashMap<>();
    private final Deployed deployed;
    private final Stores stores;

    private Grouping(Inventory inventory, Cluster cluster) {
        filing = new Filing(inventory);
        this.cluster = cluster;
        nameUnknown();
        filing.csrs.stream().filter(Grouping::makesSet).forEach(this::fileCsr);
        filing.certificates.stream()
                .filter(filed -> makesSet(filed) && filing.looksLikeLeaf(filed))
                .forEach(this::fileLeaf);
        slots.values()
                .forEach(slot -> slot.folders.forEach(folder ->
                        byFolder.computeIfAbsent(folder, f -> new ArrayList<>()).add(slot)));
        filing.certificates.stream()
                .filter(filed -> makesSet(filed) && !filing.looksLikeLeaf(filed))
                .forEach(this::fileAuthority);
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
        Nodes nodes = new Nodes(slots.values().stream().map(slot -> slot.node));
        deployed = new Deployed(filing, nodes, cluster, slots.values());
        slots.values().forEach(slot -> matches.put(slot, Match.of(slot, deployed, leaf -> borrowed(slot, leaf))));
        stores = new Stores(filing, nodes, cluster, slots.values(), leaves());
    }

    /**
     * The upload sets of the directory.
     *
     * @param purposes the purposes to judge; all where empty
     */
    public static Uploads of(Inventory inventory, Cluster cluster, Set<Purpose> purposes) {
        Grouping grouping = new Grouping(inventory, cluster);
        Map<Optional<Slot>, List<Certificate>> unreplaced = grouping.unreplaced(purposes);
        Map<Boolean, List<UploadSet>> sets = grouping.slots.values().stream()
                .map(slot -> grouping.set(slot, unreplaced.getOrDefault(Optional.of(slot), List.of())))
                .collect(Collectors.partitioningBy(set -> purposes.isEmpty() || purposes.contains(set.purpose())));
        return new Uploads(
                sets.get(true),
                sets.get(false),
                grouping.csrsByKey,
                grouping.withoutPurpose(),
                unreplaced.getOrDefault(Optional.<Slot>empty(), List.of()),
                Optional.empty());
    }

    private Set<String> withoutPurpose() {
        return Stream.<Filed<?>>concat(
                        filing.csrs.stream(), filing.certificates.stream().filter(filing::looksLikeLeaf))
                .filter(filed -> makesSet(filed) && filed.purpose() == Purpose.UNKNOWN)
                .map(filed -> filed.object().origin().file())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean makesSet(Filed<?> filed) {
        return !filed.place().deployed()
                && !filed.place().trusted()
                && !filed.place().shared();
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
        Slot slot = slots.computeIfAbsent(id.toLowerCase(Locale.ROOT), key -> new Slot(id, filed));
        slot.folders.add(filed.place().folders());
        return slot;
    }

    private void fileCsr(Filed<Csr> filed) {
        Slot slot = slot(filed);
        slot.csrs.add(filed.object());
        slot.own.add(filed.object());
        if (filed.purpose() != Purpose.UNKNOWN) {
            asked.putIfAbsent(List.of(filed.place().folders(), filed.object().key()), slot);
        }
    }

    /** A leaf whose name tells no purpose goes to the CSR beside it that it answers. */
    private void fileLeaf(Filed<Certificate> filed) {
        Slot answered = filed.purpose() == Purpose.UNKNOWN
                ? asked.get(List.of(filed.place().folders(), filed.object().key()))
                : null;
        Slot slot = answered == null ? slot(filed) : answered;
        slot.leafLike.add(filed.object());
        slot.candidates.add(filed.object());
        slot.own.add(filed.object());
    }

    /** A CA certificate belongs to the set of its folder; where no folder tells the purpose, to all sets of its folder. */
    private void fileAuthority(Filed<Certificate> filed) {
        if (filed.place().purpose().isPresent()) {
            Slot slot = slots.get(id(filed).toLowerCase(Locale.ROOT));
            if (slot != null) {
                slot.candidates.add(filed.object());
                slot.own.add(filed.object());
            }
            return;
        }
        for (Slot slot : byFolder.getOrDefault(filed.place().folders(), List.of())) {
            slot.own.add(filed.object());
            if (slot.csrs.stream()
                    .anyMatch(csr -> csr.key().equals(filed.object().key()))) {
                slot.candidates.add(filed.object());
            }
        }
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
                    left.forEach(filed -> unknownIds.putIfAbsent(filed.object().key(), unknownId(filed)));
                });
    }

    /** A CSR of deployed/ or of another set that the certificate answers. */
    private Optional<Csr> borrowed(Slot slot, Certificate certificate) {
        return deployed.csrs(slot).stream()
                .filter(csr -> csr.key().equals(certificate.key()))
                .findFirst()
                .or(() -> Optional.ofNullable(csrsByKey.get(certificate.key())).map(Uploads.Filed::csr));
    }

    /** The deployed identities that no set brings another for, by the set that they are told on; none where there is none. */
    private Map<Optional<Slot>, List<Certificate>> unreplaced(Set<Purpose> purposes) {
        return deployed.identities()
                .filter(filed -> purposes.isEmpty() || purposes.contains(filed.purpose()))
                .filter(filed -> deployed.slotsOf(filed).noneMatch(this::brings))
                .collect(Collectors.groupingBy(
                        filed -> deployed.slotsOf(filed).findFirst(),
                        Collectors.mapping(Filed::object, Collectors.toList())));
    }

    private boolean brings(Slot slot) {
        Optional<Certificate> leaf = matches.get(slot).leaf();
        return leaf.isPresent() && !deployed.serves(slot, leaf);
    }

    private Set<Certificate> leaves() {
        Set<Certificate> leaves =
                deployed.identities().map(Filed::object).collect(Collectors.toCollection(HashSet::new));
        matches.forEach((slot, match) -> {
            match.leaf().ifPresent(leaves::add);
            match.history().forEach(pair -> leaves.add(pair.leaf()));
            leaves.addAll(deployed.identities(slot));
        });
        return leaves;
    }

    private UploadSet set(Slot slot, List<Certificate> unreplaced) {
        Match match = matches.get(slot);
        Set<Certificate> identities = deployed.identities(slot);
        List<Csr> held = deployed.csrs(slot).stream()
                .filter(csr ->
                        identities.stream().noneMatch(identity -> identity.key().equals(csr.key())))
                .toList();
        return new UploadSet(
                slot.id,
                String.join("/", slot.node),
                slot.purpose,
                Distribution.isMultiServer(
                        slot.purpose, match.csr().<NamedKey>map(csr -> csr).or(slot::request), cluster),
                slot.served(cluster),
                match.csr(),
                match.unanswered(),
                match.leaf(),
                match.rivals(),
                match.history(),
                List.copyOf(slot.own),
                stores.of(slot),
                List.copyOf(identities),
                unreplaced,
                held,
                deployed.serves(slot, match.leaf()));
    }
}

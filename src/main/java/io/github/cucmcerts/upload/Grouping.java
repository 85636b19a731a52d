package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.upload.Filing.Filed;
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
    private final Map<SubjectPublicKey, Uploads.Filed> csrsByKey = new LinkedHashMap<>();
    private final Map<Slot, Match> matches = new LinkedHashMap<>();
    private final Deployed deployed;
    private final Stores stores;

    private Grouping(Inventory inventory, Cluster cluster) {
        filing = new Filing(inventory);
        this.cluster = cluster;
        nameUnknown();
        filing.csrs.stream().filter(Grouping::makesSet).forEach(filed -> {
            Slot slot = slot(filed);
            slot.csrs.add(filed.object());
            slot.folders.add(filed.place().folders());
        });
        filing.certificates.stream()
                .filter(filed -> makesSet(filed) && filing.looksLikeLeaf(filed))
                .forEach(filed -> {
                    Slot slot = slot(filed);
                    slot.leafLike.add(filed.object());
                    slot.own.add(filed.object());
                    slot.folders.add(filed.place().folders());
                });
        filing.certificates.stream().filter(Grouping::makesSet).forEach(this::addToOwn);
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
        Nodes nodes = new Nodes(slots.values().stream().map(slot -> slot.node).collect(Collectors.toSet()));
        deployed = new Deployed(filing, nodes, cluster);
        slots.values()
                .forEach(slot ->
                        matches.put(slot, Match.of(slot, deployed.identities(slot), leaf -> borrowed(slot, leaf))));
        stores = new Stores(filing, nodes, cluster, slots.values(), leaves());
    }

    /**
     * The upload sets of the directory.
     *
     * @param purposes the purposes to judge; all where empty
     */
    public static Uploads of(Inventory inventory, Cluster cluster, Set<Purpose> purposes) {
        Grouping grouping = new Grouping(inventory, cluster);
        List<UploadSet> sets = grouping.slots.values().stream()
                .filter(slot -> purposes.isEmpty() || purposes.contains(slot.purpose))
                .map(grouping::set)
                .toList();
        Set<String> withoutPurpose = grouping.slots.values().stream()
                .filter(slot -> slot.purpose == Purpose.UNKNOWN)
                .flatMap(slot -> Stream.concat(slot.csrs.stream(), slot.leafLike.stream()))
                .map(object -> object.origin().file())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Uploads(sets, grouping.csrsByKey, withoutPurpose, grouping.otherIdentities(purposes));
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
        return slots.computeIfAbsent(id.toLowerCase(Locale.ROOT), key -> new Slot(id, filed));
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
                slot.own.add(filed.object());
            }
            return;
        }
        for (Slot slot : slots.values()) {
            if (slot.folders.contains(filed.place().folders())
                    && slot.csrs.stream()
                            .anyMatch(csr -> csr.key().equals(filed.object().key()))) {
                slot.own.add(filed.object());
            }
        }
    }

    /** A CSR of deployed/ or of another set that the certificate answers. */
    private Optional<Csr> borrowed(Slot slot, Certificate certificate) {
        return deployed.csrs(slot).stream()
                .filter(csr -> csr.key().equals(certificate.key()))
                .findFirst()
                .or(() -> Optional.ofNullable(csrsByKey.get(certificate.key())).map(Uploads.Filed::csr));
    }

    private List<Certificate> otherIdentities(Set<Purpose> purposes) {
        Set<Certificate> known = slots.values().stream()
                .flatMap(slot -> deployed.identities(slot).stream())
                .collect(Collectors.toSet());
        return deployed.identities()
                .filter(filed -> purposes.isEmpty() || purposes.contains(filed.purpose()))
                .map(Filed::object)
                .filter(identity -> !known.contains(identity))
                .distinct()
                .toList();
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

    private UploadSet set(Slot slot) {
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
                Distribution.isMultiServer(match.csr().<NamedKey>map(csr -> csr).or(slot::request), cluster),
                match.csr(),
                match.unanswered(),
                match.leaf(),
                match.rivals(),
                match.history(),
                List.copyOf(slot.own),
                stores.of(slot),
                List.copyOf(identities),
                held,
                deployed.serves(slot, match.leaf()));
    }
}

package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.upload.Filing.Filed;
import io.github.cucmcerts.upload.Spots.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts each CSR and certificate into the slot of a server: CSRs by their folders and common names, leaves by the CSR that
 * they answer, CA certificates by the folder that they lie in.
 */
final class Slotting {
    private final Filing filing;
    private final Cluster cluster;
    private final Spots spots;
    private final Map<String, Slot> slots = new TreeMap<>();
    private final Map<Spot, Set<Slot>> atSpot = new HashMap<>();
    private final Map<List<String>, Set<Slot>> inFolder = new HashMap<>();
    private final Map<SubjectPublicKey, Set<Slot>> asking = new HashMap<>();
    private final Map<SubjectPublicKey, List<Filed<Csr>>> heldByKey;
    private final Set<String> withoutPurpose = new TreeSet<>();

    /**
     * The slots of a directory.
     *
     * @param all by id
     * @param withoutPurpose the files whose object belongs to no purpose
     * @param names which common names tell servers apart
     */
    record Slots(List<Slot> all, Set<String> withoutPurpose, ServerNames names) {}

    private Slotting(Filing filing, Cluster cluster) {
        this.filing = filing;
        this.cluster = cluster;
        spots = Spots.of(filing, cluster);
        heldByKey = filing.csrs.stream()
                .filter(held -> held.place().deployed() && !held.place().store())
                .collect(Collectors.groupingBy(held -> held.object().key()));
    }

    static Slots of(Filing filing, Cluster cluster) {
        Slotting slotting = new Slotting(filing, cluster);
        slotting.csrs();
        Deliveries deliveries = Deliveries.of(filing, cluster, slotting.slots.values());
        slotting.unknown(slotting.leaves(deliveries));
        slotting.authorities(deliveries);
        return new Slots(List.copyOf(slotting.slots.values()), slotting.withoutPurpose, slotting.spots.names());
    }

    private void csrs() {
        filing.serversCsrs()
                .filter(filed -> filed.purpose() != Purpose.UNKNOWN)
                .forEach(filed -> csr(slot(spots.node(filed), filed.purpose()), filed));
    }

    private void csr(Slot slot, Filed<Csr> filed) {
        slot.csrs.add(filed.object());
        own(slot, filed);
        asking.computeIfAbsent(filed.object().key(), key -> new LinkedHashSet<>())
                .add(slot);
    }

    /** Puts each leaf of a purpose, or that answers a CSR of a purpose, into its slot. Returns the others. */
    private List<Filed<Certificate>> leaves(Deliveries deliveries) {
        List<Filed<Certificate>> others = new ArrayList<>();
        filing.serversLeaves().forEach(filed -> {
            Optional<Slot> beside = beside(filed);
            Optional<Slot> addressee =
                    beside.isEmpty() && deliveries.contains(filed.place()) ? addressee(filed) : Optional.empty();
            if (beside.isPresent()) {
                leaf(beside.get(), filed);
            } else if (addressee.isPresent()) {
                deliver(addressee.get(), filed);
            } else if (filed.purpose() == Purpose.UNKNOWN) {
                others.add(filed);
            } else if (!filed.place().ca()) {
                List<String> node = isAskedByItsNode(filed) ? spots.folder(filed) : spots.node(filed);
                leaf(slot(node, filed.purpose()), filed);
            }
        });
        return others;
    }

    private void leaf(Slot slot, Filed<Certificate> filed) {
        slot.leafLike.add(filed.object());
        slot.candidates.add(filed.object());
        own(slot, filed);
    }

    /** The folder of a delivery does not become one of the slot's: many slots may have their leaves in it. */
    private static void deliver(Slot slot, Filed<Certificate> filed) {
        slot.leafLike.add(filed.object());
        slot.candidates.add(filed.object());
        slot.own.add(filed.object());
        slot.deliveries.add(filed.place().folders());
    }

    /** The slot of the same place whose CSR the leaf answers; in a folder that tells no purpose it may be of any. */
    private Optional<Slot> beside(Filed<Certificate> filed) {
        Set<Slot> near = filed.purpose() == Purpose.UNKNOWN
                ? inFolder.getOrDefault(Place.folded(filed.place().folders()), Set.of())
                : atSpot.getOrDefault(spots.spot(filed), Set.of());
        Optional<Slot> slot = near.stream()
                .filter(asking.getOrDefault(filed.object().key(), Set.of())::contains)
                .findFirst();
        if (slot.isPresent() && filed.purpose() == Purpose.UNKNOWN) {
            withoutPurpose.add(filed.object().origin().file());
        }
        return slot;
    }

    /** The slot whose CSR a delivered leaf answers. In the folder of a node that a multi-server set serves it is a copy, and stays. */
    private Optional<Slot> addressee(Filed<Certificate> filed) {
        SubjectPublicKey key = filed.object().key();
        Optional<Slot> asked = asking.getOrDefault(key, Set.of()).stream()
                .filter(slot -> isFor(filed, slot.purpose) && !isCopy(filed, slot))
                .findFirst();
        if (asked.isPresent() || asking.containsKey(key)) {
            return asked;
        }
        return held(key)
                .filter(held -> isFor(filed, held.purpose()) && held.purpose() != Purpose.UNKNOWN)
                .filter(held ->
                        held.place().scopeIsAboveAny(Set.of(filed.place().folders())))
                .filter(held -> !held.place().node().isEmpty())
                .findFirst()
                .map(held -> {
                    Slot slot = slot(spots.named(held.place().node(), held.purpose()), held.purpose());
                    slot.folders.add(held.place().folders());
                    return slot;
                });
    }

    /** The CSRs of that key that servers hold. */
    private Stream<Filed<Csr>> held(SubjectPublicKey key) {
        return heldByKey.getOrDefault(key, List.of()).stream();
    }

    /** Whether the node that the folder stands for holds the CSR that the leaf answers, whatever the leaf is called. */
    private boolean isAskedByItsNode(Filed<Certificate> filed) {
        List<String> folder = spots.folder(filed);
        return !folder.isEmpty()
                && held(filed.object().key())
                        .filter(held -> held.purpose() == filed.purpose())
                        .map(held -> held.place().node())
                        .anyMatch(node -> !node.isEmpty() && Nodes.last(node).sameAs(Nodes.last(folder)));
    }

    private static boolean isFor(Filed<Certificate> filed, Purpose purpose) {
        return filed.purpose() == Purpose.UNKNOWN || filed.purpose() == purpose;
    }

    private boolean isCopy(Filed<Certificate> filed, Slot slot) {
        Distribution distribution = Distribution.of(slot.purpose, slot.request(), cluster, spots.names()::isFolder);
        return new Target(slot, distribution.served()).serves(filed.place().server());
    }

    /** Pairs CSRs and leaves without purpose: by public key, then what is left over in a folder. */
    private void unknown(List<Filed<Certificate>> others) {
        List<Filed<Csr>> csrs = filing.serversCsrs()
                .filter(filed -> filed.purpose() == Purpose.UNKNOWN)
                .toList();
        Map<SubjectPublicKey, Filed<?>> named = new HashMap<>();
        csrs.forEach(filed -> named.putIfAbsent(filed.object().key(), filed));
        List<Filed<Certificate>> leaves = others.stream()
                .filter(filed ->
                        !filed.place().ca() || named.containsKey(filed.object().key()))
                .toList();
        Set<SubjectPublicKey> answered =
                leaves.stream().map(filed -> filed.object().key()).collect(Collectors.toSet());
        Map<List<String>, List<Filed<Csr>>> openCsrs = csrs.stream()
                .filter(filed -> !answered.contains(filed.object().key()))
                .collect(Collectors.groupingBy(filed -> filed.place().folders()));
        leaves.stream()
                .filter(filed -> !named.containsKey(filed.object().key()))
                .collect(Collectors.groupingBy(filed -> filed.place().folders()))
                .forEach((folder, left) -> {
                    List<Filed<Csr>> open = openCsrs.getOrDefault(folder, List.of());
                    if (left.size() == 1 && open.size() == 1) {
                        named.put(left.get(0).object().key(), open.get(0));
                    }
                    left.forEach(filed -> named.putIfAbsent(filed.object().key(), filed));
                });
        csrs.forEach(filed -> csr(unknownSlot(named.get(filed.object().key())), filed));
        leaves.forEach(filed -> leaf(unknownSlot(named.get(filed.object().key())), filed));
        Stream.<Filed<?>>concat(csrs.stream(), leaves.stream())
                .forEach(filed -> withoutPurpose.add(filed.object().origin().file()));
    }

    /** The slot that is called after a file; of several files of one name each key has its own. */
    private Slot unknownSlot(Filed<?> filed) {
        SubjectPublicKey key = filed.object().key();
        String file = filed.object().origin().fileName();
        int dot = file.lastIndexOf('.');
        String name = Purpose.UNKNOWN.label() + "/" + (dot > 0 ? file.substring(0, dot) : file);
        Slot known = slots.get(Slot.id(filed.place().server(), name).toLowerCase(Locale.ROOT));
        boolean isTaken = known != null
                && known.own.stream().noneMatch(object -> object.key().equals(key));
        return slot(
                filed.place().server(),
                Purpose.UNKNOWN,
                isTaken ? name + "-" + key.sha256().substring(0, 8) : name);
    }

    /**
     * CA certificates belong to the slots of their place, and of their folder where that tells no purpose. One that answers
     * CAPF's CSR is its leaf, in a delivery, too.
     */
    private void authorities(Deliveries deliveries) {
        filing.serversAuthorities().forEach(filed -> {
            Set<Slot> near = filed.place().purpose().isPresent()
                    ? atSpot.getOrDefault(spots.spot(filed), Set.of())
                    : inFolder.getOrDefault(Place.folded(filed.place().folders()), Set.of());
            for (Slot slot : near) {
                slot.own.add(filed.object());
                if (asking.getOrDefault(filed.object().key(), Set.of()).contains(slot)) {
                    slot.candidates.add(filed.object());
                }
            }
            if (deliveries.contains(filed.place())) {
                asking.getOrDefault(filed.object().key(), Set.of()).stream()
                        .filter(slot -> slot.purpose == Purpose.CAPF && !near.contains(slot))
                        .forEach(slot -> deliver(slot, filed));
            }
        });
    }

    private Slot slot(List<String> node, Purpose purpose) {
        return slot(node, purpose, purpose.label());
    }

    private Slot slot(List<String> node, Purpose purpose, String name) {
        Slot slot = slots.computeIfAbsent(
                Slot.id(node, name).toLowerCase(Locale.ROOT), id -> new Slot(node, purpose, name));
        atSpot.computeIfAbsent(Spot.of(node, purpose), spot -> new LinkedHashSet<>())
                .add(slot);
        return slot;
    }

    private void own(Slot slot, Filed<?> filed) {
        slot.own.add(filed.object());
        if (slot.folders.add(filed.place().folders())) {
            inFolder.computeIfAbsent(Place.folded(filed.place().folders()), folders -> new LinkedHashSet<>())
                    .add(slot);
        }
        if (filed.purpose() == slot.purpose) {
            atSpot.computeIfAbsent(spots.spot(filed), spot -> new LinkedHashSet<>())
                    .add(slot);
        }
    }
}

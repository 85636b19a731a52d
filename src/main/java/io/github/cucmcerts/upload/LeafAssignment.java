package io.github.cucmcerts.upload;

import static io.github.cucmcerts.upload.Assignment.As.DELIVERED_LEAF;
import static io.github.cucmcerts.upload.Assignment.As.HELD_CSR;
import static io.github.cucmcerts.upload.Assignment.As.LEAF;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Assigns the leaves that have a purpose, or that match a CSR with a purpose.
 *
 * @param held the CSRs that nodes hold, by key
 */
record LeafAssignment(
        Spots spots, Cluster cluster, Deliveries deliveries, Map<SubjectPublicKey, List<Filed<Csr>>> held) {

    static List<Assignment> of(
            Filing filing, Spots spots, Cluster cluster, List<Assignment> csrs, Deliveries deliveries) {
        Map<SubjectPublicKey, List<Filed<Csr>>> held = new HashMap<>();
        for (Filed<Csr> csr : filing.csrs()) {
            if (csr.place().deployed() && !csr.place().store()) {
                held.computeIfAbsent(csr.object().key(), key -> new ArrayList<>())
                        .add(csr);
            }
        }
        LeafAssignment assignment = new LeafAssignment(spots, cluster, deliveries, held);
        List<Filed<Certificate>> leaves = filing.serversLeaves();

        // First the leaves with a purpose in their names: a leaf without purpose may be next to one, whichever name
        // comes first.
        SlotIndex asked = SlotIndex.of(csrs, spots.folders());
        List<List<Assignment>> named = new ArrayList<>();
        List<Assignment> known = new ArrayList<>(csrs);
        boolean allHavePurpose = true;
        for (Filed<Certificate> leaf : leaves) {
            boolean hasPurpose = leaf.purpose() != Purpose.UNKNOWN;
            List<Assignment> its = hasPurpose ? assignment.ofPurpose(leaf, asked) : List.of();
            named.add(its);
            known.addAll(its);
            allHavePurpose &= hasPurpose;
        }
        if (allHavePurpose) {
            return known.subList(csrs.size(), known.size());
        }
        SlotIndex index = SlotIndex.of(known, spots.folders());
        List<Assignment> all = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            Filed<Certificate> leaf = leaves.get(i);
            all.addAll(leaf.purpose() == Purpose.UNKNOWN ? assignment.answer(leaf, index) : named.get(i));
        }
        return all;
    }

    private List<Assignment> ofPurpose(Filed<Certificate> leaf, SlotIndex asked) {
        List<Assignment> answer = answer(leaf, asked);
        if (!answer.isEmpty() || leaf.place().ca()) {
            return answer;
        }
        List<String> node = isAskedByItsNode(leaf) ? spots.folders().of(leaf) : spots.node(leaf);
        return List.of(new Assignment(SlotKey.of(node, leaf.purpose()), leaf, LEAF));
    }

    /** The slot whose CSR the leaf matches: at the leaf's place or, for a delivered leaf, anywhere. */
    private List<Assignment> answer(Filed<Certificate> leaf, SlotIndex asked) {
        Map<SlotKey, Csr> asking = asked.asking(leaf.object().key());
        Set<SlotKey> near = leaf.purpose() == Purpose.UNKNOWN ? asked.inFolder(leaf) : asked.atSpot(leaf);
        for (SlotKey slot : near) {
            if (asking.containsKey(slot)) {
                return List.of(new Assignment(slot, leaf, LEAF));
            }
        }
        return deliveries.contains(leaf.place()) ? delivered(leaf, asking) : List.of();
    }

    /** In the folder of a node that a multi-server set serves, the leaf is a copy and stays there. */
    private List<Assignment> delivered(Filed<Certificate> leaf, Map<SlotKey, Csr> asking) {
        for (Map.Entry<SlotKey, Csr> entry : asking.entrySet()) {
            SlotKey slot = entry.getKey();
            if (isFor(leaf, slot.purpose()) && !isCopy(leaf, slot, entry.getValue())) {
                return List.of(new Assignment(slot, leaf, DELIVERED_LEAF));
            }
        }
        return asking.isEmpty() ? answerToHeld(leaf) : List.of();
    }

    /** The slot of the node that holds the CSR. */
    private List<Assignment> answerToHeld(Filed<Certificate> leaf) {
        for (Filed<Csr> csr : held(leaf)) {
            Place place = csr.place();
            if (csr.purpose() != Purpose.UNKNOWN
                    && isFor(leaf, csr.purpose())
                    && place.scopeIsAboveAny(List.of(leaf.place().folders()))
                    && !place.node().isEmpty()) {
                SlotKey slot = SlotKey.of(spots.folders().named(place.node(), csr.purpose()), csr.purpose());
                return List.of(new Assignment(slot, leaf, DELIVERED_LEAF), new Assignment(slot, csr, HELD_CSR));
            }
        }
        return List.of();
    }

    private List<Filed<Csr>> held(Filed<Certificate> leaf) {
        return held.getOrDefault(leaf.object().key(), List.of());
    }

    /** Whether the folder's node holds the CSR that the leaf matches, whatever the leaf's file name. */
    private boolean isAskedByItsNode(Filed<Certificate> leaf) {
        List<String> folder = spots.folders().of(leaf);
        if (folder.isEmpty()) {
            return false;
        }
        return held(leaf).stream()
                .filter(csr -> csr.purpose() == leaf.purpose())
                .map(csr -> csr.place().node())
                .anyMatch(node -> !node.isEmpty() && Nodes.last(node).sameAs(Nodes.last(folder)));
    }

    private static boolean isFor(Filed<Certificate> leaf, Purpose purpose) {
        return leaf.purpose() == Purpose.UNKNOWN || leaf.purpose() == purpose;
    }

    private boolean isCopy(Filed<Certificate> leaf, SlotKey slot, Csr csr) {
        Distribution distribution = Distribution.of(slot.purpose(), Optional.of(csr), cluster, spots.names()::isFolder);
        return Nodes.areOfOne(leaf.place().server(), distribution.served());
    }
}

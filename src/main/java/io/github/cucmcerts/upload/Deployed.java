package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.upload.Filing.Filed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code deployed/} says that the servers hold today, outside of trust stores. */
final class Deployed {
    private final Filing filing;
    private final Nodes nodes;
    private final Cluster cluster;
    private final Map<Purpose, List<Filed<Certificate>>> certificates = new EnumMap<>(Purpose.class);
    private final Map<Purpose, List<Filed<Csr>>> csrs = new EnumMap<>(Purpose.class);
    private final Map<Slot, List<Filed<Certificate>>> bySlot = new HashMap<>();

    Deployed(Filing filing, Nodes nodes, Cluster cluster) {
        this.filing = filing;
        this.nodes = nodes;
        this.cluster = cluster;
        collect(filing.certificates, certificates);
        collect(filing.csrs, csrs);
    }

    private static <T extends Filed<?>> void collect(List<T> all, Map<Purpose, List<T>> byPurpose) {
        all.stream()
                .filter(filed -> filed.place().deployed() && !filed.place().trusted())
                .forEach(filed -> byPurpose
                        .computeIfAbsent(filed.purpose(), purpose -> new ArrayList<>())
                        .add(filed));
    }

    /** Every identity certificate. */
    Stream<Filed<Certificate>> identities() {
        return certificates.values().stream()
                .flatMap(there -> there.stream().filter(filed -> isIdentity(filed, there)));
    }

    /** The identity certificates of the slot's nodes. */
    Set<Certificate> identities(Slot slot) {
        List<Filed<Certificate>> there = certificatesOf(slot);
        return there.stream()
                .filter(filed -> slot.candidates.contains(filed.object()) || isIdentity(filed, there))
                .map(Filed::object)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A certificate that lies alone where it lies is the identity, whatever it says of itself. */
    private boolean isIdentity(Filed<Certificate> filed, List<Filed<Certificate>> there) {
        return filing.looksLikeLeaf(filed)
                || there.stream()
                                .filter(one -> one.place().equals(filed.place()))
                                .count()
                        == 1;
    }

    /** The CSRs that the slot's nodes hold. */
    List<Csr> csrs(Slot slot) {
        return csrs.getOrDefault(slot.purpose, List.of()).stream()
                .filter(filed -> isOf(slot, filed))
                .map(Filed::object)
                .toList();
    }

    /** Whether each node that has an identity has this one. */
    boolean serves(Slot slot, Optional<Certificate> leaf) {
        Map<String, List<Certificate>> byNode = certificatesOf(slot).stream()
                .collect(Collectors.groupingBy(
                        filed -> String.join("/", filed.place().node()).toLowerCase(Locale.ROOT),
                        Collectors.mapping(Filed::object, Collectors.toList())));
        return leaf.isPresent()
                && !byNode.isEmpty()
                && byNode.values().stream().allMatch(there -> there.contains(leaf.get()));
    }

    private List<Filed<Certificate>> certificatesOf(Slot slot) {
        return bySlot.computeIfAbsent(
                slot,
                s -> certificates.getOrDefault(s.purpose, List.of()).stream()
                        .filter(filed -> isOf(s, filed))
                        .toList());
    }

    private boolean isOf(Slot slot, Filed<?> filed) {
        return filed.place().scopeIsAboveAny(slot.folders) && isOfNode(slot, filed);
    }

    /** Whether it is of the slot's purpose, and of its node or one that it serves. */
    boolean isOfNode(Slot slot, Filed<?> filed) {
        List<String> node = filed.place().node();
        return filed.purpose() == slot.purpose
                && (nodes.same(slot.node, node)
                        || !node.isEmpty() && slot.served(cluster).stream().anyMatch(Nodes.last(node)::sameAs));
    }
}

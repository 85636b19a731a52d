package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.upload.Filing.Filed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
    private final List<Filed<Certificate>> certificates;
    private final Map<Address, List<Filed<Certificate>>> certificatesAt;
    private final Map<Address, List<Filed<Csr>>> csrsAt;
    private final Map<Address, List<Slot>> slotsAt = new HashMap<>();
    /** How many certificates lie at a place, by purpose. */
    private final Map<List<Object>, Long> together;

    private final Map<Slot, List<Filed<Certificate>>> bySlot = new HashMap<>();

    /** A purpose, and what nodes that are the same have in common: where to look for what belongs together. */
    private record Address(Purpose purpose, String label) {
        static Address of(Filed<?> filed) {
            return new Address(filed.purpose(), Nodes.label(filed.place().node()));
        }
    }

    Deployed(Filing filing, Nodes nodes, Cluster cluster, Collection<Slot> slots) {
        this.filing = filing;
        this.nodes = nodes;
        this.cluster = cluster;
        certificates = identifying(filing.certificates);
        certificatesAt = certificates.stream().collect(Collectors.groupingBy(Address::of));
        csrsAt = identifying(filing.csrs).stream().collect(Collectors.groupingBy(Address::of));
        together = certificates.stream().collect(Collectors.groupingBy(Deployed::spot, Collectors.counting()));
        slots.forEach(slot -> addresses(slot)
                .forEach(address ->
                        slotsAt.computeIfAbsent(address, a -> new ArrayList<>()).add(slot)));
    }

    private static <T extends NamedKey> List<Filed<T>> identifying(List<Filed<T>> all) {
        return all.stream()
                .filter(filed -> filed.place().deployed() && !filed.place().trusted())
                .toList();
    }

    private Stream<Address> addresses(Slot slot) {
        return Stream.concat(
                        Stream.of(Nodes.label(slot.node)),
                        slot.served(cluster).stream().map(NodeName::label))
                .distinct()
                .map(label -> new Address(slot.purpose, label));
    }

    private static List<Object> spot(Filed<?> filed) {
        return List.of(filed.purpose(), filed.place());
    }

    /** Every identity certificate, by purpose. */
    Stream<Filed<Certificate>> identities() {
        return certificates.stream().filter(this::isIdentity).sorted(Comparator.comparing(Filed::purpose));
    }

    /** The identity certificates of the slot's nodes. */
    Set<Certificate> identities(Slot slot) {
        return certificatesOf(slot).stream()
                .filter(filed -> slot.candidates.contains(filed.object()) || isIdentity(filed))
                .map(Filed::object)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A certificate that lies alone where it lies is the identity, whatever it says of itself. */
    private boolean isIdentity(Filed<Certificate> filed) {
        return filing.looksLikeLeaf(filed) || together.get(spot(filed)) == 1;
    }

    /** The CSRs that the slot's nodes hold; of several that serve, the names of files do not decide. */
    List<Csr> csrs(Slot slot) {
        return of(slot, csrsAt)
                .map(Filed::object)
                .sorted(Comparator.comparing(Csr::sha256))
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

    /** The slots of the certificate's purpose and node, by id. */
    Stream<Slot> slotsOf(Filed<Certificate> filed) {
        return slotsAt.getOrDefault(Address.of(filed), List.of()).stream().filter(slot -> isOfNode(slot, filed));
    }

    private List<Filed<Certificate>> certificatesOf(Slot slot) {
        return bySlot.computeIfAbsent(
                slot, s -> of(s, certificatesAt).sorted(Filing.BY_PATH).toList());
    }

    /** What is of the slot's node or one that it serves. */
    private <T extends NamedKey> Stream<Filed<T>> of(Slot slot, Map<Address, List<Filed<T>>> all) {
        return addresses(slot)
                .flatMap(address -> all.getOrDefault(address, List.of()).stream())
                .filter(filed -> filed.place().scopeIsAboveAny(slot.folders) && isOfNode(slot, filed));
    }

    private boolean isOfNode(Slot slot, Filed<?> filed) {
        List<String> node = filed.place().node();
        return nodes.same(slot.node, node)
                || !node.isEmpty() && slot.served(cluster).stream().anyMatch(Nodes.last(node)::sameAs);
    }
}

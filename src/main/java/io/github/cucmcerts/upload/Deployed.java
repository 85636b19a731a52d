package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.NamedKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code deployed/} says about the content of the nodes today, without trust stores.
 *
 * @param nodes the nodes of the sets
 * @param certificates by purpose and node
 * @param csrs by purpose and node
 * @param identities the certificates with which nodes identify themselves, by purpose, including copies
 * @param identitySet the same identities, for lookup
 */
record Deployed(
        Nodes nodes,
        Map<Address, List<Filed<Certificate>>> certificates,
        Map<Address, List<Filed<Csr>>> csrs,
        List<Filed<Certificate>> identities,
        Set<Filed<Certificate>> identitySet) {

    /** A purpose and the label that all names of a node share. */
    record Address(Purpose purpose, String label) {
        static Address of(Filed<?> filed) {
            return new Address(filed.purpose(), Nodes.label(filed.place().node()));
        }
    }

    static Deployed of(Filing filing, Nodes nodes) {
        List<Filed<Certificate>> certificates = ofServers(filing.certificates());
        List<Filed<Csr>> csrs = ofServers(filing.csrs());
        if (certificates.isEmpty() && csrs.isEmpty()) {
            return new Deployed(nodes, Map.of(), Map.of(), List.of(), Set.of());
        }
        Map<List<Object>, Long> together = certificates.stream()
                .collect(
                        Collectors.groupingBy(filed -> List.of(filed.purpose(), filed.place()), Collectors.counting()));
        // A certificate with no other at its place is the identity, whatever it contains.
        List<Filed<Certificate>> identities = certificates.stream()
                .filter(filed ->
                        filing.looksLikeLeaf(filed) || together.get(List.of(filed.purpose(), filed.place())) == 1)
                .sorted(Comparator.comparing(Filed::purpose))
                .toList();
        return new Deployed(
                nodes,
                certificates.stream().collect(Collectors.groupingBy(Address::of)),
                csrs.stream().collect(Collectors.groupingBy(Address::of)),
                identities,
                Set.copyOf(identities));
    }

    private static <T extends NamedKey> List<Filed<T>> ofServers(List<Filed<T>> all) {
        List<Filed<T>> found = new ArrayList<>();
        for (Filed<T> filed : all) {
            if (filed.place().deployed() && !filed.place().trusted()) {
                found.add(filed);
            }
        }
        return found;
    }

    /** The identity certificates of the nodes. */
    Set<Certificate> identities(Target target) {
        if (certificates.isEmpty()) {
            return Set.of();
        }
        return of(target, certificates)
                .filter(filed -> target.slot().candidates().contains(filed.object()) || identitySet.contains(filed))
                .sorted(Filed.BY_PATH)
                .map(Filed::object)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The identity certificates of the -ECDSA sibling that are among these. Only for tomcat and CallManager: according
     * to document 225476, Expressway requests both certificates only from these services.
     */
    List<Certificate> siblings(Target target, Set<Filed<Certificate>> among) {
        if (among.isEmpty()) {
            return List.of();
        }
        Purpose own = target.slot().purpose();
        return own.sibling().stream()
                .filter(sibling -> own == Purpose.TOMCAT || own == Purpose.CALL_MANAGER)
                .flatMap(sibling -> of(target, sibling, certificates))
                .filter(among::contains)
                .sorted(Filed.BY_PATH)
                .map(Filed::object)
                .distinct()
                .toList();
    }

    /** The CSRs that the nodes hold, in an order that does not depend on file names. */
    List<Csr> csrs(Target target) {
        if (csrs.isEmpty()) {
            return List.of();
        }
        return of(target, csrs)
                .map(Filed::object)
                .sorted(Comparator.comparing(Csr::sha256))
                .toList();
    }

    /** Whether each node with an identity has this one. */
    boolean serve(Target target, Certificate leaf) {
        if (certificates.isEmpty()) {
            return false;
        }
        Map<String, List<Certificate>> byNode = of(target, certificates)
                .collect(Collectors.groupingBy(
                        filed -> String.join("/", filed.place().node()).toLowerCase(Locale.ROOT),
                        Collectors.mapping(Filed::object, Collectors.toList())));
        return !byNode.isEmpty() && byNode.values().stream().allMatch(there -> there.contains(leaf));
    }

    /** Each identity with the targets whose node it belongs to. */
    Map<Filed<Certificate>, List<Target>> owners(List<Target> targets) {
        Map<Address, List<Target>> at = new HashMap<>();
        for (Target target : targets) {
            for (Address address : addresses(target, target.slot().purpose())) {
                at.computeIfAbsent(address, a -> new ArrayList<>()).add(target);
            }
        }
        Map<Filed<Certificate>, List<Target>> owners = new HashMap<>();
        for (Filed<Certificate> identity : identities) {
            owners.put(
                    identity,
                    at.getOrDefault(Address.of(identity), List.of()).stream()
                            .filter(target -> isOf(target, identity))
                            .toList());
        }
        return owners;
    }

    private <T extends NamedKey> Stream<Filed<T>> of(Target target, Map<Address, List<Filed<T>>> all) {
        return of(target, target.slot().purpose(), all);
    }

    private <T extends NamedKey> Stream<Filed<T>> of(Target target, Purpose purpose, Map<Address, List<Filed<T>>> all) {
        return addresses(target, purpose).stream()
                .flatMap(address -> all.getOrDefault(address, List.of()).stream())
                .filter(filed -> filed.place().scopeIsAboveAny(target.slot().folders()) && isOf(target, filed));
    }

    private static Set<Address> addresses(Target target, Purpose purpose) {
        Set<Address> addresses = new LinkedHashSet<>();
        addresses.add(new Address(purpose, Nodes.label(target.slot().node())));
        for (NodeName node : target.served()) {
            addresses.add(new Address(purpose, node.label()));
        }
        return addresses;
    }

    /** Whether it belongs to the slot's node or to a node that the slot serves. */
    private boolean isOf(Target target, Filed<?> filed) {
        List<String> node = filed.place().node();
        return nodes.same(target.slot().node(), node) || Nodes.areOfOne(node, target.served());
    }
}

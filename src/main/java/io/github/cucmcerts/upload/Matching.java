package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds out which CSRs and certificates of each slot belong together, also with those in {@code deployed/} and other
 * slots.
 */
final class Matching {
    private final Cluster cluster;
    private final Predicate<NodeName> isFolder;
    private final Deployed deployed;
    private final Lending lending;
    /** The certificates of all slots that can be leaves, by key. */
    private final Map<SubjectPublicKey, List<Certificate>> leaves;

    private Matching(
            Cluster cluster,
            Predicate<NodeName> isFolder,
            Deployed deployed,
            Lending lending,
            Map<SubjectPublicKey, List<Certificate>> leaves) {
        this.cluster = cluster;
        this.isFolder = isFolder;
        this.deployed = deployed;
        this.lending = lending;
        this.leaves = leaves;
    }

    /**
     * Each slot with its match.
     *
     * @param isFolder whether a folder of the directory belongs to that node
     */
    static List<Matched> of(List<Slot> slots, Deployed deployed, Cluster cluster, Predicate<NodeName> isFolder) {
        Map<SubjectPublicKey, List<Certificate>> leaves = new HashMap<>();
        for (Slot slot : slots) {
            for (Certificate leaf : slot.leafLike()) {
                leaves.computeIfAbsent(leaf.key(), key -> new ArrayList<>()).add(leaf);
            }
        }
        Lending lending = Lending.of(slots, cluster, deployed.nodes(), isFolder);
        Matching matching = new Matching(cluster, isFolder, deployed, lending, leaves);
        return slots.parallelStream().map(matching::matched).toList();
    }

    private Matched matched(Slot slot) {
        Match match = Match.of(choice(slot));
        Optional<? extends NamedKey> request = match.csr().isPresent() ? match.csr() : slot.request();
        return Matched.of(slot, match, distribution(slot, request), deployed);
    }

    private Distribution distribution(Slot slot, Optional<? extends NamedKey> request) {
        return Distribution.of(slot.purpose(), request, cluster, isFolder);
    }

    private Match.Choice choice(Slot slot) {
        Target holders = Matched.holders(slot, distribution(slot, slot.request()));
        Set<Certificate> identities = deployed.identities(holders);
        List<Csr> held = deployed.csrs(holders);
        List<Csr> open = ofSlot(slot, unanswered(held, identities));
        List<Pair> pairs = pairs(slot, holders, identities, held, open);
        Set<Certificate> strays = new LinkedHashSet<>(slot.leafLike());
        for (Pair pair : pairs) {
            strays.remove(pair.leaf());
        }
        return new Match.Choice(slot.csrs(), List.copyOf(strays), pairs, open, identities);
    }

    /** The CSRs that no identity matches yet. */
    static List<Csr> unanswered(List<Csr> held, Set<Certificate> identities) {
        if (held.isEmpty()) {
            return List.of();
        }
        return held.stream()
                .filter(csr ->
                        identities.stream().noneMatch(identity -> identity.key().equals(csr.key())))
                .toList();
    }

    /** If a multi-server set serves a node, the node's single-server CSR is not the CSR of that set. */
    private List<Csr> ofSlot(Slot slot, List<Csr> held) {
        if (held.isEmpty()) {
            return List.of();
        }
        List<Csr> ofOwnNode = deployed.csrs(new Target(slot, List.of()));
        return held.stream()
                .filter(csr -> ofOwnNode.contains(csr)
                        || distribution(slot, Optional.of(csr)).multiServer())
                .toList();
    }

    /** The slot's CSRs, its nodes' CSRs, and other slots' CSRs, each with the certificates that match it. */
    private List<Pair> pairs(Slot slot, Target holders, Set<Certificate> identities, List<Csr> held, List<Csr> open) {
        Set<Pair> pairs = new LinkedHashSet<>(slot.pairs());
        for (Csr csr : slot.csrs()) {
            for (Certificate identity : identities) {
                // If only the identity that all nodes serve matches a CSR, that identity is its pair.
                if (identity.key().equals(csr.key()) && deployed.serve(holders, identity)) {
                    pairs.add(new Pair(csr, identity));
                }
            }
        }
        for (Csr csr : open) {
            slot.certificates()
                    .filter(certificate -> certificate.key().equals(csr.key()))
                    .forEach(leaf -> pairs.add(new Pair(csr, leaf)));
            leaves.getOrDefault(csr.key(), List.of()).forEach(leaf -> pairs.add(new Pair(csr, leaf)));
        }
        for (Certificate leaf : slot.leafLike()) {
            if (!isAnswer(leaf, slot.csrs())) {
                held.stream()
                        .filter(csr -> csr.key().equals(leaf.key()))
                        .findFirst()
                        .or(() -> lending.lent(slot, leaf))
                        .ifPresent(csr -> pairs.add(new Pair(csr, leaf)));
            }
        }
        return pairs.stream().sorted(Pair.NEWEST_FIRST).toList();
    }

    private static boolean isAnswer(Certificate leaf, List<Csr> csrs) {
        for (Csr csr : csrs) {
            if (csr.key().equals(leaf.key())) {
                return true;
            }
        }
        return false;
    }
}

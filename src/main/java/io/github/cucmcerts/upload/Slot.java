package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.NamedKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The objects for one node and purpose, before it is known which belong together.
 *
 * @param id {@code node/purpose}
 * @param node the folders that name the node; may be empty
 * @param leafLike its certificates that can be its leaf
 * @param candidates the certificates that can match a CSR, including a CA certificate with the CSR's key
 * @param own all CSRs and certificates in its folders, including copies
 * @param folders the folders of its files
 * @param deliveries the folders of deliveries from which its leaf came
 */
public record Slot(
        String id,
        List<String> node,
        Purpose purpose,
        List<Csr> csrs,
        List<Certificate> leafLike,
        List<Certificate> candidates,
        List<NamedKey> own,
        List<List<String>> folders,
        List<List<String>> deliveries) {

    /** The slots, by id; case does not matter. The first spelling of an id counts. */
    static List<Slot> of(List<Assignment> assignments) {
        Map<String, List<Assignment>> byId = new TreeMap<>();
        for (Assignment assignment : assignments) {
            byId.computeIfAbsent(assignment.slot().folded(), id -> new ArrayList<>())
                    .add(assignment);
        }
        List<Slot> slots = new ArrayList<>();
        for (List<Assignment> its : byId.values()) {
            slots.add(of(its.get(0).slot(), its));
        }
        return slots;
    }

    private static Slot of(SlotKey key, List<Assignment> assignments) {
        Set<Csr> csrs = new LinkedHashSet<>();
        Set<Certificate> leafLike = new LinkedHashSet<>();
        Set<Certificate> candidates = new LinkedHashSet<>();
        List<NamedKey> own = new ArrayList<>();
        Set<List<String>> folders = new LinkedHashSet<>();
        Set<List<String>> deliveries = new LinkedHashSet<>();
        for (Assignment assignment : assignments) {
            NamedKey object = assignment.filed().object();
            List<String> folder = assignment.filed().place().folders();
            switch (assignment.as()) {
                case CSR -> {
                    csrs.add((Csr) object);
                    folders.add(folder);
                }
                case LEAF -> {
                    leafLike.add((Certificate) object);
                    candidates.add((Certificate) object);
                    folders.add(folder);
                }
                case DELIVERED_LEAF -> {
                    leafLike.add((Certificate) object);
                    candidates.add((Certificate) object);
                    deliveries.add(folder);
                }
                case ANSWERING_AUTHORITY -> candidates.add((Certificate) object);
                case HELD_CSR -> folders.add(folder);
                case AUTHORITY -> {}
            }
            if (assignment.as() != Assignment.As.HELD_CSR) {
                own.add(object);
            }
        }
        return new Slot(
                key.id(),
                key.node(),
                key.purpose(),
                List.copyOf(csrs),
                List.copyOf(leafLike),
                List.copyOf(candidates),
                List.copyOf(own),
                List.copyOf(folders),
                List.copyOf(deliveries));
    }

    /** The CSR that the newest certificate matches, otherwise any CSR, otherwise a leaf; it shows the nodes. */
    Optional<NamedKey> request() {
        List<Pair> pairs = pairs();
        if (!pairs.isEmpty()) {
            return Optional.of(Collections.min(pairs, Pair.NEWEST_FIRST).csr());
        }
        if (!csrs.isEmpty()) {
            return Optional.of(csrs.get(0));
        }
        return leafLike.stream().<NamedKey>map(leaf -> leaf).min(Comparator.comparing(NamedKey::sha256));
    }

    /** Its CSRs with the certificates that match them. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (Csr csr : csrs) {
            for (Certificate certificate : candidates) {
                if (certificate.key().equals(csr.key())) {
                    pairs.add(new Pair(csr, certificate));
                }
            }
        }
        return pairs;
    }

    /** The certificates in its folders, including copies. */
    public Stream<Certificate> certificates() {
        return own.stream().filter(Certificate.class::isInstance).map(Certificate.class::cast);
    }
}

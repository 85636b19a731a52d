package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.NamedKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        Map<SlotKey, List<Assignment>> byKey = new LinkedHashMap<>();
        for (Assignment assignment : assignments) {
            byKey.computeIfAbsent(assignment.slot(), key -> new ArrayList<>()).add(assignment);
        }
        List<Slot> slots = new ArrayList<>();
        byKey.forEach((key, its) -> slots.add(of(key, its)));
        slots.sort(Comparator.comparing(slot -> slot.id().toLowerCase(Locale.ROOT)));
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
        return pairs().min(Pair.NEWEST_FIRST)
                .<NamedKey>map(Pair::csr)
                .or(() -> csrs.stream().findFirst())
                .or(() -> leafLike.stream().min(Comparator.comparing(NamedKey::sha256)));
    }

    /** Its CSRs with the certificates that match them. */
    Stream<Pair> pairs() {
        return csrs.stream()
                .flatMap(csr -> candidates.stream()
                        .filter(certificate -> certificate.key().equals(csr.key()))
                        .map(certificate -> new Pair(csr, certificate)));
    }

    /** The certificates in its folders, including copies. */
    public Stream<Certificate> certificates() {
        return own.stream().filter(Certificate.class::isInstance).map(Certificate.class::cast);
    }
}

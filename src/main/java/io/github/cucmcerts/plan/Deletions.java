package io.github.cucmcerts.plan;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Outcome;
import io.github.cucmcerts.trust.StoreAfter;
import io.github.cucmcerts.trust.StoreChain;
import io.github.cucmcerts.trust.TrustStore;
import io.github.cucmcerts.upload.UploadSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The deployed certificates that must be deleted from trust stores, and what the stores contain afterwards. */
final class Deletions {
    private final Facts facts;
    private final Map<String, Set<Certificate>> byStore;

    private Deletions(Facts facts, Map<String, Set<Certificate>> byStore) {
        this.facts = facts;
        this.byStore = byStore;
    }

    static Deletions none(Facts facts) {
        return new Deletions(facts, Map.of());
    }

    /** These deletions, and the further ones that the set's paths need. */
    Deletions and(UploadSet set) {
        Map<String, Set<Certificate>> all = new HashMap<>();
        byStore.forEach((store, deleted) -> all.put(store, new LinkedHashSet<>(deleted)));
        for (StoreChain chain : facts.chains(set)) {
            keepingOut(chain)
                    .values()
                    .forEach(deleted -> all.computeIfAbsent(chain.store().label(), label -> new LinkedHashSet<>())
                            .addAll(deleted));
        }
        return new Deletions(facts, all);
    }

    /** What the store contains after the deletions and the uploads; the trust-store rules use the same algorithm. */
    StoreAfter after(TrustStore store) {
        return after(store, byStore.getOrDefault(store.label(), Set.of()));
    }

    private StoreAfter after(TrustStore store, Set<Certificate> deleted) {
        return deleted.isEmpty()
                ? facts.after(store)
                : store.without(deleted).after(facts.window(), facts.cluster().release(), facts.neededIn(store));
    }

    /** The deployed certificates that keep certificates of the path out, by the first certificate that each keeps out. */
    Map<Certificate, Set<Certificate>> keepingOut(StoreChain chain) {
        Map<Certificate, Set<Certificate>> all = new HashMap<>();
        Set<Certificate> deleted = new LinkedHashSet<>();
        Optional<Obstacle> next = keptOut(chain, deleted);
        while (next.isPresent()) {
            all.computeIfAbsent(next.get().certificate(), certificate -> new LinkedHashSet<>())
                    .add(next.get().by());
            deleted.add(next.get().by());
            next = keptOut(chain, deleted);
        }
        return all;
    }

    private record Obstacle(Certificate certificate, Certificate by) {}

    private Optional<Obstacle> keptOut(StoreChain chain, Set<Certificate> deleted) {
        StoreAfter after = after(chain.store(), deleted);
        return chain.chain().authorities().stream()
                .flatMap(authority -> after.outcome(authority) instanceof Outcome.KeptOut kept
                        ? Stream.of(new Obstacle(authority, kept.by()))
                        : Stream.of())
                .findFirst();
    }
}

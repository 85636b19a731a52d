package io.github.cucmcerts.trust;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.upload.UploadSet;
import io.github.cucmcerts.upload.Uploads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Works out paths and stores, on all cores: the stores of each set; what each holds after the uploads; the paths, which the
 * stores have to hold at once; then again what each holds, for a certificate that a path needs is uploaded before others.
 */
final class FactFinder {
    private static final String TRUST_STORES = "trust stores";
    private static final String PATHS = "certification paths";

    private final Uploads uploads;
    private final Signatures signatures;
    private final Work work;

    /**
     * What is known of sets and stores.
     *
     * @param sets by the set's id
     */
    record Found(Map<String, SetFacts> sets, Map<TrustStore.Id, StoreFacts> stores) {}

    /** A store whose content after the uploads is known, as far as the paths do not decide on it. */
    private record Opened(TrustStore store, IssuerCandidates candidates, StoreAfter after) {}

    private FactFinder(Uploads uploads, Signatures signatures, Work work) {
        this.uploads = uploads;
        this.signatures = signatures;
        this.work = work;
    }

    static Found find(Uploads uploads, Cluster cluster, Signatures signatures, Work work) {
        Map<String, List<TrustStore>> stores;
        try {
            stores = TrustStores.of(uploads, cluster);
        } catch (RuntimeException | StackOverflowError e) {
            SetFacts failed = new SetFacts(List.of(), List.of(), Optional.of(Failure.of(TRUST_STORES, e)));
            return new Found(uploads.all().stream().collect(Collectors.toMap(UploadSet::id, set -> failed)), Map.of());
        }
        return new FactFinder(uploads, signatures, work).find(stores);
    }

    private Found find(Map<String, List<TrustStore>> stores) {
        Map<TrustStore.Id, Failure> broken = new HashMap<>();
        Map<TrustStore.Id, Opened> opened = open(stores, broken);
        List<UploadSet> all = uploads.all();
        List<SetFacts> found = all.parallelStream()
                .map(set -> facts(set, stores.get(set.id()), opened))
                .toList();

        Map<TrustStore.Id, StoreFacts> storeFacts = storeFacts(opened, found, broken);
        Map<String, SetFacts> setFacts = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            SetFacts facts = found.get(i);
            Optional<Failure> failure = stores.get(all.get(i).id()).stream()
                    .map(store -> broken.get(store.id()))
                    .filter(problem -> problem != null)
                    .findFirst()
                    .or(facts::failure);
            setFacts.put(all.get(i).id(), new SetFacts(facts.stores(), facts.chains(), failure));
        }
        return new Found(setFacts, storeFacts);
    }

    /** The stores that can be worked out. */
    private Map<TrustStore.Id, Opened> open(Map<String, List<TrustStore>> stores, Map<TrustStore.Id, Failure> broken) {
        Map<TrustStore.Id, Opened> opened = new LinkedHashMap<>();
        for (UploadSet set : uploads.all()) {
            for (TrustStore store : stores.get(set.id())) {
                if (opened.containsKey(store.id()) || broken.containsKey(store.id())) {
                    continue;
                }
                try {
                    opened.put(
                            store.id(),
                            new Opened(store, IssuerCandidates.of(store.certificates()), work.after(store, Set.of())));
                } catch (RuntimeException | StackOverflowError e) {
                    broken.put(store.id(), Failure.of(TRUST_STORES, e));
                }
            }
        }
        return opened;
    }

    private SetFacts facts(UploadSet set, List<TrustStore> stores, Map<TrustStore.Id, Opened> opened) {
        List<TrustStore> usable =
                stores.stream().filter(store -> opened.containsKey(store.id())).toList();
        List<StoreChain> chains = new ArrayList<>();
        try {
            if (set.leaf().isPresent()) {
                for (TrustStore store : usable) {
                    Opened its = opened.get(store.id());
                    Chain chain = work.path(set.leaf().get(), its.candidates, its.after::canHold);
                    chains.add(new StoreChain(store, chain));
                }
            }
            return new SetFacts(usable, List.copyOf(chains), Optional.empty());
        } catch (RuntimeException | StackOverflowError e) {
            return new SetFacts(usable, List.of(), Optional.of(Failure.of(PATHS, e)));
        }
    }

    private Map<TrustStore.Id, StoreFacts> storeFacts(
            Map<TrustStore.Id, Opened> opened, List<SetFacts> sets, Map<TrustStore.Id, Failure> broken) {
        Map<TrustStore.Id, Set<Certificate>> needed = new HashMap<>();
        for (SetFacts set : sets) {
            for (StoreChain chain : set.chains()) {
                needed.computeIfAbsent(chain.store().id(), id -> new HashSet<>())
                        .addAll(chain.chain().authorities());
            }
        }
        Map<TrustStore.Id, Set<Certificate>> leaves = leaves(sets);
        Map<TrustStore.Id, StoreFacts> facts = new HashMap<>();
        opened.forEach((id, store) -> {
            Set<Certificate> its = needed.getOrDefault(id, Set.of());
            try {
                facts.put(
                        id,
                        new StoreFacts(
                                work.after(store.store, its), its, signedBy(store, leaves.getOrDefault(id, Set.of()))));
            } catch (RuntimeException | StackOverflowError e) {
                facts.put(id, new StoreFacts(store.after, its, SignedBy.NOT_ASKED));
                broken.put(id, Failure.of(TRUST_STORES, e));
            }
        });
        return facts;
    }

    /** The leaves that use each store. */
    private Map<TrustStore.Id, Set<Certificate>> leaves(List<SetFacts> sets) {
        Map<TrustStore.Id, Set<Certificate>> leaves = new HashMap<>();
        List<UploadSet> all = uploads.all();
        for (int i = 0; i < all.size(); i++) {
            for (TrustStore store : sets.get(i).stores()) {
                all.get(i)
                        .leaf()
                        .ifPresent(leaf -> leaves.computeIfAbsent(store.id(), id -> new LinkedHashSet<>())
                                .add(leaf));
            }
        }
        return leaves;
    }

    /** Only what is deployed loses its place, so only then it matters who signed what. */
    private SignedBy signedBy(Opened opened, Set<Certificate> leaves) {
        if (opened.store.deployed().isEmpty()) {
            return SignedBy.NOT_ASKED;
        }
        Set<Certificate> certificates = new LinkedHashSet<>(opened.store.certificates());
        certificates.addAll(leaves);
        uploads.all().forEach(set -> certificates.addAll(set.deployed().identities()));
        certificates.addAll(uploads.leftOver().identities());
        return SignedBy.of(opened.candidates, certificates, signatures);
    }
}

package io.github.cucmcerts.trust;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.upload.Grouped;
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

/**
 * Finds paths and stores, on all cores: the stores of each set; the content of each store after the uploads; the paths,
 * whose certificates the stores must be able to hold at the same time; then the content of each store again, because a
 * certificate that a path needs is uploaded before others.
 */
final class FactFinder {
    private static final Message TRUST_STORES = Message.of("reason.trust-stores", "trust stores");
    private static final Message PATHS = Message.of("reason.certification-paths", "certification paths");

    private final Uploads uploads;
    private final Signatures signatures;
    private final Searches searches;

    /**
     * The facts about sets and stores.
     *
     * @param sets by the set's id
     */
    record Found(Map<String, SetFacts> sets, Map<TrustStore.Id, StoreFacts> stores) {}

    /**
     * A store before the paths are known.
     *
     * @param after its content after the uploads, as far as the paths do not affect it
     */
    private record Opened(TrustStore store, IssuerCandidates candidates, StoreAfter after) {}

    /**
     * What decides a store's facts. In most clusters, many stores have the same content. The origins count: nodes can have
     * the same certificates in files of their own.
     */
    private record Content(List<Origin> offered, List<Origin> deployed, Set<Certificate> needed) {
        static Content of(TrustStore store, Set<Certificate> needed) {
            return new Content(origins(store.offered()), origins(store.deployed()), needed);
        }

        private static List<Origin> origins(List<Certificate> certificates) {
            List<Origin> origins = new ArrayList<>(certificates.size());
            for (Certificate certificate : certificates) {
                origins.add(certificate.origin());
            }
            return List.copyOf(origins);
        }
    }

    private FactFinder(Uploads uploads, Signatures signatures, Searches searches) {
        this.uploads = uploads;
        this.signatures = signatures;
        this.searches = searches;
    }

    static Found find(Grouped grouped, Cluster cluster, Signatures signatures, Searches searches) {
        Uploads uploads = grouped.uploads();
        try {
            return new FactFinder(uploads, signatures, searches).find(TrustStores.of(grouped, cluster));
        } catch (RuntimeException | StackOverflowError e) {
            Map<String, SetFacts> failed = new HashMap<>();
            for (UploadSet set : uploads.all()) {
                failed.put(
                        set.id(),
                        new SetFacts(set, List.of(), List.of(), Map.of(), Optional.of(Failure.of(TRUST_STORES, e))));
            }
            return new Found(failed, Map.of());
        }
    }

    private Found find(Map<String, List<TrustStore>> stores) {
        Map<TrustStore.Id, Failure> broken = new HashMap<>();
        Map<TrustStore.Id, Opened> opened = open(stores, broken);
        List<SetFacts> sets = uploads.all().parallelStream()
                .map(set -> facts(set, stores.get(set.id()), opened))
                .toList();
        Map<TrustStore.Id, StoreFacts> storeFacts = storeFacts(opened, sets, broken);

        Map<String, SetFacts> setFacts = new HashMap<>();
        for (SetFacts facts : sets) {
            String id = facts.set().id();
            setFacts.put(id, withFailure(facts, stores.get(id), broken));
        }
        return new Found(setFacts, storeFacts);
    }

    /** The failure of a store counts more than the set's own. */
    private static SetFacts withFailure(SetFacts facts, List<TrustStore> stores, Map<TrustStore.Id, Failure> broken) {
        for (TrustStore store : stores) {
            if (broken.containsKey(store.id())) {
                return new SetFacts(
                        facts.set(),
                        facts.stores(),
                        facts.chains(),
                        facts.siblings(),
                        Optional.of(broken.get(store.id())));
            }
        }
        return facts;
    }

    /** The stores whose content can be found out. */
    private Map<TrustStore.Id, Opened> open(Map<String, List<TrustStore>> stores, Map<TrustStore.Id, Failure> broken) {
        Map<TrustStore.Id, Opened> opened = new LinkedHashMap<>();
        Map<Content, Opened> same = new HashMap<>();
        for (UploadSet set : uploads.all()) {
            for (TrustStore store : stores.get(set.id())) {
                if (opened.containsKey(store.id()) || broken.containsKey(store.id())) {
                    continue;
                }
                try {
                    Opened alike = same.computeIfAbsent(Content.of(store, Set.of()), content -> open(store));
                    opened.put(store.id(), new Opened(store, alike.candidates, alike.after));
                } catch (RuntimeException | StackOverflowError e) {
                    broken.put(store.id(), Failure.of(TRUST_STORES, e));
                }
            }
        }
        return opened;
    }

    private Opened open(TrustStore store) {
        return new Opened(store, IssuerCandidates.of(store.certificates()), searches.after(store, Set.of()));
    }

    private SetFacts facts(UploadSet set, List<TrustStore> stores, Map<TrustStore.Id, Opened> opened) {
        List<TrustStore> usable = usable(stores, opened);
        List<StoreChain> chains = new ArrayList<>();
        if (set.leaf().isEmpty()) {
            return new SetFacts(set, usable, List.of(), Map.of(), Optional.empty());
        }
        try {
            for (TrustStore store : usable) {
                chains.add(new StoreChain(store, path(set.leaf().get(), opened.get(store.id()))));
            }
        } catch (RuntimeException | StackOverflowError e) {
            return new SetFacts(set, usable, List.of(), Map.of(), Optional.of(Failure.of(PATHS, e)));
        }
        try {
            Map<Certificate, Chain> siblings = siblings(set, usable, opened);
            return new SetFacts(set, usable, List.copyOf(chains), siblings, Optional.empty());
        } catch (RuntimeException | StackOverflowError e) {
            return new SetFacts(set, usable, List.copyOf(chains), Map.of(), Optional.of(Failure.of(PATHS, e)));
        }
    }

    private static List<TrustStore> usable(List<TrustStore> stores, Map<TrustStore.Id, Opened> opened) {
        List<TrustStore> usable = new ArrayList<>();
        for (TrustStore store : stores) {
            if (opened.containsKey(store.id())) {
                usable.add(store);
            }
        }
        return List.copyOf(usable);
    }

    private Map<Certificate, Chain> siblings(
            UploadSet set, List<TrustStore> stores, Map<TrustStore.Id, Opened> opened) {
        if (set.deployed().siblings().isEmpty()) {
            return Map.of();
        }
        Map<Certificate, Chain> siblings = new LinkedHashMap<>();
        for (TrustStore store : stores) {
            for (Certificate sibling : set.deployed().siblings()) {
                siblings.put(sibling, path(sibling, opened.get(store.id())));
            }
        }
        return siblings;
    }

    private Chain path(Certificate certificate, Opened store) {
        return searches.path(certificate, store.candidates, store.after::canHold);
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
        Map<TrustStore.Id, StoreFacts> facts = new HashMap<>();
        Map<Content, StoreFacts> same = new HashMap<>();
        for (Map.Entry<TrustStore.Id, Opened> entry : opened.entrySet()) {
            TrustStore.Id id = entry.getKey();
            Opened store = entry.getValue();
            Content content = Content.of(store.store, needed.getOrDefault(id, Set.of()));
            try {
                StoreFacts its = same.computeIfAbsent(content, c -> storeFacts(store, c.needed));
                facts.put(id, its.with(signedBy(store, its.after(), sets)));
            } catch (RuntimeException | StackOverflowError e) {
                broken.put(id, Failure.of(TRUST_STORES, e));
                facts.put(id, StoreFacts.of(store.store, store.after, content.needed));
            }
        }
        return facts;
    }

    private StoreFacts storeFacts(Opened store, Set<Certificate> needed) {
        return StoreFacts.of(store.store, searches.after(store.store, needed), needed);
    }

    /** Finds signers only if a certificate is replaced, or must be deleted for another. */
    private SignedBy signedBy(Opened opened, StoreAfter after, List<SetFacts> sets) {
        if (!replacesOrKeepsOut(after)) {
            return SignedBy.NOT_ASKED;
        }
        Set<Certificate> certificates = new LinkedHashSet<>(opened.store.certificates());
        for (SetFacts facts : sets) {
            if (facts.stores().stream().anyMatch(opened.store::holdsTheSame)) {
                facts.set().leaf().ifPresent(certificates::add);
            }
        }
        for (SetFacts facts : sets) {
            certificates.addAll(facts.set().deployed().identities());
        }
        certificates.addAll(uploads.leftOver().identities());
        return SignedBy.of(opened.candidates, certificates, signatures);
    }

    private static boolean replacesOrKeepsOut(StoreAfter after) {
        for (Outcome outcome : after.outcomes().values()) {
            if (outcome instanceof Outcome.Replaces || outcome instanceof Outcome.KeptOut) {
                return true;
            }
        }
        return false;
    }
}

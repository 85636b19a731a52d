package io.github.cucmcerts.trust;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.Name;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.upload.UploadSet;
import io.github.cucmcerts.upload.Uploads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All that a rule may look at. */
public final class Facts {
    private static final StoreAfter NOTHING = new StoreAfter(Map.of(), Set.of());

    private static final String TRUST_STORES = "trust stores";
    private static final String PATHS = "certification paths";

    private final Inventory inventory;
    private final Uploads uploads;
    private final Cluster cluster;
    private final ChangeWindow window;
    private final Duration expiryWarning;
    private final Signatures signatures = new Signatures();
    private final Roles roles;
    private final Map<SubjectPublicKey, List<UploadSet>> byKey;
    private final Map<List<Object>, List<UploadSet>> byKeyAndLabel;
    private final Map<Purpose, List<UploadSet>> multiServer;
    private final Map<String, List<UploadSet>> byOwnFile = new HashMap<>();
    private final Map<String, ScannedFile> byPath;
    private Map<Name, List<Certificate>> bySubject;
    private final Map<String, List<StoreChain>> chains;
    /** What could not be worked out of a set, by its id. */
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();

    private final IdentityHashMap<TrustStore, Set<Certificate>> needed = new IdentityHashMap<>();
    private final IdentityHashMap<TrustStore, SignedBy> issued = new IdentityHashMap<>();
    private final IdentityHashMap<TrustStore, StoreAfter> decided = new IdentityHashMap<>();

    /** A part of the check that broke down, and how. */
    public record Failure(String part, String problem) {}

    /** Searches for a leaf's certification path among the certificates in reach. */
    public interface PathSearch {
        Chain find(Certificate leaf, IssuerCandidates reach, Predicate<List<Certificate>> canHold);
    }

    /** Works out what a store holds after the uploads. */
    public interface Storing {
        StoreAfter after(TrustStore store, Set<Certificate> needed);
    }

    /**
     * Works out paths and stores, on all cores.
     *
     * @param expiryWarning how long before its end a certificate's expiry is told, from the end of the window on
     */
    public Facts(Inventory inventory, Uploads uploads, Cluster cluster, ChangeWindow window, Duration expiryWarning) {
        this(
                inventory,
                uploads,
                cluster,
                window,
                expiryWarning,
                signatures -> new PathFinder(signatures, window)::find,
                (store, needed) -> store.after(window, cluster.release(), needed));
    }

    public Facts(
            Inventory inventory,
            Uploads uploads,
            Cluster cluster,
            ChangeWindow window,
            Duration expiryWarning,
            Function<Signatures, PathSearch> paths,
            Storing storing) {
        this.inventory = inventory;
        this.uploads = uploads;
        this.cluster = cluster;
        this.window = window;
        this.expiryWarning = expiryWarning;
        roles = new Roles(inventory, uploads, signatures);
        byPath = inventory.files().stream()
                .collect(Collectors.toMap(ScannedFile::path, file -> file, (one, same) -> one));
        List<UploadSet> ofOneServer = uploads.sets().stream()
                .filter(set -> set.csr().isPresent() && !set.multiServer())
                .toList();
        byKey = ofOneServer.stream()
                .collect(Collectors.groupingBy(set -> set.csr().get().key()));
        byKeyAndLabel = ofOneServer.stream()
                .collect(Collectors.groupingBy(
                        set -> List.of(set.csr().get().key(), set.nodeName().label())));
        multiServer = uploads.sets().stream()
                .filter(UploadSet::multiServer)
                .collect(Collectors.groupingBy(UploadSet::purpose));
        List<UploadSet> all = uploads.all();
        IdentityHashMap<TrustStore, StoreAfter> undecided = new IdentityHashMap<>();
        IdentityHashMap<TrustStore, IssuerCandidates> reaches = new IdentityHashMap<>();
        IdentityHashMap<TrustStore, String> broken = new IdentityHashMap<>();
        for (UploadSet set : all) {
            set.ownCertificates()
                    .map(certificate -> certificate.origin().file())
                    .distinct()
                    .forEach(file -> byOwnFile
                            .computeIfAbsent(file, f -> new ArrayList<>(1))
                            .add(set));
            for (TrustStore store : set.stores()) {
                if (undecided.containsKey(store) || broken.containsKey(store)) {
                    continue;
                }
                try {
                    reaches.put(store, new IssuerCandidates(store.certificates()));
                    undecided.put(store, storing.after(store, Set.of()));
                } catch (RuntimeException | StackOverflowError e) {
                    broken.put(store, String.valueOf(e));
                }
            }
        }
        PathSearch search = paths.apply(signatures);
        chains = all.parallelStream()
                .collect(Collectors.toMap(UploadSet::id, set -> find(set, search, reaches, undecided)));
        all.stream()
                .flatMap(set -> chains(set).stream())
                .forEach(chain -> needed.computeIfAbsent(chain.store(), store -> new HashSet<>())
                        .addAll(chain.chain().authorities()));
        undecided.forEach((store, without) -> {
            try {
                decided.put(store, storing.after(store, neededIn(store)));
            } catch (RuntimeException | StackOverflowError e) {
                decided.put(store, without);
                broken.put(store, String.valueOf(e));
            }
        });
        for (UploadSet set : all) {
            set.stores().stream()
                    .filter(broken::containsKey)
                    .findFirst()
                    .ifPresent(store -> failures.put(set.id(), new Failure(TRUST_STORES, broken.get(store))));
        }
    }

    private List<StoreChain> find(
            UploadSet set,
            PathSearch search,
            IdentityHashMap<TrustStore, IssuerCandidates> reaches,
            IdentityHashMap<TrustStore, StoreAfter> undecided) {
        try {
            return set.leaf().stream()
                    .flatMap(leaf -> set.stores().stream()
                            .filter(undecided::containsKey)
                            .map(store -> new StoreChain(
                                    store, search.find(leaf, reaches.get(store), undecided.get(store)::canHold))))
                    .toList();
        } catch (RuntimeException | StackOverflowError e) {
            failures.put(set.id(), new Failure(PATHS, String.valueOf(e)));
            return List.of();
        }
    }

    /** What could not be worked out of the set, if anything. */
    public Optional<Failure> failure(UploadSet set) {
        return Optional.ofNullable(failures.get(set.id()));
    }

    public Inventory inventory() {
        return inventory;
    }

    /** All certificates of a file. */
    public List<Certificate> certificatesIn(String path) {
        return byPath.get(path).objects().stream()
                .filter(Certificate.class::isInstance)
                .map(Certificate.class::cast)
                .toList();
    }

    /** The single-server sets to check whose CSR has that key. */
    public List<UploadSet> setsOf(SubjectPublicKey key) {
        return byKey.getOrDefault(key, List.of());
    }

    /** Those of them whose node's name begins with that label: all sets of one node are among them. */
    public List<UploadSet> setsOf(SubjectPublicKey key, String label) {
        return byKeyAndLabel.getOrDefault(List.of(key, label), List.of());
    }

    /** The multi-server sets of that purpose. */
    public List<UploadSet> multiServerSets(Purpose purpose) {
        return multiServer.getOrDefault(purpose, List.of());
    }

    /** All certificates of that subject. */
    public synchronized List<Certificate> certificatesOf(Name subject) {
        if (bySubject == null) {
            bySubject = inventory.objects(Certificate.class).collect(Collectors.groupingBy(Certificate::subject));
        }
        return bySubject.getOrDefault(subject, List.of());
    }

    /** The sets in whose own folder that file with certificates lies. */
    public List<UploadSet> holders(String path) {
        return byOwnFile.getOrDefault(path, List.of());
    }

    public Uploads uploads() {
        return uploads;
    }

    public Cluster cluster() {
        return cluster;
    }

    public ChangeWindow window() {
        return window;
    }

    public Duration expiryWarning() {
        return expiryWarning;
    }

    /** Whether the certificate lasts to the end of the window, but not for long after it. */
    public boolean expiresSoon(Certificate certificate) {
        Instant soon = window.end().plus(expiryWarning);
        return !window.endsAfter(certificate.notAfter())
                && !certificate.notAfter().isAfter(soon);
    }

    public Roles roles() {
        return roles;
    }

    public Signatures signatures() {
        return signatures;
    }

    /** The certification path that {@link #storeChain} tells. */
    public Optional<Chain> chain(UploadSet set) {
        return storeChain(set).map(StoreChain::chain);
    }

    /** The same, where the search came to an end of that kind. */
    public <T extends Chain> Optional<T> chain(UploadSet set, Class<T> kind) {
        return chain(set).filter(kind::isInstance).map(kind::cast);
    }

    /**
     * The certification path of the set's leaf in its trust store: the one that fails, where it serves nodes with
     * different stores; nothing where the set has no leaf.
     */
    public Optional<StoreChain> storeChain(UploadSet set) {
        List<StoreChain> all = chains(set);
        return all.stream()
                .filter(chain -> !(chain.chain() instanceof Chain.Good))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** The path of the set's leaf in each of its stores; nothing where it has no leaf. */
    public List<StoreChain> chains(UploadSet set) {
        return chains.get(set.id());
    }

    /** The CA certificates of the set's paths, each once: from the leaf's issuer to the root. */
    public List<Certificate> authorities(UploadSet set) {
        return chains(set).stream()
                .flatMap(chain -> chain.chain().authorities().stream())
                .distinct()
                .toList();
    }

    /** What the store holds after the uploads of all sets; nothing where that could not be worked out. */
    public StoreAfter after(TrustStore store) {
        return decided.getOrDefault(store, NOTHING);
    }

    /** What that certificate's key signed: of the store, of the leaves that use it, and of what the nodes serve today. */
    public List<Certificate> signedBy(Certificate authority, TrustStore store) {
        synchronized (issued) {
            return issued.computeIfAbsent(store, it -> new SignedBy(it, uploads, signatures))
                    .by(authority);
        }
    }

    /** The CA certificates of all paths that go by that store. */
    public Set<Certificate> neededIn(TrustStore store) {
        return needed.getOrDefault(store, Set.of());
    }
}

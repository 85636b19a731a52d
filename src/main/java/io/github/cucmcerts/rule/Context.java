package io.github.cucmcerts.rule;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.path.Chain;
import io.github.cucmcerts.path.PathFinder;
import io.github.cucmcerts.path.Signatures;
import io.github.cucmcerts.upload.TrustStore;
import io.github.cucmcerts.upload.UploadSet;
import io.github.cucmcerts.upload.Uploads;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All that a rule may look at. */
public final class Context {
    private final Inventory inventory;
    private final Uploads uploads;
    private final Cluster cluster;
    private final Signatures signatures = new Signatures();
    private final PathFinder paths;
    private final Roles roles;
    private final Map<String, List<Chain>> chains = new ConcurrentHashMap<>();

    public Context(Inventory inventory, Uploads uploads, Cluster cluster, ChangeWindow window) {
        this.inventory = inventory;
        this.uploads = uploads;
        this.cluster = cluster;
        roles = new Roles(uploads, signatures);
        paths = new PathFinder(signatures, window);
    }

    public Inventory inventory() {
        return inventory;
    }

    public Uploads uploads() {
        return uploads;
    }

    public Cluster cluster() {
        return cluster;
    }

    public Roles roles() {
        return roles;
    }

    public Signatures signatures() {
        return signatures;
    }

    /**
     * The certification path of the set's leaf in the trust store: the one that fails, where it serves nodes with
     * different stores; nothing where the set has no leaf.
     */
    public Optional<Chain> chain(UploadSet set) {
        List<Chain> all = chains(set);
        return all.stream()
                .filter(chain -> !(chain instanceof Chain.Good))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** The certificates that some upload set's path needs. */
    public boolean isInSomePath(Certificate certificate) {
        return uploads.sets().stream()
                .flatMap(set -> chains(set).stream())
                .anyMatch(chain -> chain.path().contains(certificate));
    }

    private List<Chain> chains(UploadSet set) {
        return chains.computeIfAbsent(
                set.id(),
                id -> set.leaf().stream()
                        .flatMap(leaf -> set.stores().stream()
                                .map(TrustStore::certificates)
                                .map(reach -> paths.find(leaf, reach)))
                        .toList());
    }
}

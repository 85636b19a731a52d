package io.github.cucmcerts.trust;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.Name;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.upload.Exports;
import io.github.cucmcerts.upload.Grouped;
import io.github.cucmcerts.upload.NodeExport;
import io.github.cucmcerts.upload.UploadSet;
import io.github.cucmcerts.upload.Uploads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that a rule may use, computed once before any rule runs. */
public record Facts(
        Inventory inventory,
        Exports exports,
        Uploads uploads,
        Situation situation,
        SetIndex setIndex,
        CertificateIndex certificateIndex,
        Signatures signatures,
        Roles roles,
        Map<String, SetFacts> sets,
        Map<TrustStore.Id, StoreFacts> stores,
        Map<TrustStore.Id, List<CertificateFile>> sharedFiles,
        Set<Origin> needed,
        PortChecks portChecks) {

    public static Facts of(Inventory inventory, Grouped grouped, Situation situation) {
        Signatures signatures = new Signatures();
        return of(inventory, grouped, situation, signatures, Searches.of(signatures, situation));
    }

    public static Facts of(
            Inventory inventory, Grouped grouped, Situation situation, Signatures signatures, Searches searches) {
        Uploads uploads = grouped.uploads();
        FactFinder.Found found = FactFinder.find(grouped, situation.cluster(), signatures, searches);
        SetIndex setIndex = SetIndex.of(uploads);
        CertificateIndex certificateIndex = CertificateIndex.of(inventory);
        return new Facts(
                inventory,
                grouped.exports(),
                uploads,
                situation,
                setIndex,
                certificateIndex,
                signatures,
                Roles.of(inventory, uploads, signatures),
                found.sets(),
                found.stores(),
                SharedFiles.of(found.sets().values(), setIndex, certificateIndex),
                needed(found.stores().values()),
                PortChecks.NONE);
    }

    /** The same facts, and what the nodes serve. */
    public Facts with(PortChecks seen) {
        return new Facts(
                inventory,
                exports,
                uploads,
                situation,
                setIndex,
                certificateIndex,
                signatures,
                roles,
                sets,
                stores,
                sharedFiles,
                needed,
                seen);
    }

    /** The origins of the CA certificates in all paths. */
    private static Set<Origin> needed(Collection<StoreFacts> stores) {
        Set<Origin> needed = new HashSet<>();
        for (StoreFacts store : stores) {
            for (Certificate authority : store.needed()) {
                needed.add(authority.origin());
            }
        }
        return needed;
    }

    public Cluster cluster() {
        return situation.cluster();
    }

    public ChangeWindow window() {
        return situation.window();
    }

    /** What failed for the set, if anything. */
    public Optional<Failure> failure(UploadSet set) {
        return sets.get(set.id()).failure();
    }

    /** The trust stores that the set's certificate meets: one for each node that it serves. */
    public List<TrustStore> stores(UploadSet set) {
        return sets.get(set.id()).stores();
    }

    /** The path of the set's leaf in each of its stores; empty if it has no leaf. */
    public List<StoreChain> chains(UploadSet set) {
        return sets.get(set.id()).chains();
    }

    /**
     * The certification path of the set's leaf in its trust store. If the set serves nodes with different stores, a
     * path that fails, if any; empty if the set has no leaf.
     */
    public Optional<StoreChain> storeChain(UploadSet set) {
        for (StoreChain chain : chains(set)) {
            if (!(chain.chain() instanceof Chain.Good)) {
                return Optional.of(chain);
            }
        }
        return chains(set).stream().findFirst();
    }

    /** The certification path of {@link #storeChain}. */
    public Optional<Chain> chain(UploadSet set) {
        return storeChain(set).map(StoreChain::chain);
    }

    /** The same path, if the search ended with that kind of result. */
    public <T extends Chain> Optional<T> chain(UploadSet set, Class<T> kind) {
        return chain(set).filter(kind::isInstance).map(kind::cast);
    }

    /** The path of each deployed certificate of the set's -ECDSA sibling that stays; empty if the set has no leaf. */
    public Map<Certificate, Chain> siblingChains(UploadSet set) {
        return sets.get(set.id()).siblings();
    }

    /** The CA certificates of the set's paths, each once, from the leaf's issuer to the root. */
    public List<Certificate> authorities(UploadSet set) {
        Set<Certificate> authorities = new LinkedHashSet<>();
        for (StoreChain chain : chains(set)) {
            authorities.addAll(chain.chain().authorities());
        }
        return new ArrayList<>(authorities);
    }

    /** The exports that list the whole content of a set's store; if it replicates, the exports of any node that has it. */
    public List<NodeExport> telling(TrustStore store, UploadSet set) {
        boolean replicates = set.purpose().storeReplicates();
        return exports.nodes().stream()
                .filter(export -> export.tellsAllOf(store.name())
                        && export.holdsFor(set.slot())
                        && (replicates ? has(set.purpose(), export.name()) : export.isOf(store.node())))
                .toList();
    }

    /** An IM and Presence node has no CallManager-trust: its exports list none, whatever the other nodes have. */
    private boolean has(Purpose purpose, NodeName node) {
        return purpose.runsOn() != Purpose.RunsOn.WITHOUT_PRESENCE || !cluster().isPresence(node);
    }

    /** The content of a set's store after the uploads of all sets. */
    public StoreAfter after(TrustStore store) {
        return stores.get(store.id()).after();
    }

    /** The certificates of the store, deployed or accepted, that share their common name with others. */
    public List<Namesakes> namesakes(TrustStore store) {
        return stores.get(store.id()).namesakes();
    }

    /** The CA certificates of all paths that use the store. */
    public Set<Certificate> neededIn(TrustStore store) {
        return stores.get(store.id()).needed();
    }

    /** The certificates offered to the store that no path needs and that it will not hold. */
    public List<Certificate> notTaken(TrustStore store) {
        return stores.get(store.id()).notTaken();
    }

    /** The certificates offered to the store that replace deployed ones. */
    public List<Certificate> replacing(TrustStore store) {
        return stores.get(store.id()).replacing();
    }

    /** The files with CA certificates for the store that are not in a set's own folder; by path. */
    public List<CertificateFile> sharedFiles(TrustStore store) {
        return sharedFiles.get(store.id());
    }

    /** Whether a path in any store needs the CA certificate from this file; another file may have a copy. */
    public boolean isNeeded(Certificate authority) {
        return needed.contains(authority.origin());
    }

    /**
     * What the key of a certificate deployed to the store signed: certificates in the store, leaves that use it, and
     * certificates that the nodes serve today.
     */
    public List<Certificate> signedBy(Certificate authority, TrustStore store) {
        return stores.get(store.id()).signed().by(authority);
    }

    /** The single-server sets to check whose CSR has that key. */
    public List<UploadSet> setsOf(SubjectPublicKey key) {
        return setIndex.byKey().getOrDefault(key, List.of());
    }

    /** Those among them whose node's name begins with that label; all sets of one node are among them. */
    public List<UploadSet> setsOf(SubjectPublicKey key, String label) {
        return setIndex.byKeyAndLabel().getOrDefault(List.of(key, label), List.of());
    }

    /** The multi-server sets to check for that purpose that may serve the node, that is, with a node of its label. */
    public List<UploadSet> multiServerSets(Purpose purpose, NodeName node) {
        return setIndex.multiServer().getOrDefault(List.of(purpose, node.label()), List.of());
    }

    /** The single-server sets to check for that purpose that may be the node's, that is, with its label. */
    public List<UploadSet> singleServerSets(Purpose purpose, NodeName node) {
        return setIndex.singleServer().getOrDefault(List.of(purpose, node.label()), List.of());
    }

    /** Whether it is the leaf of a set. */
    public boolean isLeaf(Certificate certificate) {
        return setIndex.leaves().contains(certificate);
    }

    /** The sets whose own folder contains that file with certificates. */
    public List<UploadSet> holders(String path) {
        return setIndex.byFile().getOrDefault(path, List.of());
    }

    /** All certificates with that subject. */
    public List<Certificate> certificatesOf(Name subject) {
        return certificateIndex.bySubject().getOrDefault(subject, List.of());
    }

    /** All certificates in a file. */
    public List<Certificate> certificatesIn(String path) {
        return certificateIndex.byFile().getOrDefault(path, List.of());
    }
}

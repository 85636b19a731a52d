package io.github.cucmcerts.report;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.report.CertificateRow.Status;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Outcome;
import io.github.cucmcerts.trust.Role;
import io.github.cucmcerts.trust.TrustStore;
import io.github.cucmcerts.upload.Filed;
import io.github.cucmcerts.upload.Nodes;
import io.github.cucmcerts.upload.Place;
import io.github.cucmcerts.upload.UploadSet;
import io.github.cucmcerts.upload.Uploads.Held;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Lists the certificates that are offered or deployed: one row for each place, with all nodes that have it there. */
final class CertificateList {
    private static final long SECONDS_OF_DAY = 86_400;

    /** What a row describes. */
    private record Key(Certificate certificate, Status status, boolean inStore, String place) {}

    private final Report report;
    private final Facts facts;
    private final Map<Key, Set<String>> nodes = new LinkedHashMap<>();

    private CertificateList(Report report) {
        this.report = report;
        facts = report.facts();
    }

    /** The rows, the earliest expiry first. */
    static List<CertificateRow> of(Report report) {
        CertificateList list = new CertificateList(report);
        Held held = report.facts().uploads().held();
        list.toUpload();
        list.identities(held.identities());
        list.stores();
        list.otherStores(held.trusted());
        return list.rows();
    }

    private void toUpload() {
        for (UploadSet set : report.sets()) {
            if (set.isToBeUploaded()) {
                add(
                        set.leaf().orElseThrow(),
                        Status.TO_BE_UPLOADED,
                        false,
                        set.purpose().label(),
                        nodes(set));
            }
        }
    }

    private void identities(List<Filed<Certificate>> identities) {
        Set<Certificate> stay = new HashSet<>(facts.uploads().leftOver().identities());
        for (UploadSet set : report.sets()) {
            stay.addAll(set.deployed().unreplaced());
        }
        Set<Certificate> listed = new HashSet<>();
        for (Filed<Certificate> identity : identities) {
            Status status = stay.contains(identity.object()) ? Status.DEPLOYED : Status.REPLACED;
            add(identity.object(), status, false, identity.purpose().label(), node(identity));
            listed.add(identity.object());
        }
        for (UploadSet set : report.sets()) {
            if (set.isDeployed() && !listed.contains(set.leaf().orElseThrow())) {
                add(
                        set.leaf().orElseThrow(),
                        Status.DEPLOYED,
                        false,
                        set.purpose().label(),
                        nodes(set));
            }
        }
    }

    private void stores() {
        Set<TrustStore.Id> seen = new HashSet<>();
        for (UploadSet set : report.sets()) {
            for (TrustStore store : facts.stores(set)) {
                if (seen.add(store.id())) {
                    store(store, set.purpose());
                }
            }
        }
    }

    private void store(TrustStore store, Purpose purpose) {
        List<String> its = purpose.storeReplicates() ? CertificateRow.ALL_NODES : node(store.node());
        Set<Certificate> deployed = Set.copyOf(store.deployed());
        for (Certificate certificate : store.certificates()) {
            add(certificate, status(certificate, store, deployed), true, store.name(), its);
        }
    }

    private Status status(Certificate certificate, TrustStore store, Set<Certificate> deployed) {
        Outcome outcome = facts.after(store).outcome(certificate);
        if (deployed.contains(certificate)) {
            return outcome instanceof Outcome.Displaced ? Status.REPLACED : Status.DEPLOYED;
        }
        if (outcome instanceof Outcome.Added || outcome instanceof Outcome.Replaces) {
            return facts.neededIn(store).contains(certificate) ? Status.TO_BE_UPLOADED : Status.NOT_NEEDED;
        }
        return Status.NOT_ACCEPTED;
    }

    /** Adds what is deployed to stores that no upload set uses, and the identity certificates that no rule checks. */
    private void otherStores(List<Filed<Certificate>> trusted) {
        Set<Certificate> inStores = new HashSet<>();
        for (Key key : nodes.keySet()) {
            if (key.inStore) {
                inStores.add(key.certificate);
            }
        }
        for (Filed<Certificate> filed : trusted) {
            Certificate certificate = filed.object();
            Optional<Purpose> identity = filed.place().unusedIdentity();
            if (identity.isPresent()) {
                add(certificate, Status.DEPLOYED, false, identity.get().label(), node(filed));
                continue;
            }
            String store = storeName(filed);
            boolean isListed = store.equals(CertificateRow.EVERY_STORE)
                    ? inStores.contains(certificate)
                    : isListed(certificate, store, filed.place().node());
            if (!isListed && !facts.isLeaf(certificate)) {
                boolean replicates =
                        filed.place().purpose().filter(Purpose::storeReplicates).isPresent();
                add(certificate, Status.DEPLOYED, true, store, replicates ? CertificateRow.ALL_NODES : node(filed));
            }
        }
    }

    /** Whether the list has the certificate in that store on that node. The last folder, if there is one, names the node. */
    private boolean isListed(Certificate certificate, String store, List<String> folders) {
        for (Status status : List.of(Status.DEPLOYED, Status.REPLACED)) {
            Set<String> its = nodes.get(new Key(certificate, status, true, store));
            if (its != null
                    && (its.isEmpty()
                            || folders.isEmpty()
                            || its.containsAll(CertificateRow.ALL_NODES)
                            || its.stream().anyMatch(node -> lastOf(node).sameAs(Nodes.last(folders))))) {
                return true;
            }
        }
        return false;
    }

    /** The node's own name, without the folders above it. */
    static NodeName lastOf(String node) {
        return new NodeName(node.substring(node.lastIndexOf('/') + 1));
    }

    private static String storeName(Filed<Certificate> filed) {
        Place place = filed.place();
        if (place.foreignStore()) {
            return place.folders().stream()
                    .filter(folder -> folder.toLowerCase(Locale.ROOT).endsWith("-trust"))
                    .reduce((first, last) -> last)
                    .orElse(CertificateRow.EVERY_STORE);
        }
        return place.purpose().map(Purpose::trustStore).orElse(CertificateRow.EVERY_STORE);
    }

    /** The nodes that use the set's certificate. */
    static List<String> nodes(UploadSet set) {
        if (!set.served().isEmpty()) {
            List<String> names = new ArrayList<>();
            for (NodeName node : set.served()) {
                names.add(node.value());
            }
            return List.copyOf(names);
        }
        return node(set.node().isEmpty() ? set.ownNode().value() : set.node());
    }

    private static List<String> node(Filed<Certificate> filed) {
        return node(String.join("/", filed.place().node()));
    }

    private static List<String> node(String name) {
        return name.isEmpty() ? List.of() : List.of(name);
    }

    private void add(Certificate certificate, Status status, boolean inStore, String place, Collection<String> its) {
        nodes.computeIfAbsent(new Key(certificate, status, inStore, place), key -> new TreeSet<>())
                .addAll(its);
    }

    private List<CertificateRow> rows() {
        Instant end = facts.window().end();
        List<CertificateRow> rows = new ArrayList<>();
        for (Map.Entry<Key, Set<String>> entry : nodes.entrySet()) {
            Key key = entry.getKey();
            rows.add(new CertificateRow(
                    report.language(),
                    key.certificate,
                    key.status,
                    key.inStore,
                    key.place,
                    List.copyOf(entry.getValue()),
                    key.inStore ? facts.roles().of(key.certificate) : Role.LEAF,
                    Math.floorDiv(ChronoUnit.SECONDS.between(end, key.certificate.notAfter()), SECONDS_OF_DAY)));
        }
        rows.sort(Comparator.comparing((CertificateRow row) -> row.certificate().notAfter())
                .thenComparing(CertificateRow::inStore)
                .thenComparing(CertificateRow::place)
                .thenComparing(row -> row.nodes().toString())
                .thenComparing(row -> row.certificate().subject().toString())
                .thenComparing(row -> row.certificate().sha256())
                .thenComparing(CertificateRow::status));
        return List.copyOf(rows);
    }
}

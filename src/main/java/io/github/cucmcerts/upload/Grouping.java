package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.CommonName;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.trust.Stores;
import io.github.cucmcerts.upload.Filing.Filed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Groups the objects of a directory into upload sets. */
public final class Grouping {
    private final Cluster cluster;
    private final Filing filing;
    private final Slotting.Slots slots;
    private final Nodes nodes;
    private final ServerNames names;
    private final Deployed deployed;
    private final Map<SubjectPublicKey, List<Slot>> askedBy = new HashMap<>();
    private final Map<SubjectPublicKey, List<Certificate>> leavesByKey = new HashMap<>();
    private final Map<Slot, Match> matches = new LinkedHashMap<>();
    private final Map<Slot, Distribution> distributions = new HashMap<>();
    private final Stores stores;

    private Grouping(Inventory inventory, Cluster cluster) {
        this.cluster = cluster;
        filing = new Filing(inventory);
        slots = Slotting.of(filing, cluster);
        names = slots.names();
        nodes = new Nodes(slots.all().stream().map(slot -> slot.node));
        deployed = new Deployed(filing, nodes);
        for (Slot slot : slots.all()) {
            slot.csrs.forEach(csr ->
                    askedBy.computeIfAbsent(csr.key(), key -> new ArrayList<>()).add(slot));
            slot.leafLike.forEach(leaf -> leavesByKey
                    .computeIfAbsent(leaf.key(), key -> new ArrayList<>())
                    .add(leaf));
        }
        for (Slot slot : slots.all()) {
            Match match = Match.of(choice(slot));
            matches.put(slot, match);
            distributions.put(
                    slot,
                    distribution(
                            slot.purpose, match.csr().<NamedKey>map(csr -> csr).or(slot::request)));
        }
        stores = new Stores(filing, nodes, cluster, targets(), leaves());
    }

    /**
     * The upload sets of the directory.
     *
     * @param purposes the purposes to judge; all where empty
     */
    public static Uploads of(Inventory inventory, Cluster cluster, Set<Purpose> purposes) {
        Grouping grouping = new Grouping(inventory, cluster);
        Map<Optional<Slot>, List<Certificate>> unreplaced = grouping.unreplaced(purposes);
        Map<Boolean, List<UploadSet>> sets = grouping.slots.all().stream()
                .map(slot -> grouping.set(slot, unreplaced.getOrDefault(Optional.of(slot), List.of())))
                .collect(Collectors.partitioningBy(set -> purposes.isEmpty() || purposes.contains(set.purpose())));
        Map<SubjectPublicKey, Uploads.Filed> csrsByKey = grouping.csrsByKey();
        return new Uploads(
                sets.get(true),
                sets.get(false),
                csrsByKey,
                grouping.slots.withoutPurpose(),
                grouping.overlooked(csrsByKey.keySet()),
                unreplaced.getOrDefault(Optional.<Slot>empty(), List.of()),
                Optional.empty());
    }

    private Distribution distribution(Purpose purpose, Optional<NamedKey> request) {
        return Distribution.of(purpose, request, cluster, names::isFolder);
    }

    private Target target(Slot slot) {
        return new Target(slot, distributions.get(slot).served());
    }

    private List<Target> targets() {
        return slots.all().stream().map(this::target).toList();
    }

    private Match.Choice choice(Slot slot) {
        Target target = holders(slot, distribution(slot.purpose, slot.request()));
        Set<Certificate> identities = deployed.identities(target);
        List<Csr> held = deployed.csrs(target);
        List<Csr> ofOwnNode = deployed.csrs(new Target(slot, List.of()));
        // the single-server CSR of a node that a multi-server set serves is not the CSR of that set
        List<Csr> open = open(held, identities).stream()
                .filter(csr -> ofOwnNode.contains(csr)
                        || distribution(slot.purpose, Optional.of(csr)).multiServer())
                .toList();
        // a CSR that only the deployed identity of all nodes answers is paired with that
        Stream<Pair> ofIdentities = slot.csrs.stream()
                .flatMap(csr -> identities.stream()
                        .filter(identity -> identity.key().equals(csr.key()) && deployed.serve(target, identity))
                        .map(identity -> new Pair(csr, identity)));
        Stream<Pair> ofHeld = open.stream()
                .flatMap(csr -> Stream.concat(
                                slot.certificates()
                                        .filter(certificate -> certificate.key().equals(csr.key())),
                                leavesByKey.getOrDefault(csr.key(), List.of()).stream())
                        .map(leaf -> new Pair(csr, leaf)));
        Stream<Pair> ofOthers = slot.leafLike.stream()
                .filter(leaf -> slot.csrs.stream().noneMatch(csr -> csr.key().equals(leaf.key())))
                .flatMap(leaf -> lent(slot, held, leaf).stream().map(csr -> new Pair(csr, leaf)));
        List<Pair> pairs = Stream.of(slot.pairs(), ofIdentities, ofHeld, ofOthers)
                .flatMap(these -> these)
                .distinct()
                .sorted(Pair.NEWEST_FIRST)
                .toList();
        Set<Certificate> paired = pairs.stream().map(Pair::leaf).collect(Collectors.toSet());
        List<Certificate> strays =
                slot.leafLike.stream().filter(leaf -> !paired.contains(leaf)).toList();
        return new Match.Choice(slot.csrs, strays, pairs, open, identities);
    }

    /** The CSRs that no identity has answered yet. */
    private static List<Csr> open(List<Csr> held, Set<Certificate> identities) {
        return held.stream()
                .filter(csr ->
                        identities.stream().noneMatch(identity -> identity.key().equals(csr.key())))
                .toList();
    }

    /**
     * The servers whose deployed files count for the slot. Where only its names say that it is for several nodes, that is its own
     * node, and without a folder the one that it is called after.
     */
    private static Target holders(Slot slot, Distribution distribution) {
        if (!distribution.guessed()) {
            return new Target(slot, distribution.served());
        }
        List<NodeName> named = slot.node.isEmpty()
                ? slot.request().flatMap(request -> request.subject().commonName()).stream()
                        .map(name -> new CommonName(name).node())
                        .toList()
                : List.of();
        return new Target(slot, named);
    }

    private Target holders(Slot slot) {
        return holders(slot, distributions.get(slot));
    }

    /**
     * The CSR that is the slot's although it lies elsewhere: in another folder of its node; in {@code deployed/}; with a
     * multi-server set that serves the node; for CallManager also that of tomcat's multi-server set, which it can use from
     * release 14 on (document 221070).
     */
    private Optional<Csr> lent(Slot slot, List<Csr> held, Certificate leaf) {
        Optional<Csr> deployedCsr =
                held.stream().filter(csr -> csr.key().equals(leaf.key())).findFirst();
        if (deployedCsr.isPresent()) {
            return deployedCsr;
        }
        for (Slot other : askedBy.getOrDefault(leaf.key(), List.of())) {
            for (Csr csr : other.csrs) {
                if (csr.key().equals(leaf.key()) && lends(other, csr, slot)) {
                    return Optional.of(csr);
                }
            }
        }
        return Optional.empty();
    }

    private boolean lends(Slot lender, Csr csr, Slot borrower) {
        boolean samePurpose = lender.purpose == borrower.purpose;
        boolean sameNode = nodes.same(lender.node, borrower.node);
        if (samePurpose && sameNode) {
            return true;
        }
        if (!samePurpose && !isReused(lender.purpose, borrower.purpose)) {
            return false;
        }
        Distribution distribution = distribution(lender.purpose, Optional.of(csr));
        return distribution.multiServer()
                && (sameNode || new Target(lender, distribution.served()).serves(borrower.node));
    }

    private boolean isReused(Purpose tomcat, Purpose callManager) {
        boolean canReuse = cluster.release().map(Release::isFrom14).orElse(true);
        return canReuse
                && (tomcat == Purpose.TOMCAT && callManager == Purpose.CALL_MANAGER
                        || tomcat == Purpose.TOMCAT_ECDSA && callManager == Purpose.CALL_MANAGER_ECDSA);
    }

    /** Every CSR by its key, those of {@code deployed/} after the others. */
    private Map<SubjectPublicKey, Uploads.Filed> csrsByKey() {
        Map<SubjectPublicKey, Uploads.Filed> csrs = new LinkedHashMap<>();
        for (Slot slot : slots.all()) {
            slot.csrs.forEach(csr -> csrs.putIfAbsent(csr.key(), new Uploads.Filed(csr, slot.id)));
        }
        for (Filed<Csr> filed : filing.csrs) {
            if (filed.place().deployed()) {
                String id = Slot.id(filed.place().node(), filed.purpose().label());
                csrs.putIfAbsent(filed.object().key(), new Uploads.Filed(filed.object(), id));
            }
        }
        return csrs;
    }

    /** The certificates that belong to no set, though they answer a CSR, or are neither a CA's nor anybody's issuer. */
    private List<Certificate> overlooked(Set<SubjectPublicKey> asked) {
        Set<NamedKey> filed = new HashSet<>();
        slots.all().forEach(slot -> filed.addAll(slot.own));
        return filing.certificates.stream()
                .filter(each -> !each.place().deployed() && !filed.contains(each.object()))
                .filter(each -> asked.contains(each.object().key()) || filing.looksLikeLeaf(each))
                .map(Filed::object)
                .toList();
    }

    /** The deployed identities that no set brings another for, by the set that they are told on; none where there is none. */
    private Map<Optional<Slot>, List<Certificate>> unreplaced(Set<Purpose> purposes) {
        Map<Filed<Certificate>, List<Target>> owners =
                deployed.owners(slots.all().stream().map(this::holders).toList());
        return deployed.identities()
                .filter(filed -> purposes.isEmpty() || purposes.contains(filed.purpose()))
                .filter(filed -> owners.get(filed).stream().noneMatch(this::brings))
                .collect(Collectors.groupingBy(
                        filed -> owners.get(filed).stream().map(Target::slot).findFirst(),
                        Collectors.mapping(Filed::object, Collectors.toList())));
    }

    private boolean brings(Target target) {
        return matches.get(target.slot()).leaf().isPresent() && !isDeployed(target.slot());
    }

    /** Whether every node that has an identity serves the leaf; where names only guess that it is for several, its own node. */
    private boolean isDeployed(Slot slot) {
        Optional<Certificate> leaf = matches.get(slot).leaf();
        if (leaf.isEmpty()) {
            return false;
        }
        return deployed.serve(holders(slot), leaf.get()) || deployed.serve(target(slot), leaf.get());
    }

    private Set<Certificate> leaves() {
        Set<Certificate> leaves =
                deployed.identities().map(Filed::object).collect(Collectors.toCollection(HashSet::new));
        matches.forEach((slot, match) -> {
            match.leaf().ifPresent(leaves::add);
            match.history().forEach(pair -> leaves.add(pair.leaf()));
            leaves.addAll(deployed.identities(holders(slot)));
        });
        return leaves;
    }

    private UploadSet set(Slot slot, List<Certificate> unreplaced) {
        Match match = matches.get(slot);
        Set<Certificate> identities = deployed.identities(holders(slot));
        return new UploadSet(
                slot.id,
                String.join("/", slot.node),
                slot.purpose,
                distributions.get(slot),
                match.csr(),
                match.unanswered(),
                match.leaf(),
                match.rivals(),
                match.history(),
                List.copyOf(slot.own),
                stores.of(slot),
                List.copyOf(identities),
                unreplaced,
                open(deployed.csrs(holders(slot)), identities),
                isDeployed(slot));
    }
}

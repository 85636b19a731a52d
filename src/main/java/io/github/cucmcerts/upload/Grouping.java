package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.upload.Uploads.Held;
import io.github.cucmcerts.upload.Uploads.LeftOver;
import io.github.cucmcerts.upload.Uploads.OwnedCsr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Groups the objects of a directory into upload sets. */
public final class Grouping {
    /** The key for deployed identities whose nodes have no set. */
    private static final String NO_SET = "";

    private Grouping() {}

    /**
     * The upload sets of the directory. Each step uses the result of the step before it: objects with their places, the
     * nodes whose files are together, slots, the objects that belong together in each slot, sets.
     *
     * @param purposes the purposes to check; if empty, all
     */
    public static Grouped of(Inventory inventory, Cluster cluster, Set<Purpose> purposes) {
        Exports exports = Exports.of(inventory, cluster);
        Filing filing = Filing.of(inventory, exports);
        Spots spots = Spots.of(filing, cluster);
        List<Assignment> assignments = Slotting.of(filing, spots, cluster);
        List<Slot> slots = Slot.of(assignments);
        Nodes nodes = nodes(slots);
        Deployed deployed = Deployed.of(filing, nodes);
        List<Matched> matched = Matching.of(slots, deployed, cluster, spots.names()::isFolder);
        Map<Filed<Certificate>, List<String>> unreplaced = unreplaced(matched, deployed);
        Map<String, List<Certificate>> bySet = bySet(unreplaced, purposes);

        List<UploadSet> sets = new ArrayList<>();
        List<UploadSet> leftOut = new ArrayList<>();
        for (Matched its : matched) {
            UploadSet set = set(its, deployed, bySet.getOrDefault(its.slot().id(), List.of()), unreplaced.keySet());
            (purposes.isEmpty() || purposes.contains(set.purpose()) ? sets : leftOut).add(set);
        }
        Map<SubjectPublicKey, OwnedCsr> csrs = csrsByKey(slots, filing);
        LeftOver leftOver = new LeftOver(
                withoutPurpose(assignments),
                overlooked(filing, slots, csrs.keySet()),
                bySet.getOrDefault(NO_SET, List.of()));
        Held held = held(filing, deployed, purposes);
        Uploads uploads = new Uploads(List.copyOf(sets), List.copyOf(leftOut), leftOver, held, csrs, Optional.empty());
        return new Grouped(uploads, filing, nodes, identities(deployed), exports);
    }

    private static Nodes nodes(List<Slot> slots) {
        List<List<String>> paths = new ArrayList<>();
        for (Slot slot : slots) {
            paths.add(slot.node());
        }
        return Nodes.of(paths);
    }

    private static UploadSet set(
            Matched matched, Deployed deployed, List<Certificate> unreplaced, Set<Filed<Certificate>> allUnreplaced) {
        Set<Certificate> identities = deployed.identities(matched.holders());
        DeployedState state = new DeployedState(
                List.copyOf(identities),
                unreplaced,
                deployed.siblings(matched.holders(), allUnreplaced),
                Matching.unanswered(deployed.csrs(matched.holders()), identities),
                matched.isDeployed());
        return new UploadSet(matched.slot(), matched.distribution(), matched.match(), state);
    }

    /** The files whose CSR or leaf has no purpose. */
    private static Set<String> withoutPurpose(List<Assignment> assignments) {
        Set<String> files = new TreeSet<>();
        for (Assignment assignment : assignments) {
            if (assignment.as().isInFolder() && assignment.filed().purpose() == Purpose.UNKNOWN) {
                files.add(assignment.filed().object().origin().file());
            }
        }
        return files;
    }

    /** Every CSR by its key; CSRs in {@code deployed/} come last. */
    private static Map<SubjectPublicKey, OwnedCsr> csrsByKey(List<Slot> slots, Filing filing) {
        Map<SubjectPublicKey, OwnedCsr> csrs = new LinkedHashMap<>();
        for (Slot slot : slots) {
            for (Csr csr : slot.csrs()) {
                csrs.putIfAbsent(csr.key(), new OwnedCsr(csr, slot.id()));
            }
        }
        for (Filed<Csr> filed : filing.csrs()) {
            if (filed.place().deployed() && !filed.place().foreignStore()) {
                String set = SlotKey.of(filed.place().node(), filed.purpose()).id();
                csrs.putIfAbsent(filed.object().key(), new OwnedCsr(filed.object(), set));
            }
        }
        return csrs;
    }

    /**
     * The certificates that belong to no set, although they match a CSR, or are neither a CA's nor the issuer of
     * another certificate.
     */
    private static List<Certificate> overlooked(Filing filing, List<Slot> slots, Set<SubjectPublicKey> asked) {
        Set<NamedKey> owned = new HashSet<>();
        for (Slot slot : slots) {
            owned.addAll(slot.own());
        }
        List<Certificate> overlooked = new ArrayList<>();
        for (Filed<Certificate> filed : filing.certificates()) {
            Certificate certificate = filed.object();
            if (!filed.place().deployed()
                    && !owned.contains(certificate)
                    && (asked.contains(certificate.key()) || filing.looksLikeLeaf(filed))) {
                overlooked.add(certificate);
            }
        }
        return overlooked;
    }

    /** The deployed identities that no set replaces, each with the ids of its node's sets. */
    private static Map<Filed<Certificate>, List<String>> unreplaced(List<Matched> matched, Deployed deployed) {
        if (deployed.identities().isEmpty()) {
            return Map.of();
        }
        Set<String> bringing = new HashSet<>();
        List<Target> holders = new ArrayList<>();
        for (Matched its : matched) {
            holders.add(its.holders());
            if (its.brings()) {
                bringing.add(its.slot().id());
            }
        }
        Map<Filed<Certificate>, List<Target>> owners = deployed.owners(holders);
        Map<Filed<Certificate>, List<String>> unreplaced = new LinkedHashMap<>();
        for (Filed<Certificate> identity : deployed.identities()) {
            List<String> ids = owners.get(identity).stream()
                    .map(target -> target.slot().id())
                    .toList();
            if (ids.stream().noneMatch(bringing::contains)) {
                unreplaced.put(identity, ids);
            }
        }
        return unreplaced;
    }

    /** The identities of the purposes to check, by the id of their node's first set. */
    private static Map<String, List<Certificate>> bySet(
            Map<Filed<Certificate>, List<String>> unreplaced, Set<Purpose> purposes) {
        Map<String, List<Certificate>> bySet = new HashMap<>();
        for (Map.Entry<Filed<Certificate>, List<String>> entry : unreplaced.entrySet()) {
            Filed<Certificate> identity = entry.getKey();
            List<String> ids = entry.getValue();
            if (purposes.isEmpty() || purposes.contains(identity.purpose())) {
                bySet.computeIfAbsent(ids.isEmpty() ? NO_SET : ids.get(0), id -> new ArrayList<>())
                        .add(identity.object());
            }
        }
        return bySet;
    }

    /** What the nodes hold for the purposes to check. */
    private static Held held(Filing filing, Deployed deployed, Set<Purpose> purposes) {
        List<Filed<Certificate>> identities = new ArrayList<>();
        List<Filed<Certificate>> trusted = new ArrayList<>();
        for (Filed<Certificate> filed : filing.certificates()) {
            if (filed.place().deployed()
                    && !filed.place().isAside()
                    && (purposes.isEmpty() || purposes.contains(filed.purpose()))) {
                (deployed.identitySet().contains(filed) ? identities : trusted).add(filed);
            }
        }
        return new Held(List.copyOf(identities), List.copyOf(trusted));
    }

    private static Set<Certificate> identities(Deployed deployed) {
        Set<Certificate> identities = new HashSet<>();
        for (Filed<Certificate> identity : deployed.identities()) {
            identities.add(identity.object());
        }
        return identities;
    }
}

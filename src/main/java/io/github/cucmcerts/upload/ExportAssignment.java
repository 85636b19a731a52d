package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.cucm.SystemTrust;
import io.github.cucmcerts.inventory.Export;
import io.github.cucmcerts.inventory.Export.Cause;
import io.github.cucmcerts.inventory.Export.Item;
import io.github.cucmcerts.inventory.Export.Kind;
import io.github.cucmcerts.inventory.Export.Unassigned;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the node of each export, and the purpose or trust store of each part. It guesses nothing. */
final class ExportAssignment {
    /** Something that a node has exactly once: a certificate or a CSR for one purpose. */
    private record Single(List<String> node, List<String> scope, Purpose purpose, Kind kind) {}

    private final Inventory inventory;
    private final Cluster cluster;
    private final ExportNodes known;
    private final List<NodeExport> nodes = new ArrayList<>();
    private final List<NodeExport> strangers = new ArrayList<>();
    private final List<Unassigned> unassigned = new ArrayList<>();
    private final Map<Origin, Place> places = new HashMap<>();
    private final Map<Single, Map<NamedKey, List<Origin>>> singles = new LinkedHashMap<>();

    ExportAssignment(Inventory inventory, Cluster cluster) {
        this.inventory = inventory;
        this.cluster = cluster;
        known = ExportNodes.of(inventory, cluster);
    }

    Exports exports() {
        for (ScannedFile file : inventory.files()) {
            if (file.exports().isEmpty()) {
                continue;
            }
            Place place = Place.of(file.path(), file.shared());
            if (isLaidOut(file, place)) {
                continue;
            }
            for (FileObject object : file.objects()) {
                places.put(object.origin(), Place.aside(place.scope()));
            }
            for (Export export : file.exports()) {
                add(export, place);
            }
        }
        singles.forEach(this::single);
        return new Exports(
                List.copyOf(nodes),
                List.copyOf(strangers),
                known.deployedFolders(),
                List.copyOf(unassigned),
                Map.copyOf(places));
    }

    /**
     * Whether the file's folders say what it contains, and no command or node in it does: someone saved the text of a
     * session there by hand.
     */
    private boolean isLaidOut(ScannedFile file, Place place) {
        return place.isLabeled()
                && file.exports().stream()
                        .allMatch(export -> export.format() == Export.Format.CLI
                                && (export.items().isEmpty() && export.partial().isEmpty()
                                        || known.node(export, place).isEmpty()));
    }

    private void add(Export export, Place file) {
        unassigned.addAll(export.unassigned());
        Optional<List<String>> node = known.node(export, file);
        if (node.isEmpty()) {
            withoutNode(export);
            return;
        }
        Set<String> partial = new HashSet<>();
        export.partial().forEach(store -> partial.add(storeOf(store).toLowerCase(Locale.ROOT)));
        boolean areStoresKnown = export.items().stream()
                .filter(item -> item.kind() == Kind.TRUST)
                .map(Item::unit)
                .allMatch(ExportAssignment::isStore);
        NodeExport found = new NodeExport(
                export.origin(),
                export.format(),
                node.get(),
                export.server().isPresent(),
                file.scope(),
                export.takenAt(),
                export.listsStores()
                        && areStoresKnown
                        && export.partial().stream().allMatch(ExportAssignment::isStore),
                partial);
        if (!cluster.nodes().isEmpty() && !known.isOfCluster(found.name())) {
            strangers.add(found);
            return;
        }
        nodes.add(found);
        Set<String> unknown = new HashSet<>();
        for (Item item : export.items()) {
            if (!isAssigned(item, found) && unknown.add(item.kind() + item.unit())) {
                unassigned.add(new Unassigned(
                        item.object().origin(),
                        Cause.NO_UNIT,
                        item.kind() == Kind.TRUST
                                ? Message.of(
                                        "reason.no-trust-store",
                                        "CUCM has no trust store called {name}, so its content does not count",
                                        "name",
                                        item.unit())
                                : Message.of(
                                        "reason.no-purpose",
                                        "CUCM has no purpose called {name}, so its content does not count",
                                        "name",
                                        item.unit())));
            }
        }
    }

    private void withoutNode(Export export) {
        if (export.server().isPresent()) {
            unassigned.add(new Unassigned(
                    export.origin(),
                    Cause.NO_SERVER,
                    Message.of(
                            "reason.server-no-host",
                            "its server is not a host name, so it is unclear which node it is from")));
        } else if (export.format() == Export.Format.CLI) {
            unassigned.add(
                    new Unassigned(
                            export.origin(),
                            Cause.NO_NODE,
                            Message.of(
                                    "reason.session-without-node",
                                    "neither the session nor its folder or file name names a node, so it is unclear which node it is from")));
        }
    }

    /**
     * Whether CUCM has a purpose or trust store for the item's unit; if the check needs the item, it gets its place.
     */
    private boolean isAssigned(Item item, NodeExport export) {
        if (item.kind() == Kind.REVOKED) {
            return true;
        }
        boolean isStore = item.kind() == Kind.TRUST;
        Origin origin = item.object().origin();
        if (isStore && SystemTrust.isStore(store(item.unit()))) {
            places.put(origin, Place.unused(export.scope(), export.node(), store(item.unit())));
            return true;
        }
        Optional<Purpose> purpose = isStore ? Place.purpose(item.unit()) : Purpose.named(item.unit());
        boolean isSystems = purpose.filter(Set.of(Purpose.ITL_RECOVERY, Purpose.AUTHZ)::contains)
                .isPresent();
        if (purpose.isPresent() && isStore) {
            places.put(
                    origin,
                    isSystems || isCiscos(item.object())
                            ? Place.unused(
                                    export.scope(), export.node(), purpose.get().trustStore())
                            : place(export, purpose.get(), true));
        } else if (isSystems && item.kind() == Kind.IDENTITY) {
            places.put(
                    origin,
                    Place.unused(export.scope(), export.node(), purpose.get().label()));
        } else if (purpose.isPresent() && !isSystems) {
            singles.computeIfAbsent(
                            new Single(Place.folded(export.node()), export.scope(), purpose.get(), item.kind()),
                            single -> new LinkedHashMap<>())
                    .computeIfAbsent(item.object(), same -> new ArrayList<>())
                    .add(origin);
            places.put(origin, place(export, purpose.get(), false));
        }
        return purpose.isPresent();
    }

    private static Place place(NodeExport export, Purpose purpose, boolean isStore) {
        return Place.exported(export.scope(), export.node(), purpose, isStore, export.file());
    }

    /** Several that differ: none counts. Several copies: the first counts. */
    private void single(Single single, Map<NamedKey, List<Origin>> its) {
        Place aside = Place.aside(single.scope());
        List<Origin> firsts = new ArrayList<>();
        its.values().forEach(copies -> {
            firsts.add(copies.get(0));
            copies.subList(1, copies.size()).forEach(copy -> places.put(copy, aside));
        });
        if (firsts.size() == 1) {
            return;
        }
        for (Origin origin : firsts) {
            places.put(origin, aside);
            unassigned.add(new Unassigned(origin, Cause.CONTRADICTION, contradiction(single, firsts.size())));
        }
    }

    private static Message contradiction(Single single, int count) {
        Object[] places = {
            "number", Integer.toString(count), "purpose", single.purpose(), "node", String.join("/", single.node())
        };
        return single.kind() == Kind.CSR
                ? Message.of(
                        "reason.several-csrs",
                        "exports show {number} different CSRs for {purpose} on {node}, which can have only one, so none of them counts",
                        places)
                : Message.of(
                        "reason.several-certificates",
                        "exports show {number} different identity certificates for {purpose} on {node}, which can have only one, so none of them counts",
                        places);
    }

    /** The trust store's name; the REST interface also writes it without its suffix. */
    private static String store(String unit) {
        return Place.isStore(unit) ? unit : unit + Place.TRUST;
    }

    /** The trust store that the unit means; the store of a sibling is the store of the purpose. */
    private static String storeOf(String unit) {
        return Place.purpose(unit).map(Purpose::trustStore).orElse(store(unit));
    }

    private static boolean isStore(String unit) {
        return SystemTrust.isStore(store(unit)) || Place.purpose(unit).isPresent();
    }

    private static boolean isCiscos(NamedKey object) {
        return object.subject().commonName().filter(SystemTrust::isAuthority).isPresent()
                && object.subject().attributes().getOrDefault("O", Set.of()).stream()
                        .anyMatch(organization -> organization.startsWith("Cisco"));
    }
}

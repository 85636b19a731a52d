package io.github.cucmcerts.plan;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.plan.procedure.Where;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.trust.TrustStore;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names the nodes of steps, and sorts them in the order of the change: the publisher first. */
final class StepNodes {
    private static final int MANY = 5;

    private final Cluster cluster;
    private final Language language;
    private final List<NodeName> known;

    StepNodes(Cluster cluster, Language language) {
        this.cluster = cluster;
        this.language = language;
        known = cluster.nodes();
    }

    /** Sorts sets by the order of their nodes. */
    Comparator<UploadSet> order() {
        return Comparator.comparing((UploadSet set) -> rank(set.nodeName())).thenComparing(UploadSet::id);
    }

    private int rank(NodeName node) {
        for (int index = 0; index < known.size(); index++) {
            if (known.get(index).sameAs(node)) {
                return index;
            }
        }
        return known.size();
    }

    /** The node on which to upload the set's certificate. */
    Words of(UploadSet set) {
        return set.multiServer() ? publisher(set.purpose()) : own(set);
    }

    /** The node of the set's folder, or else of its CSR: its names can also have a domain, and CAPF's common name is no node. */
    private Words own(UploadSet set) {
        return set.node().isEmpty()
                ? set.request().stream()
                        .flatMap(request -> request.extensions().san().stream())
                        .flatMap(entry -> entry.host().stream())
                        .filter(host -> set.ownNode().sameAs(new NodeName(host)))
                        .findFirst()
                        .map(this::named)
                        .orElse(language.words("plan.the-node", "the node"))
                : named(set.node());
    }

    /** The name as configured for the cluster, so that a node has only one name in a runbook. */
    private Words named(String path) {
        return Words.code(known.stream()
                .filter(last(path)::sameAs)
                .findFirst()
                .map(NodeName::value)
                .orElse(path));
    }

    Words publisher(Purpose purpose) {
        return cluster.publisher(purpose)
                .map(node -> Words.code(node.value()))
                .orElse(
                        purpose.runsOn() == Purpose.RunsOn.PRESENCE
                                ? language.words("plan.the-presence-publisher", "the IM and Presence publisher")
                                : language.words("plan.the-publisher", "the publisher"));
    }

    /** The node on which to upload a certificate to the store; several if only the set's names show its nodes. */
    Words of(TrustStore store, UploadSet set) {
        if (set.purpose().storeReplicates()) {
            return publisher(Purpose.CALL_MANAGER);
        }
        boolean isNodes = !set.multiServer() || !store.node().equals(set.node());
        return isNodes && !store.node().isEmpty() ? named(store.node()) : using(set);
    }

    /** The nodes that have the certificate after the upload to the store. */
    Words holding(TrustStore store, UploadSet set) {
        if (!set.purpose().storeReplicates()) {
            return of(store, set);
        }
        List<NodeName> nodes = cluster.nodes(set.purpose());
        return nodes.isEmpty()
                ? everyNode()
                : language.codes(nodes.stream().map(NodeName::value).toList());
    }

    /** The nodes that use the set's certificate. */
    Words using(UploadSet set) {
        return joined(each(set));
    }

    /** The names of a few nodes, or the number of many. */
    Words few(List<Words> all) {
        return all.size() > MANY
                ? language.words("plan.nodes", "{number} nodes", "number", Integer.toString(all.size()))
                : joined(all);
    }

    private Words everyNode() {
        return language.words("plan.every-node", "every node");
    }

    private Words joined(List<Words> all) {
        return language.listed(all.stream().distinct().toList());
    }

    /** The nodes that use the set's certificate, one by one. */
    List<Words> each(UploadSet set) {
        List<NodeName> served = set.served();
        return served.isEmpty()
                ? List.of(set.multiServer() ? everyNode() : own(set))
                : served.stream().map(node -> named(node.value())).toList();
    }

    /** The nodes of an instruction: the configured ones, or else the nodes of the sets and every other node. */
    List<Words> at(Where where, List<UploadSet> sets) {
        return switch (where) {
            case ANYWHERE, CHANGED -> List.of();
            case PUBLISHER -> List.of(publisher(Purpose.CALL_MANAGER));
            case PRESENCE_PUBLISHER -> List.of(publisher(Purpose.CUP));
            case CALL_MANAGER_NODES -> configured(Purpose.CALL_MANAGER, sets);
            case PRESENCE_NODES -> configured(Purpose.CUP, sets);
            case CHANGED_CALL_MANAGER_NODES ->
                sets.stream()
                        .flatMap(set -> each(set).stream())
                        .filter(node -> !isConfiguredPresence(node))
                        .distinct()
                        .toList();
            case ALL_NODES -> configured(Purpose.TOMCAT, sets);
        };
    }

    /** The configured nodes and the nodes of the sets; if none are configured, also every other node. */
    private List<Words> configured(Purpose purpose, List<UploadSet> sets) {
        List<NodeName> nodes = cluster.nodes(purpose);
        Set<Words> all = new LinkedHashSet<>();
        if (!nodes.isEmpty()) {
            all.add(publisher(purpose));
        }
        nodes.forEach(node -> all.add(named(node.value())));
        for (UploadSet set : sets) {
            if (purpose.runsOn() == Purpose.RunsOn.ALL || isPresence(set) == isPresence(purpose)) {
                for (Words node : each(set)) {
                    if (purpose.runsOn() != Purpose.RunsOn.WITHOUT_PRESENCE || !isConfiguredPresence(node)) {
                        all.add(node);
                    }
                }
            }
        }
        if (nodes.isEmpty()) {
            all.add(language.words("plan.every-other-node", "every other node"));
        }
        return List.copyOf(all);
    }

    private boolean isPresence(UploadSet set) {
        return isPresence(set.purpose()) || cluster.isPresence(set.nodeName());
    }

    private static boolean isPresence(Purpose purpose) {
        return purpose.runsOn() == Purpose.RunsOn.PRESENCE;
    }

    private boolean isConfiguredPresence(Words node) {
        return cluster.isPresence(new NodeName(node.toString()));
    }

    /** Whether the store belongs to the IM and Presence publisher. */
    boolean isOfPresencePublisher(TrustStore store, Purpose purpose) {
        Optional<NodeName> publisher = cluster.publisher(Purpose.CUP);
        return publisher.isEmpty()
                ? purpose.runsOn() == Purpose.RunsOn.PRESENCE
                : !store.node().isEmpty()
                        && Stream.of(store.node()).map(StepNodes::last).anyMatch(publisher.get()::sameAs);
    }

    private static NodeName last(String path) {
        return new NodeName(path.substring(path.lastIndexOf('/') + 1));
    }
}

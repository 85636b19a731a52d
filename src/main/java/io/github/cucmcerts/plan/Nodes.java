package io.github.cucmcerts.plan;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.cucm.Where;
import io.github.cucmcerts.report.Words;
import io.github.cucmcerts.upload.TrustStore;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Names the nodes of steps, and puts them into the order of the change: the publisher first. */
final class Nodes {
    private static final Words PUBLISHER = Words.prose("the publisher");
    private static final Words PRESENCE_PUBLISHER = Words.prose("the publisher of IM and Presence");

    private static final Words OTHERS = Words.prose("every other node");

    private final Cluster cluster;
    private final List<NodeName> known;

    Nodes(Cluster cluster) {
        this.cluster = cluster;
        known = cluster.nodes();
    }

    /** Sets of nodes earlier in the change come first. */
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

    /** The node on which the set's certificate goes up. */
    Words of(UploadSet set) {
        return set.multiServer() ? publisher(set.purpose()) : own(set);
    }

    /** The node that the directory files the set under; else that of its common name. */
    private static Words own(UploadSet set) {
        return set.node().isEmpty()
                ? set.request()
                        .flatMap(request -> request.subject().commonName())
                        .map(Words::code)
                        .orElse(Words.prose("the node"))
                : Words.code(set.node());
    }

    Words publisher(Purpose purpose) {
        return cluster.publisher(purpose)
                .map(node -> Words.code(node.value()))
                .orElse(purpose.nodes() == Purpose.Nodes.PRESENCE ? PRESENCE_PUBLISHER : PUBLISHER);
    }

    /** The node on which a certificate goes up to the store: any would do where it replicates. */
    Words of(TrustStore store, UploadSet set) {
        return store.node().isEmpty() ? publisherOr(set) : Words.code(store.node());
    }

    private Words publisherOr(UploadSet set) {
        boolean replicates = set.purpose().storeReplicates();
        return replicates ? publisher(Purpose.CALL_MANAGER) : own(set);
    }

    /** The nodes that then hold what was uploaded to the store. */
    Words holding(TrustStore store, UploadSet set) {
        if (!set.purpose().storeReplicates()) {
            return of(store, set);
        }
        return known.isEmpty() ? Words.prose("every node") : names(known);
    }

    /** The nodes that use the set's certificate. */
    Words using(UploadSet set) {
        return joined(each(set));
    }

    static Words joined(List<Words> all) {
        return all.stream()
                .distinct()
                .reduce((one, next) -> one.and(Words.prose(", ")).and(next))
                .orElseThrow();
    }

    /** The same, one by one. */
    List<Words> each(UploadSet set) {
        List<NodeName> served = withoutDomains(set.served());
        return served.isEmpty()
                ? List.of(own(set))
                : served.stream().map(node -> Words.code(node.value())).toList();
    }

    /** A SAN names the parent domain besides the nodes; nothing but the other names tells it from them. */
    private static List<NodeName> withoutDomains(List<NodeName> names) {
        return names.stream()
                .filter(name -> names.stream()
                        .noneMatch(other -> other.value()
                                .regionMatches(
                                        true,
                                        other.value().length() - name.value().length() - 1,
                                        "." + name.value(),
                                        0,
                                        name.value().length() + 1)))
                .toList();
    }

    private static Words names(List<NodeName> nodes) {
        return Words.codes(nodes.stream().map(NodeName::value).toList());
    }

    /** The nodes of an instruction, as far as they are configured; else those of the sets, and whatever else there is. */
    List<Words> at(Where where, List<UploadSet> sets) {
        return switch (where) {
            case ANYWHERE, CHANGED -> List.of();
            case PUBLISHER -> List.of(publisher(Purpose.CALL_MANAGER));
            case PRESENCE_PUBLISHER -> List.of(publisher(Purpose.CUP));
            case CALL_MANAGER_NODES -> configured(Purpose.CALL_MANAGER, sets);
            case PRESENCE_NODES -> configured(Purpose.CUP, sets);
            case ALL_NODES -> configured(Purpose.TOMCAT, sets);
        };
    }

    private List<Words> changed(List<UploadSet> sets) {
        return sets.stream().flatMap(set -> each(set).stream()).distinct().toList();
    }

    private List<Words> configured(Purpose purpose, List<UploadSet> sets) {
        List<NodeName> nodes = cluster.nodes(purpose);
        if (nodes.isEmpty()) {
            return Stream.concat(changed(sets).stream(), Stream.of(OTHERS)).toList();
        }
        Stream<Words> first = cluster.publisher(purpose).isEmpty() ? Stream.of(publisher(purpose)) : Stream.of();
        return Stream.concat(first, nodes.stream().map(node -> Words.code(node.value())))
                .toList();
    }

    /** Whether that store is one of the publisher of IM and Presence. */
    boolean isOfPresencePublisher(TrustStore store, Purpose purpose) {
        Optional<NodeName> publisher = cluster.publisher(Purpose.CUP);
        return publisher.isEmpty()
                ? purpose.nodes() == Purpose.Nodes.PRESENCE
                : !store.node().isEmpty()
                        && Stream.of(store.node()).map(Nodes::last).anyMatch(publisher.get()::sameAs);
    }

    private static NodeName last(String path) {
        return new NodeName(path.substring(path.lastIndexOf('/') + 1));
    }
}

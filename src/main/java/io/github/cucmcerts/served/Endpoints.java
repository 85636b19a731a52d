package io.github.cucmcerts.served;

import io.github.cucmcerts.check.Assessment;
import io.github.cucmcerts.check.State;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.trust.Endpoint;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.Nodes;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides from the files which nodes to check, and at which ports. */
public final class Endpoints {
    private Endpoints() {}

    /**
     * An endpoint for each set with a leaf, each node that uses it, and each port that serves it.
     *
     * @param ports the ports from the configuration, by purpose
     */
    public static List<Endpoint> of(Assessment checked, Map<Purpose, List<Port>> ports) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (UploadSet set : checked.sets()) {
            if (set.leaf().isPresent() && !isLeftOut(set, checked)) {
                for (NodeName node : nodes(set, checked.facts().cluster())) {
                    for (Port port : ports(set.purpose(), ports)) {
                        endpoints.add(Endpoint.of(set, node, port));
                    }
                }
            }
        }
        return endpoints;
    }

    /** Every node of the cluster and of the directory, also those that are not checked now. */
    public static List<NodeName> nodes(Assessment checked) {
        Cluster cluster = checked.facts().cluster();
        Set<NodeName> nodes = new LinkedHashSet<>(cluster.nodes());
        checked.facts().uploads().all().forEach(set -> nodes.addAll(nodes(set, cluster)));
        checked.facts().uploads().held().identities().stream()
                .map(held -> held.place().node())
                .filter(path -> !path.isEmpty())
                .forEach(path -> nodes.add(configured(Nodes.last(path), cluster)));
        return List.copyOf(nodes);
    }

    /** The ids of the sets with a leaf that are not checked: blocked ones, and deployed ones that a multi-server set replaces. */
    public static Set<String> notChecked(Assessment checked) {
        Set<String> blocked = new LinkedHashSet<>();
        for (UploadSet set : checked.sets()) {
            if (set.leaf().isPresent() && isLeftOut(set, checked)) {
                blocked.add(set.id());
            }
        }
        return blocked;
    }

    private static boolean isLeftOut(UploadSet set, Assessment checked) {
        return checked.state(set) == State.BLOCKED || set.isDeployed() && isReplaced(set, checked.facts());
    }

    private static boolean isReplaced(UploadSet single, Facts facts) {
        return facts.multiServerSets(single.purpose(), single.ownNode()).stream()
                .anyMatch(multi -> multi.includes(single) && multi.isToBeUploaded());
    }

    /** The ports from the configuration for the purpose or for its sibling with an RSA key; without them, the documented ports. */
    private static List<Port> ports(Purpose purpose, Map<Purpose, List<Port>> named) {
        return Optional.ofNullable(named.get(purpose))
                .or(() -> Optional.ofNullable(named.get(purpose.rsaSibling())))
                .orElseGet(() -> Port.of(purpose));
    }

    private static List<NodeName> nodes(UploadSet set, Cluster cluster) {
        return (set.multiServer() ? named(set, cluster) : List.of(set.ownNode()))
                .stream()
                        .filter(NodeName::isHost)
                        .map(node -> configured(node, cluster))
                        .distinct()
                        .toList();
    }

    /** Without configured nodes, these are the names in the SAN: some can be XMPP domains. */
    private static List<NodeName> named(UploadSet set, Cluster cluster) {
        List<NodeName> nodes = set.served();
        if (!cluster.nodes(set.purpose()).isEmpty()) {
            return nodes;
        }
        return nodes.stream()
                .filter(node -> !cluster.xmppDomains().contains(node.value().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The node's name from the configuration: it can have the domain that the folder lacks. */
    private static NodeName configured(NodeName node, Cluster cluster) {
        return cluster.nodes().stream().filter(node::sameAs).findFirst().orElse(node);
    }
}

package io.github.cucmcerts.served;

import io.github.cucmcerts.check.Assessment;
import io.github.cucmcerts.check.State;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.trust.Look;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides from the files which nodes to check, and at which ports. */
public final class Looks {
    private Looks() {}

    /**
     * A look for each set with a leaf, each node that uses it, and each port that serves it.
     *
     * @param ports the ports from the configuration, by purpose
     */
    public static List<Look> of(Assessment checked, Map<Purpose, List<Port>> ports) {
        List<Look> looks = new ArrayList<>();
        for (UploadSet set : checked.sets()) {
            if (set.leaf().isPresent() && checked.state(set) != State.BLOCKED) {
                for (NodeName node : nodes(set, checked.facts().cluster())) {
                    for (Port port : ports(set.purpose(), ports)) {
                        looks.add(Look.of(set, node, port));
                    }
                }
            }
        }
        return looks;
    }

    /** The ids of the blocked sets with a leaf. */
    public static Set<String> notLookedAt(Assessment checked) {
        Set<String> blocked = new LinkedHashSet<>();
        for (UploadSet set : checked.sets()) {
            if (set.leaf().isPresent() && checked.state(set) == State.BLOCKED) {
                blocked.add(set.id());
            }
        }
        return blocked;
    }

    /** The ports from the configuration for the purpose or for its sibling with an RSA key; without them, the documented ports. */
    private static List<Port> ports(Purpose purpose, Map<Purpose, List<Port>> named) {
        return Optional.ofNullable(named.get(purpose))
                .or(() -> Optional.ofNullable(named.get(purpose.rsaSibling())))
                .orElseGet(() -> Port.of(purpose));
    }

    private static List<NodeName> nodes(UploadSet set, Cluster cluster) {
        return (set.multiServer() ? set.served() : List.of(set.ownNode()))
                .stream()
                        .filter(node -> !node.value().isEmpty() && !node.value().contains("*"))
                        .map(node -> configured(node, cluster))
                        .distinct()
                        .toList();
    }

    /** The node's name from the configuration: it can have the domain that the folder lacks. */
    private static NodeName configured(NodeName node, Cluster cluster) {
        return cluster.nodes().stream().filter(node::sameAs).findFirst().orElse(node);
    }
}

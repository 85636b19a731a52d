package io.github.cucmcerts.served;

import io.github.cucmcerts.check.Assessment;
import io.github.cucmcerts.check.State;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.trust.Look;
import io.github.cucmcerts.upload.NodesOfSet;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells from what lies in the directory what to look at, and where. */
public final class Looks {
    private Looks() {}

    /**
     * The looks at what the sets with a leaf should be served as, at each port of each node.
     *
     * @param ports those that the build names, by purpose
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

    /** The ids of the sets with a leaf that are blocked. */
    public static Set<String> notLookedAt(Assessment checked) {
        Set<String> blocked = new LinkedHashSet<>();
        for (UploadSet set : checked.sets()) {
            if (set.leaf().isPresent() && checked.state(set) == State.BLOCKED) {
                blocked.add(set.id());
            }
        }
        return blocked;
    }

    /** Those that the build names for the purpose, else for its sibling with an RSA key, else the purpose's own. */
    private static List<Port> ports(Purpose purpose, Map<Purpose, List<Port>> named) {
        return Optional.ofNullable(named.get(purpose))
                .or(() -> Optional.ofNullable(named.get(purpose.rsaSibling())))
                .orElseGet(() -> Port.of(purpose));
    }

    private static List<NodeName> nodes(UploadSet set, Cluster cluster) {
        return (set.multiServer() ? NodesOfSet.of(set, cluster) : List.of(set.ownNode()))
                .stream()
                        .filter(node -> !node.value().isEmpty() && !node.value().contains("*"))
                        .map(node -> configured(node, cluster))
                        .distinct()
                        .toList();
    }

    /** The node as the cluster's configuration writes it, which may have the domain that the folder lacks. */
    private static NodeName configured(NodeName node, Cluster cluster) {
        return cluster.nodes().stream().filter(node::sameAs).findFirst().orElse(node);
    }
}

package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.NodeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The nodes that the directory's folders name. Comparisons use the last folder, unless several nodes share its name.
 *
 * @param byLabel the folders of each node, by the first label of its name; the first spelling counts
 * @param shared the labels that several nodes have: one name in several folders, or several full names
 */
public record Nodes(Map<String, List<List<String>>> byLabel, Set<String> shared) {
    static Nodes of(Collection<List<String>> paths) {
        Map<String, List<List<String>>> byLabel = byLabel(paths);
        Set<String> shared = new HashSet<>();
        for (Map.Entry<String, List<List<String>>> entry : byLabel.entrySet()) {
            int full = 0;
            for (List<String> path : entry.getValue()) {
                if (last(path).value().contains(".")) {
                    full++;
                }
            }
            if (full > 1 || entry.getValue().size() - full > 1) {
                shared.add(entry.getKey());
            }
        }
        return new Nodes(byLabel, shared);
    }

    /** Only these nodes; the shared names stay the same. */
    Nodes only(Collection<List<String>> paths) {
        return new Nodes(byLabel(paths), shared);
    }

    private static Map<String, List<List<String>>> byLabel(Collection<List<String>> paths) {
        Set<List<String>> known = new HashSet<>();
        Map<String, List<List<String>>> byLabel = new HashMap<>();
        for (List<String> path : paths) {
            if (!path.isEmpty() && known.add(Place.folded(path))) {
                byLabel.computeIfAbsent(label(path), label -> new ArrayList<>()).add(path);
            }
        }
        return byLabel;
    }

    public boolean same(List<String> a, List<String> b) {
        if (a.size() == b.size() && Place.startsWith(a, b)) {
            return true;
        }
        return !a.isEmpty() && !b.isEmpty() && last(a).sameAs(last(b)) && !shared.contains(label(a));
    }

    /**
     * The folders that name the node; if it has a folder with its short name and one with its full name, the latter.
     */
    List<String> named(List<String> path) {
        if (path.isEmpty() || shared.contains(label(path))) {
            return path;
        }
        List<String> longest = path;
        boolean known = false;
        for (List<String> other : byLabel.getOrDefault(label(path), List.of())) {
            if (last(other).sameAs(last(path)) && (!known || length(other) > length(longest))) {
                longest = other;
                known = true;
            }
        }
        return longest;
    }

    /** Whether the folders belong to one of these nodes. */
    static boolean areOfOne(List<String> path, List<NodeName> nodes) {
        return !path.isEmpty() && last(path).sameAsAny(nodes);
    }

    private static int length(List<String> path) {
        return last(path).value().length();
    }

    public static NodeName last(List<String> path) {
        return new NodeName(path.get(path.size() - 1));
    }

    /** The label that all names of a node share; empty for no node. */
    public static String label(List<String> path) {
        return path.isEmpty() ? "" : last(path).label();
    }
}

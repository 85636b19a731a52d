package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.NodeName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The nodes that the directory's folders name. Of several folders the last is compared, unless two nodes share it. */
public final class Nodes {
    private final Map<String, List<List<String>>> byLabel;
    private final Set<String> shared;

    /**
     * @param paths the folders of each node; the way in which one is written first counts
     */
    Nodes(Stream<List<String>> paths) {
        this(byLabel(paths));
    }

    private Nodes(Map<String, List<List<String>>> byLabel) {
        this(byLabel, shared(byLabel));
    }

    private Nodes(Map<String, List<List<String>>> byLabel, Set<String> shared) {
        this.byLabel = byLabel;
        this.shared = shared;
    }

    /** Some of these nodes; whether several have one name does not change. */
    Nodes only(Stream<List<String>> paths) {
        return new Nodes(byLabel(paths), shared);
    }

    private static Map<String, List<List<String>>> byLabel(Stream<List<String>> paths) {
        Map<List<String>, List<String>> once = new LinkedHashMap<>();
        paths.filter(path -> !path.isEmpty()).forEach(path -> once.putIfAbsent(Place.folded(path), path));
        return once.values().stream().collect(Collectors.groupingBy(Nodes::label));
    }

    /** The labels that several nodes have: one name in several folders, or several full names. */
    private static Set<String> shared(Map<String, List<List<String>>> byLabel) {
        Set<String> shared = new HashSet<>();
        byLabel.forEach((label, paths) -> {
            long full = paths.stream()
                    .filter(path -> last(path).value().contains("."))
                    .count();
            if (full > 1 || paths.size() - full > 1) {
                shared.add(label);
            }
        });
        return shared;
    }

    public boolean same(List<String> a, List<String> b) {
        if (a.size() == b.size() && Place.startsWith(a, b)) {
            return true;
        }
        return !a.isEmpty() && !b.isEmpty() && last(a).sameAs(last(b)) && !shared.contains(label(a));
    }

    /** The folders by which the node is called: where it has a folder with its short and one with its full name, the latter. */
    List<String> named(List<String> path) {
        if (path.isEmpty() || shared.contains(label(path))) {
            return path;
        }
        return byLabel.getOrDefault(label(path), List.of()).stream()
                .filter(known -> last(known).sameAs(last(path)))
                .max((one, other) -> Integer.compare(length(one), length(other)))
                .orElse(path);
    }

    private static int length(List<String> path) {
        return last(path).value().length();
    }

    public static NodeName last(List<String> path) {
        return new NodeName(path.get(path.size() - 1));
    }

    /** What nodes that are the same have in common; empty for no node. */
    public static String label(List<String> path) {
        return path.isEmpty() ? "" : last(path).label();
    }
}

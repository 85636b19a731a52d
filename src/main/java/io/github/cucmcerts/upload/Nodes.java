package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.NodeName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The nodes that the directory's folders name. Of several folders the last is compared, unless two nodes share it. */
final class Nodes {
    private final Map<String, List<List<String>>> byLabel;

    /**
     * @param paths the folders of each node; the way in which one is written first counts
     */
    Nodes(Stream<List<String>> paths) {
        Map<List<String>, List<String>> once = new LinkedHashMap<>();
        paths.filter(path -> !path.isEmpty()).forEach(path -> once.putIfAbsent(Place.folded(path), path));
        byLabel = once.values().stream().collect(Collectors.groupingBy(Nodes::label));
    }

    boolean same(List<String> a, List<String> b) {
        if (a.size() == b.size() && Place.startsWith(a, b)) {
            return true;
        }
        return !a.isEmpty() && !b.isEmpty() && last(a).sameAs(last(b)) && !isShared(label(a));
    }

    /** The folders by which the node is called: where it has a folder with its short and one with its full name, the latter. */
    List<String> named(List<String> path) {
        if (path.isEmpty() || isShared(label(path))) {
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

    /** Whether several nodes have that label: one name in several folders, or several full names. */
    private boolean isShared(String label) {
        Map<String, Integer> times = new HashMap<>();
        for (List<String> path : byLabel.getOrDefault(label, List.of())) {
            String name = last(path).value();
            times.merge(name.contains(".") ? "full" : "short", 1, Integer::sum);
        }
        return times.values().stream().anyMatch(count -> count > 1);
    }

    static NodeName last(List<String> path) {
        return new NodeName(path.get(path.size() - 1));
    }

    /** What nodes that are the same have in common; empty for no node. */
    static String label(List<String> path) {
        return path.isEmpty() ? "" : last(path).label();
    }
}

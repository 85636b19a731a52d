package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.NodeName;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The nodes that the directory's folders name. Of several folders the last is compared, unless two nodes share it. */
final class Nodes {
    private final Map<String, List<NodeName>> byLabel;

    Nodes(Stream<List<String>> paths) {
        byLabel = paths.filter(path -> !path.isEmpty())
                .map(Place::folded)
                .distinct()
                .map(Nodes::last)
                .collect(Collectors.groupingBy(NodeName::label));
    }

    boolean same(List<String> a, List<String> b) {
        if (a.size() == b.size() && Place.startsWith(a, b)) {
            return true;
        }
        return !a.isEmpty() && !b.isEmpty() && last(a).sameAs(last(b)) && !shared(last(a)) && !shared(last(b));
    }

    private boolean shared(NodeName name) {
        return byLabel.getOrDefault(name.label(), List.of()).stream()
                        .filter(name::sameAs)
                        .limit(2)
                        .count()
                > 1;
    }

    static NodeName last(List<String> path) {
        return new NodeName(path.get(path.size() - 1));
    }

    /** What nodes that are the same have in common; empty for no node. */
    static String label(List<String> path) {
        return path.isEmpty() ? "" : last(path).label();
    }
}

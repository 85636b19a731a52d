package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.NodeName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The nodes that the directory's folders name. Of several folders the last is compared, unless two nodes share it. */
final class Nodes {
    private final Set<List<String>> paths;

    Nodes(Set<List<String>> paths) {
        this.paths = paths.stream().map(Nodes::folded).collect(Collectors.toSet());
    }

    private static List<String> folded(List<String> path) {
        return path.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    boolean same(List<String> a, List<String> b) {
        if (folded(a).equals(folded(b))) {
            return true;
        }
        return !a.isEmpty() && !b.isEmpty() && last(a).sameAs(last(b)) && !shared(last(a)) && !shared(last(b));
    }

    private boolean shared(NodeName name) {
        return paths.stream()
                        .filter(path -> !path.isEmpty() && last(path).sameAs(name))
                        .count()
                > 1;
    }

    static NodeName last(List<String> path) {
        return new NodeName(path.get(path.size() - 1));
    }
}

package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The nodes that use a multi-server certificate. */
public final class NodesOfSet {
    private NodesOfSet() {}

    /** The names in the SAN that are certainly nodes; a SAN can also contain the certificate's common name and domains. */
    public static List<NodeName> of(UploadSet set, Cluster cluster) {
        if (set.served().stream().allMatch(cluster.nodes(set.purpose())::contains)) {
            return set.served();
        }
        Optional<NodeName> own =
                set.request().flatMap(request -> request.subject().commonName()).map(NodeName::new);
        // if names are reversed, the names below a domain follow each other
        NavigableSet<String> reversed = set.served().stream()
                .map(name -> reversed(name.value()))
                .collect(Collectors.toCollection(TreeSet::new));
        return set.served().stream()
                .filter(name -> own.filter(name::sameAs).isEmpty() && !name.isAddress())
                .filter(name -> !isDomain(reversed(name.value()), reversed))
                .toList();
    }

    private static String reversed(String name) {
        return new StringBuilder(name).reverse().toString();
    }

    /** Whether two or more of the names are below it; all names are reversed. */
    private static boolean isDomain(String name, NavigableSet<String> names) {
        return names.tailSet(name + ".").stream()
                        .limit(2)
                        .filter(other -> other.startsWith(name + "."))
                        .count()
                == 2;
    }
}

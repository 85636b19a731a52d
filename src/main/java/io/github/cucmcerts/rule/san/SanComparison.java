package io.github.cucmcerts.rule.san;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.SanEntry;
import io.github.cucmcerts.upload.Distribution;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares subject alternative names as sets. */
final class SanComparison {
    private SanComparison() {}

    /** The entries of the one that the other lacks, each once. */
    static List<String> entriesOnlyIn(NamedKey one, NamedKey other) {
        Set<String> keys = other.extensions().san().stream().map(SanEntry::key).collect(Collectors.toSet());
        return one.extensions().san().stream()
                .filter(entry -> !keys.contains(entry.key()))
                .map(SanEntry::toString)
                .distinct()
                .toList();
    }

    /** The entries that both have, but written differently or repeated. */
    static List<String> differentForms(NamedKey csr, NamedKey leaf) {
        Map<String, List<String>> asked = forms(csr);
        Map<String, List<String>> given = forms(leaf);
        return asked.entrySet().stream()
                .filter(entry -> given.containsKey(entry.getKey())
                        && !given.get(entry.getKey()).equals(entry.getValue()))
                .map(entry -> String.join(" + ", entry.getValue()) + " in the CSR, "
                        + String.join(" + ", given.get(entry.getKey())) + " in the certificate")
                .toList();
    }

    private static Map<String, List<String>> forms(NamedKey object) {
        return object.extensions().san().stream()
                .sorted(Comparator.comparing(SanEntry::toString))
                .collect(Collectors.groupingBy(
                        SanEntry::key, TreeMap::new, Collectors.mapping(SanEntry::toString, Collectors.toList())));
    }

    /**
     * The configured nodes that the names leave out, where they name at least one. A multi-server CSR holds names only, so a
     * node that is configured by its address is not left out.
     */
    static List<String> nodesLeftOut(NamedKey request, List<NodeName> nodes) {
        List<String> missing = nodes.stream()
                .filter(node -> !node.isAddress() && !Distribution.names(request, node))
                .map(NodeName::value)
                .toList();
        boolean namesAny = nodes.stream().anyMatch(node -> Distribution.names(request, node));
        return namesAny ? missing : List.of();
    }
}

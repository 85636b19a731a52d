package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes findings on several upload sets equal if they differ only in the names of their sets, nodes and files. */
final class Likeness {
    private static final String SET = "\u0000set";
    private static final String NODE = "\u0000node";

    private Likeness() {}

    /** The finding without its place, and with placeholders for its upload set and its node. */
    static Finding of(Finding finding) {
        String set = finding.uploadSet().orElseThrow();
        Map<String, List<String>> evidence = new TreeMap<>();
        finding.evidence()
                .forEach((name, values) -> evidence.put(
                        name,
                        values.stream().map(value -> withoutNames(value, set)).toList()));
        return new Finding(
                finding.rule(),
                finding.severity(),
                Optional.empty(),
                Origin.DIRECTORY,
                Optional.empty(),
                evidence,
                finding.waiver(),
                Optional.empty());
    }

    /** The text with placeholders for the set and its node, if the set's id has one. */
    static String withoutNames(String text, String set) {
        int node = set.lastIndexOf('/');
        return node < 0 ? text : text.replace(set, SET).replace(set.substring(0, node), NODE);
    }
}

package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What findings on several upload sets have in common that differ only in the names of their sets, nodes and files. */
final class Likeness {
    private static final String SET = "\u0000set";
    private static final String NODE = "\u0000node";

    private Likeness() {}

    /** The finding, on an upload set, without its place, and with one word each for its set and its node: equal for all that are alike. */
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

    /** The text with one word each for the set and its node, where the set's id has one. */
    static String withoutNames(String text, String set) {
        int node = set.lastIndexOf('/');
        return node < 0 ? text : text.replace(set, SET).replace(set.substring(0, node), NODE);
    }
}

package io.github.cucmcerts.rule;

import io.github.cucmcerts.inventory.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Findings as the files of the cases show them: one block per finding, ordered by text. Keys, hashes, and serial numbers are
 * new in each run, so placeholders replace them.
 */
final class FindingsText {
    private FindingsText() {}

    /** Empty if nothing was found. */
    static String of(List<Finding> findings) {
        return findings.stream()
                .map(FindingsText::block)
                .map(FindingsText::masked)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String masked(String block) {
        return block.replaceAll("\\b[0-9a-f]{64}\\b", "<SHA-256>")
                .replaceAll("([sS]erial:?|stranger:) [0-9a-f]+", "$1 <number>")
                .replaceAll("certificate [0-9a-f]+ was", "certificate <number> was");
    }

    private static String block(Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add(finding.severity() + " " + finding.rule().id());
        finding.uploadSet().ifPresent(set -> lines.add("set: " + set));
        lines.add("on: " + place(finding.origin()));
        lines.add("says: " + finding.message());
        if (!finding.cucm().isEmpty()) {
            lines.add("CUCM: " + finding.cucm());
        }
        lines.add("cause: " + finding.cause());
        lines.add("remedy: " + finding.remedy());
        finding.evidence().forEach((name, values) -> values.forEach(value -> lines.add("  " + name + ": " + value)));
        finding.waiver()
                .ifPresent(accepted -> lines.add("waived until " + accepted.until() + ": " + accepted.reason()));
        finding.explainedBy()
                .ifPresent(first -> lines.add("follows from " + first.rule() + " on " + first.uploadSet()));
        return String.join("\n", lines) + "\n";
    }

    private static String place(Origin origin) {
        return origin.file()
                + (origin.index() > 0 ? "#" + origin.index() : "")
                + (origin.line() > 0 ? ":" + origin.line() : "");
    }
}

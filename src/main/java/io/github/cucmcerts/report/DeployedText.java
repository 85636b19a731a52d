package io.github.cucmcerts.report;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.NodeExport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many nodes have an export of what they hold, and when the oldest was made. */
public final class DeployedText {
    private DeployedText() {}

    /** For example {@code 3 of 4 nodes, as of 2026-11-20 04:00 UTC}; empty if there is no export. */
    public static Optional<String> of(Facts facts, Language language) {
        List<NodeExport> exports = facts.exports().nodes();
        if (exports.isEmpty()) {
            return Optional.empty();
        }
        List<NodeName> configured = facts.cluster().nodes();
        String nodes = configured.isEmpty()
                ? language.counted("report.nodes", names(exports).size(), "{number} node", "{number} nodes")
                : language.text(
                        "report.nodes-of-all",
                        "{some} of {nodes}",
                        "some",
                        exported(configured, exports),
                        "nodes",
                        language.counted("report.nodes", configured.size(), "{number} node", "{number} nodes"));
        // the oldest is the least reliable
        Optional<Instant> oldest =
                exports.stream().flatMap(export -> export.takenAt().stream()).min(Instant::compareTo);
        return Optional.of(oldest.map(taken -> language.text(
                        "report.nodes-as-of",
                        "{nodes}, as of {time}",
                        "nodes",
                        nodes,
                        "time",
                        WindowText.of(facts.window(), taken, language)))
                .orElse(nodes));
    }

    private static List<NodeName> names(List<NodeExport> exports) {
        List<NodeName> names = new ArrayList<>();
        for (NodeExport export : exports) {
            if (!export.name().sameAsAny(names)) {
                names.add(export.name());
            }
        }
        return names;
    }

    private static long exported(List<NodeName> configured, List<NodeExport> exports) {
        return configured.stream()
                .filter(node ->
                        exports.stream().anyMatch(export -> export.name().sameAs(node)))
                .count();
    }
}

package io.github.cucmcerts.report;

import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many findings of a rule an output leaves out. */
record LeftOut(String rule, Severity severity, long count) {
    /** The counts, in the order of the rules' first findings. */
    static List<LeftOut> count(List<Finding> findings) {
        Map<String, LeftOut> counts = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String rule = finding.rule().id();
            counts.merge(
                    rule + " " + finding.severity(),
                    new LeftOut(rule, finding.severity(), 1),
                    (one, other) -> new LeftOut(rule, one.severity(), one.count() + other.count()));
        }
        return List.copyOf(counts.values());
    }
}

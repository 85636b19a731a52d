package io.github.cucmcerts.rule;

import java.util.Map;
import java.util.Set;

/**
 * How much each rule's findings weigh, where the build decides otherwise than the rules themselves.
 *
 * @param changed by rule id
 * @param off the ids of rules that are not judged
 */
public record Severities(Map<String, Severity> changed, Set<String> off) {
    /** As the rules say. */
    public static Severities unchanged() {
        return new Severities(Map.of(), Set.of());
    }

    /**
     * How much a finding weighs.
     *
     * @param unchanged how much where the build says nothing
     */
    public Severity of(RuleInfo rule, Severity unchanged) {
        return changed.getOrDefault(rule.id(), unchanged);
    }

    public boolean isOff(RuleInfo rule) {
        return off.contains(rule.id());
    }
}

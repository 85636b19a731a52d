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

    /** What a finding weighs: what the build says of its rule, else its own severity. */
    public Severity of(RuleInfo rule, Severity own) {
        return changed.getOrDefault(rule.id(), own);
    }

    public boolean isOff(RuleInfo rule) {
        return off.contains(rule.id());
    }
}

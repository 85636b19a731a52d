package io.github.cucmcerts.rule;

import java.util.Map;
import java.util.Set;

/**
 * The severities that the build sets instead of the rules' own.
 *
 * @param changed the new severities by rule id
 * @param off the ids of rules that are not checked
 */
public record Severities(Map<String, Severity> changed, Set<String> off) {
    /** The severities of the rules themselves. */
    public static Severities unchanged() {
        return new Severities(Map.of(), Set.of());
    }

    /** The severity of a finding: what the build sets for its rule, otherwise the finding's own. */
    public Severity of(RuleInfo rule, Severity own) {
        return changed.getOrDefault(rule.id(), own);
    }

    public boolean isOff(RuleInfo rule) {
        return off.contains(rule.id());
    }
}

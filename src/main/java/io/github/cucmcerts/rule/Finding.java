package io.github.cucmcerts.rule;

import io.github.cucmcerts.inventory.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One place that breaks a rule.
 *
 * @param uploadSet the id of the set that it lies on, if any
 * @param sha256 of the object, where it is about one
 * @param evidence by name
 */
public record Finding(
        RuleInfo rule,
        Optional<String> uploadSet,
        Origin origin,
        Optional<String> sha256,
        Map<String, List<String>> evidence) {

    public Severity severity() {
        return rule.severity();
    }

    public String message() {
        return Template.filled(rule.message(), evidence);
    }

    /** What CUCM would say; empty where no text is documented. */
    public String cucm() {
        return Template.filled(rule.cucm(), evidence);
    }

    /** The likeliest cause that the evidence speaks for. */
    public String cause() {
        return rule.causes().stream()
                .filter(cause -> Template.isComplete(cause, evidence))
                .findFirst()
                .map(cause -> Template.filled(cause, evidence))
                .orElse("");
    }

    public String remedy() {
        return Template.filled(rule.remedy(), evidence);
    }
}

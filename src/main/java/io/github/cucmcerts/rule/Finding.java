package io.github.cucmcerts.rule;

import io.github.cucmcerts.inventory.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One place that breaks a rule.
 *
 * @param severity as the build weighs it
 * @param uploadSet the id of the set that it lies on, if any
 * @param sha256 of the object, where it is about one
 * @param evidence by name
 * @param waiver where it is accepted: then it is told, and does not count
 */
public record Finding(
        RuleInfo rule,
        Severity severity,
        Optional<String> uploadSet,
        Origin origin,
        Optional<String> sha256,
        Map<String, List<String>> evidence,
        Optional<Acceptance> waiver) {

    public Finding waived(Acceptance acceptance) {
        return new Finding(rule, severity, uploadSet, origin, sha256, evidence, Optional.of(acceptance));
    }

    /** Whether it is one of that weight that counts. */
    public boolean counts(Severity as) {
        return severity == as && waiver.isEmpty();
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

package io.github.cucmcerts.rule;

import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.text.TextTemplate;
import io.github.cucmcerts.text.Words;
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
 * @param explainedBy the finding that it follows from: what mends that one mends this, too
 */
public record Finding(
        RuleInfo rule,
        Severity severity,
        Optional<String> uploadSet,
        Origin origin,
        Optional<String> sha256,
        Map<String, List<String>> evidence,
        Optional<Acceptance> waiver,
        Optional<Explanation> explainedBy) {

    /** Names another finding: what its rule finds on an upload set, in that place. */
    public record Explanation(String rule, String uploadSet, Origin origin) {
        /** The name of a finding on an upload set. */
        public static Explanation of(Finding finding) {
            return new Explanation(finding.rule.id(), finding.uploadSet.orElseThrow(), finding.origin);
        }
    }

    public Finding waived(Acceptance acceptance) {
        return new Finding(rule, severity, uploadSet, origin, sha256, evidence, Optional.of(acceptance), explainedBy);
    }

    public Finding explained(Explanation by) {
        return new Finding(rule, severity, uploadSet, origin, sha256, evidence, waiver, Optional.of(by));
    }

    /** Whether it is one of that weight that counts. */
    public boolean counts(Severity as) {
        return severity == as && waiver.isEmpty();
    }

    /** The texts of its rule. */
    public enum Text {
        MESSAGE,
        CUCM,
        CAUSE,
        REMEDY
    }

    /** The text with the evidence in it, of many values the first. */
    public Words words(Text text) {
        return template(text).filled(evidence, Words::few);
    }

    public String message() {
        return whole(Text.MESSAGE);
    }

    /** What CUCM would say; empty where no text is documented. */
    public String cucm() {
        return whole(Text.CUCM);
    }

    /** The likeliest cause that the evidence speaks for. */
    public String cause() {
        return whole(Text.CAUSE);
    }

    public String remedy() {
        return whole(Text.REMEDY);
    }

    private String whole(Text text) {
        return template(text).filled(evidence, Words::whole).toString();
    }

    /** The one place where the texts of rules are looked up. */
    private TextTemplate template(Text text) {
        return switch (text) {
            case MESSAGE -> TextTemplate.of(rule.message());
            case CUCM -> TextTemplate.of(rule.cucm());
            case CAUSE -> likeliestCause();
            case REMEDY -> TextTemplate.of(rule.remedy());
        };
    }

    private TextTemplate likeliestCause() {
        for (String text : rule.causes()) {
            TextTemplate cause = TextTemplate.of(text);
            if (cause.isComplete(evidence.keySet())) {
                return cause;
            }
        }
        return TextTemplate.of("");
    }
}

package io.github.cucmcerts.rule;

import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.TextTemplate;
import io.github.cucmcerts.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One place that breaks a rule.
 *
 * @param severity the severity that the build gives it
 * @param uploadSet the id of its upload set, if any
 * @param sha256 the SHA-256 of the object, if the finding is about one
 * @param evidence the values by name
 * @param phrases the evidence that is English prose, by name: the first values, before they were put into English
 * @param waiver why the finding is accepted: it is then reported, but does not count
 * @param explainedBy the finding that it follows from: fixing that one also fixes this one
 */
public record Finding(
        RuleInfo rule,
        Severity severity,
        Optional<String> uploadSet,
        Origin origin,
        Optional<String> sha256,
        Map<String, List<String>> evidence,
        Map<String, List<Message>> phrases,
        Optional<Acceptance> waiver,
        Optional<Explanation> explainedBy) {

    /** A finding without prose in its evidence. */
    public Finding(
            RuleInfo rule,
            Severity severity,
            Optional<String> uploadSet,
            Origin origin,
            Optional<String> sha256,
            Map<String, List<String>> evidence,
            Optional<Acceptance> waiver,
            Optional<Explanation> explainedBy) {
        this(rule, severity, uploadSet, origin, sha256, evidence, Map.of(), waiver, explainedBy);
    }

    /** Identifies another finding by its rule, upload set, and place. */
    public record Explanation(String rule, String uploadSet, Origin origin) {
        /** Identifies a finding on an upload set. */
        public static Explanation of(Finding finding) {
            return new Explanation(finding.rule.id(), finding.uploadSet.orElseThrow(), finding.origin);
        }
    }

    public Finding waived(Acceptance acceptance) {
        return new Finding(
                rule, severity, uploadSet, origin, sha256, evidence, phrases, Optional.of(acceptance), explainedBy);
    }

    public Finding explained(Explanation by) {
        return new Finding(rule, severity, uploadSet, origin, sha256, evidence, phrases, waiver, Optional.of(by));
    }

    /** The same with its rule's texts in another language. */
    public Finding with(RuleInfo translated) {
        return new Finding(translated, severity, uploadSet, origin, sha256, evidence, phrases, waiver, explainedBy);
    }

    /** The evidence as the texts show it: prose in their language. */
    private Map<String, List<String>> shown() {
        if (phrases.isEmpty() || language().isEnglish()) {
            return evidence;
        }
        Map<String, List<String>> shown = new LinkedHashMap<>(evidence);
        phrases.forEach((name, its) -> {
            List<String> values = new ArrayList<>(evidence.get(name));
            for (int i = 0; i < its.size(); i++) {
                values.set(i, Bounds.text(language().in(its.get(i)).toString()));
            }
            shown.put(name, List.copyOf(values));
        });
        return shown;
    }

    /** The language of its texts. */
    public Language language() {
        return rule.language();
    }

    /** Whether it has that severity and is not waived. */
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

    /** The text with its evidence; of many values, only the first few. */
    public Words words(Text text) {
        return language().filled(template(text), shown(), language()::few);
    }

    public String message() {
        return whole(Text.MESSAGE);
    }

    /** What CUCM shows; empty if no text is documented. */
    public String cucm() {
        return whole(Text.CUCM);
    }

    /** The most likely cause that has all of its evidence. */
    public String cause() {
        return whole(Text.CAUSE);
    }

    public String remedy() {
        return whole(Text.REMEDY);
    }

    private String whole(Text text) {
        return language().filled(template(text), shown(), language()::whole).toString();
    }

    /** The only place that looks up the texts of rules. */
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

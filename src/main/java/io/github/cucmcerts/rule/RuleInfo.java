package io.github.cucmcerts.rule;

import io.github.cucmcerts.text.TextTemplate;
import java.util.List;

/**
 * All that is said of a rule. The texts are templates, see {@link TextTemplate}: another language is one more set of them.
 *
 * @param title what the rule finds, in a few words
 * @param message what is wrong, with the evidence
 * @param cucm what CUCM says or shows; empty where no text is documented
 * @param rationale why it matters
 * @param causes how it comes about, the likeliest first
 * @param remedy what to do
 */
public record RuleInfo(
        String id,
        Topic topic,
        Severity severity,
        String title,
        String message,
        String cucm,
        String rationale,
        List<String> causes,
        String remedy,
        Source source) {

    /** The beginning of a rule's metadata; the texts follow by name. */
    public static RuleInfo of(String id, Topic topic, Severity severity, String title) {
        return new RuleInfo(id, topic, severity, title, "", "", "", List.of(), "", null);
    }

    public RuleInfo message(String text) {
        return new RuleInfo(id, topic, severity, title, text, cucm, rationale, causes, remedy, source);
    }

    public RuleInfo cucm(String text) {
        return new RuleInfo(id, topic, severity, title, message, text, rationale, causes, remedy, source);
    }

    public RuleInfo rationale(String text) {
        return new RuleInfo(id, topic, severity, title, message, cucm, text, causes, remedy, source);
    }

    public RuleInfo causes(String... texts) {
        return new RuleInfo(id, topic, severity, title, message, cucm, rationale, List.of(texts), remedy, source);
    }

    public RuleInfo remedy(String text) {
        return new RuleInfo(id, topic, severity, title, message, cucm, rationale, causes, text, source);
    }

    public RuleInfo source(String document, String section, Source.Kind kind) {
        return new RuleInfo(
                id,
                topic,
                severity,
                title,
                message,
                cucm,
                rationale,
                causes,
                remedy,
                new Source(document, section, kind));
    }

    /** The same for people who read of the rule, not of a finding: {@code <name>} stands for the evidence. */
    public RuleInfo explained() {
        return new RuleInfo(
                id,
                topic,
                severity,
                title,
                TextTemplate.of(message).explained(),
                TextTemplate.of(cucm).explained(),
                TextTemplate.of(rationale).explained(),
                causes.stream().map(cause -> TextTemplate.of(cause).explained()).toList(),
                TextTemplate.of(remedy).explained(),
                source);
    }
}

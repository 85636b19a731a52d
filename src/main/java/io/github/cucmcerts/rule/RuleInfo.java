package io.github.cucmcerts.rule;

import java.util.List;

/**
 * All that is said of a rule. The texts are templates, see {@link Template}: another language is one more set of them. None of
 * them may be blank, except what CUCM says.
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

    public RuleInfo {
        causes = List.copyOf(causes);
        require(id, "title", !title.isBlank());
        require(id, "message", !message.isBlank());
        require(id, "rationale", !rationale.isBlank());
        require(id, "causes", !causes.isEmpty() && causes.stream().noneMatch(String::isBlank));
        require(id, "remedy", !remedy.isBlank());
        require(id, "source", !source.document().isBlank());
        require(id, "section of the source", !source.section().isBlank());
    }

    private static void require(String id, String field, boolean isSaid) {
        if (!isSaid) {
            throw new IllegalArgumentException("The rule " + id + " lacks its " + field);
        }
    }

    /** The beginning of a rule's metadata; the texts follow by name, the source ends it. */
    public static Draft of(String id, Topic topic, Severity severity, String title) {
        return new Draft(id, topic, severity, title);
    }

    /** Metadata in the making. */
    public static final class Draft {
        private final String id;
        private final Topic topic;
        private final Severity severity;
        private final String title;
        private String message = "";
        private String cucm = "";
        private String rationale = "";
        private List<String> causes = List.of();
        private String remedy = "";

        private Draft(String id, Topic topic, Severity severity, String title) {
            this.id = id;
            this.topic = topic;
            this.severity = severity;
            this.title = title;
        }

        public Draft message(String text) {
            message = text;
            return this;
        }

        public Draft cucm(String text) {
            cucm = text;
            return this;
        }

        public Draft rationale(String text) {
            rationale = text;
            return this;
        }

        public Draft causes(String... texts) {
            causes = List.of(texts);
            return this;
        }

        public Draft remedy(String text) {
            remedy = text;
            return this;
        }

        public RuleInfo source(String document, String section, Source.Kind kind) {
            Source source = new Source(document, section, kind);
            return new RuleInfo(id, topic, severity, title, message, cucm, rationale, causes, remedy, source);
        }
    }

    /** The same for people who read of the rule, not of a finding: {@code <name>} stands for the evidence. */
    public RuleInfo explained() {
        return new RuleInfo(
                id,
                topic,
                severity,
                title,
                Template.explained(message),
                Template.explained(cucm),
                Template.explained(rationale),
                causes.stream().map(Template::explained).toList(),
                Template.explained(remedy),
                source);
    }
}

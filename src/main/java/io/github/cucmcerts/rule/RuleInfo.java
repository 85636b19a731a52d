package io.github.cucmcerts.rule;

import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.TextTemplate;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts and the severity of a rule. The texts are templates, see {@link TextTemplate}: another language is one more set of
 * them. No text except {@code cucm} and {@code whyError} can be blank.
 *
 * @param language of the texts
 * @param title what the rule finds, in a few words
 * @param message what is wrong, with the evidence
 * @param cucm what CUCM says or shows; empty if no text is documented
 * @param rationale why it matters
 * @param causes what likely happened, the most likely cause first
 * @param remedy what to do
 * @param whyError why the rule is an ERROR although its source documents no rejection; otherwise empty
 */
public record RuleInfo(
        String id,
        Topic topic,
        Severity severity,
        Language language,
        String title,
        String message,
        String cucm,
        String rationale,
        List<String> causes,
        String remedy,
        String whyError,
        Source source) {

    public RuleInfo {
        causes = List.copyOf(causes);
        require(!title.isBlank(), id, "lacks its title");
        require(!message.isBlank(), id, "lacks its message");
        require(!rationale.isBlank(), id, "lacks its rationale");
        require(!causes.isEmpty() && causes.stream().noneMatch(String::isBlank), id, "lacks its causes");
        require(!remedy.isBlank(), id, "lacks its remedy");
        require(!source.document().isBlank(), id, "lacks its source");
        require(!source.section().isBlank(), id, "lacks its section of the source");
        requireSeverity(id, severity, source.kind(), whyError);
    }

    /** An ERROR is a documented rejection, or says why it is an ERROR. A documented requirement is not INFO. */
    private static void requireSeverity(String id, Severity severity, Source.Kind kind, String whyError) {
        boolean isError = severity == Severity.ERROR;
        boolean isRejection = kind == Source.Kind.REJECTION;
        require(isError || !isRejection, id, "is no ERROR, but its source documents a rejection");
        if (isError && !isRejection) {
            require(!whyError.isBlank(), id, "does not say why it is an ERROR: its source documents no rejection");
        } else {
            require(whyError.isEmpty(), id, "says why it is an ERROR, but is none or its source documents a rejection");
        }
        boolean isInfo = severity == Severity.INFO;
        require(!isInfo || kind == Source.Kind.ADVICE, id, "is INFO, but its source documents a requirement");
    }

    private static void require(boolean holds, String id, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("The rule " + id + " " + problem);
        }
    }

    /** Starts a rule's metadata; the texts follow by name, and the source comes last. */
    public static Draft of(String id, Topic topic, Severity severity, String title) {
        return new Draft(id, topic, severity, title);
    }

    /** Builds the metadata of a rule. */
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
        private String whyError = "";

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

        /** Only for an ERROR whose source documents no rejection. */
        public Draft whyError(String text) {
            whyError = text;
            return this;
        }

        public RuleInfo source(String document, String section, Source.Kind kind) {
            Source source = new Source(document, section, kind);
            return new RuleInfo(
                    id,
                    topic,
                    severity,
                    Language.ENGLISH,
                    title,
                    message,
                    cucm,
                    rationale,
                    causes,
                    remedy,
                    whyError,
                    source);
        }
    }

    /** The same in another language. What CUCM says stays in it, with an explanation. */
    public RuleInfo in(Language other) {
        List<String> translated = new ArrayList<>();
        for (String cause : causes) {
            translated.add(other.template(key("cause" + (translated.size() + 1)), cause));
        }
        return new RuleInfo(
                id,
                topic,
                severity,
                other,
                other.template(key("title"), title),
                other.template(key("message"), message),
                other.template(key("cucm"), cucm),
                other.template(key("rationale"), rationale),
                translated,
                other.template(key("remedy"), remedy),
                other.template(key("whyError"), whyError),
                source);
    }

    private String key(String field) {
        return "rule." + id + "." + field;
    }
}

package io.github.cucmcerts.rule;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule does not load if a text is missing or if its severity does not fit its source. */
class RuleInfoTest {
    @Test
    void theTextOfCucmIsOptional() {
        assertThatNoException().isThrownBy(() -> rule(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "message", "rationale", "causes", "remedy", "source", "section of the source"})
    void everyOtherTextIsRequired(String field) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> rule(Map.of(field, " ")))
                .withMessage("The rule some-rule lacks its " + field);
    }

    @Test
    void aRuleWithoutACauseDoesNotLoad() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> RuleInfo.of("some-rule", Topic.SAN, Severity.INFO, "title")
                        .message("message")
                        .rationale("rationale")
                        .remedy("remedy")
                        .source("source", "section", Source.Kind.ADVICE))
                .withMessage("The rule some-rule lacks its causes");
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR, REJECTION, ''",
        "ERROR, REQUIREMENT, it breaks phones",
        "ERROR, ADVICE, it breaks phones",
        "WARNING, REQUIREMENT, ''",
        "WARNING, ADVICE, ''",
        "INFO, ADVICE, ''",
    })
    void theSeverityFitsTheSource(Severity severity, Source.Kind kind, String whyError) {
        assertThatNoException().isThrownBy(() -> rule(severity, kind, whyError));
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR, REQUIREMENT, '', 'does not say why it is an ERROR: its source documents no rejection'",
        "ERROR, ADVICE, ' ', 'does not say why it is an ERROR: its source documents no rejection'",
        "ERROR, REJECTION, it breaks, 'says why it is an ERROR, but is none or its source documents a rejection'",
        "WARNING, ADVICE, it breaks, 'says why it is an ERROR, but is none or its source documents a rejection'",
        "WARNING, REJECTION, '', 'is no ERROR, but its source documents a rejection'",
        "INFO, REJECTION, '', 'is no ERROR, but its source documents a rejection'",
        "INFO, REQUIREMENT, '', 'is INFO, but its source documents a requirement'",
    })
    void aRuleWithAnotherSeverityDoesNotLoad(Severity severity, Source.Kind kind, String whyError, String problem) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> rule(severity, kind, whyError))
                .withMessage("The rule some-rule " + problem);
    }

    private static RuleInfo rule(Severity severity, Source.Kind kind, String whyError) {
        return RuleInfo.of("some-rule", Topic.SAN, severity, "A title")
                .message("It lacks {missing}.")
                .rationale("Why.")
                .causes("A cause.")
                .remedy("No action needed.")
                .whyError(whyError)
                .source("A guide", "some section", kind);
    }

    /** A complete rule, except for these texts. */
    private static RuleInfo rule(Map<String, String> changed) {
        Map<String, String> texts = new HashMap<>(Map.of(
                "title", "A title",
                "message", "It lacks {missing}.",
                "rationale", "Why.",
                "causes", "A cause.",
                "remedy", "No action needed.",
                "source", "A guide",
                "section of the source", "some section"));
        texts.putAll(changed);
        return RuleInfo.of("some-rule", Topic.SAN, Severity.INFO, texts.get("title"))
                .message(texts.get("message"))
                .rationale(texts.get("rationale"))
                .causes(texts.get("causes"))
                .remedy(texts.get("remedy"))
                .source(texts.get("source"), texts.get("section of the source"), Source.Kind.ADVICE);
    }
}

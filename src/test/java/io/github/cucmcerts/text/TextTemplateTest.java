package io.github.cucmcerts.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.text.Words.Span;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTemplateTest {
    private static final TextTemplate LINE = TextTemplate.of("[line {line}: ]{reason}[; it is at {elsewhere}]");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The key is the CSR's. | The key is the CSR's.",
                "It has no {missing}. | It has no <missing>.",
                "The window ends at {windowEnd}. | The window ends at <window end>.",
                "[line {line}: ]{reason}[; it is at {elsewhere}] | line <line>: <reason>; it is at <elsewhere>",
            })
    void theExplainedTextNamesEvidenceAndLeavesNoPartOut(String template, String explained) {
        assertThat(TextTemplate.of(template).explained(Language.ENGLISH)).hasToString(explained);
    }

    @Test
    void anOptionalPartNeedsItsEvidence() {
        assertThat(LINE.filled(Map.of("line", Words.code("3"), "reason", Words.prose("cut off"))))
                .hasToString("line 3: cut off");
        assertThat(LINE.filled(Map.of("elsewhere", Words.code("a")))).hasToString("; it is at a");
        assertThat(LINE.isComplete(Set.of("line", "reason", "elsewhere"))).isTrue();
        assertThat(LINE.isComplete(Set.of("line", "reason"))).isFalse();
    }

    @Test
    void textIsProseAndCommandsAndEvidenceAreCode() {
        Words words = TextTemplate.of("On {node}: type `utils {x}`[ twice]")
                .filled(Map.of("node", Words.code("pub"), "x", Words.code("y")));
        assertThat(words.spans())
                .containsExactly(
                        new Span("On ", false),
                        new Span("pub", true),
                        new Span(": type ", false),
                        new Span("utils {x}", true),
                        new Span(" twice", false));
    }

    @Test
    void evidenceIsNeverAMark() {
        assertThat(TextTemplate.of("[{a} and ]{b}").filled(Map.of("a", Words.code("{b}"), "b", Words.code("[{a}]`x`"))))
                .hasToString("{b} and [{a}]`x`");
    }

    @Test
    void anEmptyValueCountsAsEvidenceAndLeavesNoSpan() {
        assertThat(TextTemplate.of("[of {a}]").filled(Map.of("a", Words.code(""))))
                .isEqualTo(Words.prose("of "));
    }

    @Test
    void anOptionalSentenceIsAPieceOfItsOwn() {
        TextTemplate remedy =
                TextTemplate.of("Begin.[ Do {one}, twice {two}.][Type `x` on {other}.] End[ with {last}].");
        assertThat(remedy.sentences(Language.ENGLISH))
                .extracting(Words::toString)
                .containsExactly("Begin.", "Do <one>, twice <two>.", "Type x on <other>.", "End with <last>.");
        assertThat(remedy.explained(Language.ENGLISH))
                .hasToString("Begin. Do <one>, twice <two>. Type x on <other>. End with <last>.");
        assertThat(remedy.explained(Language.ENGLISH).spans()).contains(new Span("x", true));
        assertThat(TextTemplate.of("").sentences(Language.ENGLISH)).isEmpty();
    }
}

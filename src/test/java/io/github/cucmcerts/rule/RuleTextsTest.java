package io.github.cucmcerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Finding.Text;
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.text.Words.Span;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleTextsTest {
    private static final RuleInfo RULE = RuleInfo.of("some-rule", Topic.SAN, Severity.ERROR, "A title")
            .message("It contains {added}[, not in {csr}]")
            .rationale("Why.")
            .causes("{csr} is another's", "The CA added {added}", "Anything")
            .remedy("Fix it.")
            .source("A guide", "some section", Source.Kind.REJECTION);

    @Test
    void noExplanationShowsAMarkOfATemplate() {
        assertThat(RuleBook.catalogue())
                .map(RuleInfo::explained)
                .allSatisfy(rule -> assertThat(rule.message()
                                + rule.cucm()
                                + rule.rationale()
                                + String.join("", rule.causes())
                                + rule.remedy())
                        .doesNotContain("{", "}", "[", "]", ".."));
    }

    @Test
    void noValueIsATemplate() {
        Finding finding = finding(Map.of("added", List.of("{csr}", "[b", "\ue0000\ue001", "`c`", "$1\\")));
        assertThat(finding.message()).isEqualTo("It contains {csr}, [b, \ue0000\ue001, `c`, $1\\");
        assertThat(finding.words(Text.MESSAGE).spans())
                .filteredOn(Span::code)
                .extracting(Span::text)
                .containsExactly("{csr}", "[b", "\\ue0000\\ue001", "`c`", "$1\\");
    }

    @Test
    void wordsShowTenValuesAndCountTheOthers() {
        Finding finding = finding(Map.of("added", Collections.nCopies(12, "a"), "csr", List.of("b")));
        assertThat(finding.words(Text.MESSAGE).spans())
                .startsWith(new Span("It contains ", false), new Span("a", true))
                .endsWith(
                        new Span(", ", false),
                        new Span("2 more", false),
                        new Span(", not in ", false),
                        new Span("b", true));
        assertThat(finding.message()).isEqualTo("It contains " + "a, ".repeat(11) + "a, not in b");
    }

    @Test
    void theCauseIsTheFirstOneWithAllOfItsEvidence() {
        assertThat(finding(Map.of("added", List.of("a"))).cause()).isEqualTo("The CA added a");
        assertThat(finding(Map.of("added", List.of("a"), "csr", List.of("b"))).cause())
                .isEqualTo("b is another's");
        assertThat(finding(Map.of()).words(Text.CAUSE)).isEqualTo(Words.prose("Anything"));
        assertThat(finding(Map.of()).words(Text.CUCM)).isEqualTo(Words.NONE);
    }

    private static Finding finding(Map<String, List<String>> evidence) {
        return new Finding(
                RULE,
                Severity.ERROR,
                Optional.empty(),
                Origin.DIRECTORY,
                Optional.empty(),
                evidence,
                Optional.empty(),
                Optional.empty());
    }
}

package io.github.cucmcerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Finding.Text;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.TextTemplate;
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.text.Words.Span;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
                .flatMap(rule -> Stream.concat(
                                Stream.of(rule.message(), rule.cucm(), rule.rationale(), rule.remedy()),
                                rule.causes().stream())
                        .toList())
                .map(text -> TextTemplate.of(text).explained(Language.ENGLISH).toString())
                .allSatisfy(text -> assertThat(text).doesNotContain("{", "}", "[", "]", "`", "..", ". .", ".A", "  "));
    }

    @Test
    void noValueIsATemplate() {
        Finding finding = finding(Map.of("added", List.of("{csr}", "[b", "\ue0000\ue001", "`c`", "$1\\")));
        assertThat(finding.message()).isEqualTo("It contains {csr}, [b, \ue0000\ue001, `c`, and $1\\");
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
                        new Span(", and ", false),
                        new Span("2 more", false),
                        new Span(", not in ", false),
                        new Span("b", true));
        assertThat(finding.message()).isEqualTo("It contains " + "a, ".repeat(11) + "and a, not in b");
    }

    @Test
    void namesWithCommasAreSeparatedBySemicolons() {
        assertThat(message("CN=a", "CN=b")).isEqualTo("It contains CN=a and CN=b");
        assertThat(message("CN=a,O=x", "CN=b")).isEqualTo("It contains CN=a,O=x; and CN=b");
        assertThat(message("CN=a,O=x", "b", "c")).isEqualTo("It contains CN=a,O=x; b; and c");
        assertThat(message("CN=a,O=x")).isEqualTo("It contains CN=a,O=x");
    }

    private static String message(String... added) {
        Finding finding = finding(Map.of("added", List.of(added)));
        assertThat(finding.words(Text.MESSAGE)).hasToString(finding.message());
        return finding.message();
    }

    @Test
    void aBoundedListIsASentence() {
        Finding finding = finding(Map.of("added", Bounds.list(Collections.nCopies(60, "a"))));
        assertThat(finding.message()).isEqualTo("It contains " + "a, ".repeat(50) + "and 10 more");
        assertThat(finding.words(Text.MESSAGE)).hasToString("It contains " + "a, ".repeat(10) + "and 50 more");
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

package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Language;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleIndexTest {
    @Test
    void theConsoleTextFitsIntoEightyColumns() {
        Stream<String> lines = Stream.concat(
                RuleIndex.console(RuleBook.catalogue(), Language.ENGLISH, 80).stream(),
                RuleBook.catalogue().stream().flatMap(rule -> RulePage.console(rule, Language.ENGLISH, 80).stream()));
        assertThat(lines.filter(line -> !line.startsWith("  Link: ")))
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(80 - "[INFO] ".length())
                        .isEqualTo(line.stripTrailing()));
    }

    @Test
    void theListNamesEveryRule() {
        String list = String.join("\n", RuleIndex.console(RuleBook.catalogue(), Language.ENGLISH, 80));
        assertThat(RuleBook.catalogue())
                .allSatisfy(rule ->
                        assertThat(list).containsPattern("(?m)^  " + rule.id() + " +" + rule.severity() + " +[A-Z]"));
    }

    @Test
    void aDocumentThatIsOnTheWebIsLinked() {
        RuleInfo rule = RuleBook.catalogue().stream()
                .filter(its -> its.id().equals("san-added"))
                .findFirst()
                .orElseThrow();
        assertThat(RulePage.console(rule, Language.ENGLISH, 300))
                .anyMatch(line -> line.matches("  Link:     https://www\\.cisco\\.com/.*/217138-[a-z-]+\\.html"));
        assertThat(RulePage.body(rule, Language.ENGLISH))
                .contains("\n## Documents on the web\n\n- https://www.cisco.com/");
    }

    @Test
    void undocumentedPartsAreLeftOut() {
        RuleInfo rule = RuleInfo.of("some-rule", Topic.SAN, Severity.INFO, "A *title*")
                .message("It has no {missing}.")
                .rationale("Why.")
                .causes("One.", "Another.")
                .remedy("No action needed.")
                .source("A guide", "some section", Source.Kind.ADVICE);
        assertThat(RulePage.console(rule, Language.ENGLISH, 80))
                .containsExactly(
                        "some-rule: A *title*",
                        "  Severity: INFO",
                        "  Topic:    san",
                        "  Message:  It has no <missing>.",
                        "  Why:      Why.",
                        "  Cause:    One.",
                        "  Cause:    Another.",
                        "  Fix:      No action needed.",
                        "  Source:   A guide, some section. Basis: recommendation.");
    }
}

package io.github.cucmcerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the key is the CSR's | the key is the CSR's",
                "it lacks {missing} | it lacks <missing>",
                "the window ends at {windowEnd} | the window ends at <window end>",
                "[line {line}: ]{reason}[; it lies at {elsewhere}] | line <line>: <reason>; it lies at <elsewhere>",
            })
    void forPeopleEvidenceIsNamedAndNoPartIsLeftOut(String template, String explained) {
        assertThat(Template.explained(template)).isEqualTo(explained);
    }

    @Test
    void noExplanationShowsATemplate() {
        assertThat(RuleBook.catalogue())
                .map(RuleInfo::explained)
                .allSatisfy(rule -> assertThat(rule.message()
                                + rule.cucm()
                                + rule.rationale()
                                + String.join("", rule.causes())
                                + rule.remedy())
                        .doesNotContain("{", "}", "[", "]"));
    }
}

package io.github.cucmcerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Message;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The severity of a finding, and its prose. */
class FindingsTest {
    private static final RuleInfo RULE = EngineRules.RULE_FAILED;

    @Test
    void aFindingHasTheSeverityOfItsRuleUnlessItSetsItsOwn() {
        Findings findings = new Findings(RULE, Severities.unchanged(), Optional.empty());
        findings.on(Origin.DIRECTORY).report();
        findings.on(Origin.DIRECTORY).severity(Severity.INFO).report();
        assertThat(findings.all()).extracting(Finding::severity).containsExactly(Severity.ERROR, Severity.INFO);
    }

    @Test
    void aSeverityOfTheBuildAppliesToAllFindingsOfTheRule() {
        Severities severities = new Severities(Map.of(RULE.id(), Severity.WARNING), Set.of());
        Findings findings = new Findings(RULE, severities, Optional.empty());
        findings.on(Origin.DIRECTORY).report();
        findings.on(Origin.DIRECTORY).severity(Severity.INFO).report();
        assertThat(findings.all()).extracting(Finding::severity).containsOnly(Severity.WARNING);
    }

    /** The prose is an existing text of a rule, because it has a translation. */
    @Test
    void theProseInTheEvidenceIsInTheLanguageOfTheFinding() {
        Message prose = Message.of("rule.rule-failed.title", RULE.title());
        Findings findings = new Findings(RULE, Severities.unchanged(), Optional.empty());
        findings.on(Origin.DIRECTORY)
                .with("rule", "san-added")
                .with("problem", Message.of("reason.test", "{what} (once)", "what", prose))
                .withProse("all", Collections.nCopies(52, prose))
                .report();
        Finding english = findings.all().get(0);
        assertThat(english.evidence()).containsEntry("problem", List.of(RULE.title() + " (once)"));
        Language language = Language.of("zh-TW").orElseThrow();
        RuleInfo translated = RULE.in(language);
        assertThat(translated.title()).isNotEqualTo(RULE.title());

        Finding finding = english.with(translated);

        assertThat(finding.message()).contains(translated.title() + " (once)");
        assertThat(finding.evidence()).as("for scripts").isEqualTo(english.evidence());
    }
}

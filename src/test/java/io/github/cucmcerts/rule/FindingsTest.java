package io.github.cucmcerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.inventory.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The severity of a finding. */
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
}

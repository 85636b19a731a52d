package io.github.cucmcerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule: the cases that must be found, and the nearest ones that must not. */
class RulesTest {
    @TempDir
    private Path directory;

    static List<Case> cases() {
        return Stream.of(
                        CsrMatchCases.ALL,
                        SanCases.ALL,
                        ChainCases.ALL,
                        TrustStoreCases.ALL,
                        ValidityCases.ALL,
                        KeyUsageCases.ALL,
                        FilesCases.ALL,
                        ChangeCases.ALL,
                        EngineCases.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsFound(Case each) throws IOException {
        List<Finding> counting = each.judge(directory).stream()
                .filter(finding -> finding.waiver().isEmpty())
                .toList();
        assertThat(counting.stream().map(finding -> finding.rule().id()).collect(Collectors.toSet()))
                .as("%s", each)
                .isEqualTo(each.expected());
        List<Finding> own = counting.stream()
                .filter(finding -> finding.rule().id().equals(each.rule()))
                .toList();
        if (!each.files().isEmpty()) {
            assertThat(own)
                    .extracting(finding -> finding.origin().file())
                    .containsExactlyInAnyOrderElementsOf(each.files());
        }
        assertThat(own).allSatisfy(finding -> assertThat(finding.message()).contains(each.text()));
        assertThat(counting).allSatisfy(finding -> {
            assertThat(finding.message()).doesNotContain("  ", "()", "{");
            assertThat(finding.cause()).isNotBlank();
        });
    }

    @Test
    void everyRuleHasACaseThatIsFoundAndOneThatIsNot() {
        Set<String> catalogue = RuleBook.catalogue().stream().map(RuleInfo::id).collect(Collectors.toSet());
        assertThat(rules(Case::isFound)).isEqualTo(catalogue);
        assertThat(rules(each -> !each.isFound())).isEqualTo(catalogue);
    }

    @Test
    void everyRuleSaysAllThatItMust() {
        assertThat(RuleBook.catalogue()).extracting(RuleInfo::id).doesNotHaveDuplicates();
        assertThat(RuleBook.catalogue()).allSatisfy(rule -> {
            assertThat(rule.message()).isNotBlank();
            assertThat(rule.rationale()).isNotBlank();
            assertThat(rule.causes()).isNotEmpty();
            assertThat(rule.remedy()).isNotBlank();
            assertThat(rule.source()).isNotNull();
        });
    }

    @Test
    void aFindingWeighsWhatTheBuildSays() throws IOException {
        Case each = Case.found("csr-missing", "").in(EngineCases::csrMissing).changed("csr-missing", Severity.INFO);
        assertThat(each.judge(directory)).extracting(Finding::severity).containsExactly(Severity.INFO);
    }

    @Test
    void aWaivedFindingStaysAndDoesNotCount() throws IOException {
        Case each = Case.clean("csr-missing", "").in(EngineCases::csrMissing).waiver(EngineCases.WAIVER);
        assertThat(each.judge(directory)).singleElement().satisfies(finding -> {
            assertThat(finding.waiver()).contains(EngineCases.WAIVER.acceptance());
            assertThat(finding.counts(Severity.ERROR)).isFalse();
        });
    }

    private static Set<String> rules(Predicate<Case> which) {
        return cases().stream().filter(which).map(Case::rule).collect(Collectors.toSet());
    }
}

package io.github.cucmcerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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

/** The cases of each rule that must be found, and similar ones that must not. */
class RulesTest {
    private static final boolean WRITE = Boolean.getBoolean("cucm-certs.write");
    /** The only rule whose cases are checked; empty for all rules. */
    private static final String RULE = System.getProperty("cucm-certs.rule", "");

    private static final String REWRITE =
            "%s: %s has other findings. If that file is wrong, write it again: mvn test -Dtest=RulesTest -Dcucm-certs.write=true";

    @TempDir
    private Path directory;

    static List<Case> cases() {
        return Stream.of(
                        CsrMatchCases.ALL,
                        SlotCases.ALL,
                        SanCases.ALL,
                        ChainCases.ALL,
                        TrustStoreCases.ALL,
                        ValidityCases.ALL,
                        KeyUsageCases.ALL,
                        FilesCases.ALL,
                        DeployedCases.ALL,
                        ChangeCases.ALL,
                        ServedCases.ALL,
                        EngineCases.ALL)
                .flatMap(List::stream)
                .toList();
    }

    static List<Case> selected() {
        return cases().stream()
                .filter(each -> RULE.isEmpty() || each.rule().equals(RULE))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("selected")
    void findingsAreAsExpected(Case each) throws IOException {
        List<Finding> found = each.findings(directory);
        String text = FindingsText.of(found);
        if (WRITE) {
            write(each.file(), text);
        }
        String expected = Files.exists(each.file()) ? Files.readString(each.file()) : "";
        assertThat(text.lines())
                .as(REWRITE, each, each.file())
                .containsExactlyElementsOf(expected.lines().toList());
        List<Finding> counting =
                found.stream().filter(finding -> finding.waiver().isEmpty()).toList();
        Set<String> rules =
                counting.stream().map(finding -> finding.rule().id()).collect(Collectors.toSet());
        assertThat(rules.contains(each.rule())).as("%s", each).isEqualTo(each.isFound());
        assertThat(counting).allSatisfy(finding -> {
            assertThat(finding.message()).doesNotContain("  ", "()", "{");
            assertThat(finding.cause()).isNotBlank();
        });
    }

    @Test
    void everyRuleHasACaseThatIsFoundAndACaseThatIsNot() {
        Set<String> catalogue = RuleBook.catalogue().stream().map(RuleInfo::id).collect(Collectors.toSet());
        assertThat(rules(Case::isFound)).isEqualTo(catalogue);
        assertThat(rules(each -> !each.isFound())).isEqualTo(catalogue);
    }

    @Test
    void everyRuleHasItsOwnId() {
        assertThat(RuleBook.catalogue()).extracting(RuleInfo::id).doesNotHaveDuplicates();
    }

    @Test
    void theBuildCanChangeASeverity() throws IOException {
        Case each = Case.found("csr-missing", "").in(EngineCases::csrMissing).changed("csr-missing", Severity.INFO);
        assertThat(each.findings(directory)).extracting(Finding::severity).containsExactly(Severity.INFO);
    }

    @Test
    void theSeverityOfTheBuildOverridesTheSettingsOfTheCluster() throws IOException {
        Case each = Case.found("node-not-named", "")
                .in(tree -> tree.set("cucm-pub/tomcat"))
                .commonCriteria()
                .changed("node-not-named", Severity.INFO);
        assertThat(each.findings(directory)).extracting(Finding::severity).containsExactly(Severity.INFO);
    }

    @Test
    void aWaivedFindingIsReportedAndDoesNotCount() throws IOException {
        Case each = Case.clean("csr-missing", "").in(EngineCases::csrMissing).waiver(EngineCases.WAIVER);
        assertThat(each.findings(directory)).singleElement().satisfies(finding -> {
            assertThat(finding.waiver()).contains(EngineCases.WAIVER.acceptance());
            assertThat(finding.counts(Severity.ERROR)).isFalse();
        });
    }

    @Test
    void everyFileBelongsToOneCase() throws IOException {
        List<Path> files = cases().stream().map(Case::file).toList();
        assertThat(files).doesNotHaveDuplicates();
        for (Path file : files()) {
            if (WRITE && !files.contains(file)) {
                write(file, "");
            }
            assertThat(files).as("the case of %s", file).contains(file);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Case.FILES)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Fails if anything changes, because somebody must read what is written. */
    private static void write(Path file, String text) throws IOException {
        if (text.equals(Files.exists(file) ? Files.readString(file) : "")) {
            return;
        }
        if (text.isEmpty()) {
            Files.delete(file);
        } else {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        throw new AssertionError(file + " was written again. Read the changes, then run the test without writing.");
    }

    private static Set<String> rules(Predicate<Case> which) {
        return cases().stream().filter(which).map(Case::rule).collect(Collectors.toSet());
    }
}

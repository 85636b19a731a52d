package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console output for a directory with many upload sets. */
class ConsoleOfManyTest {
    @TempDir
    private Path directory;

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void findingsThatDifferOnlyInTheNamesOfTheirSetsAreShownOnce() throws IOException {
        sets(30, number -> "DNS:www." + node(number));
        List<String> lines = lines();
        assertThat(lines).filteredOn(line -> line.contains("[san-added]")).hasSize(1);
        assertThat(String.join(" ", lines).replaceAll(" +", " "))
                .contains("node-10/tomcat-ECDSA: BLOCKED 30 upload sets: node-10.pem: ")
                .contains("DNS:www.node-10")
                .contains("Concerns 30 upload sets: node-10/tomcat-ECDSA, ")
                .contains("node-19/tomcat-ECDSA, and 20 more.")
                .contains("Other upload sets: 29 BLOCKED")
                .doesNotContain("errors of their own", "node-30");
    }

    @Test
    void findingsWithDifferentEvidenceAreNotSimilar() throws IOException {
        sets(30, number -> number < 25 ? "DNS:www." + node(number) : "DNS:mail." + node(number));
        assertThat(lines()).filteredOn(line -> line.contains("[san-added]")).hasSize(2);
    }

    @Test
    void afterTwentySetsWithErrorsTheOthersAreCounted() throws IOException {
        sets(30, number -> "DNS:other-" + number + ".example.com");
        // a later set without errors still shows its warning
        set(39);
        findings.add(finding("validity-too-long", Severity.WARNING, 39, "x"));
        List<String> lines = lines();
        assertThat(lines).filteredOn(line -> line.endsWith(": BLOCKED")).hasSize(20);
        assertThat(lines)
                .contains("node-29/tomcat-ECDSA: BLOCKED")
                .doesNotContain("node-30/tomcat-ECDSA: BLOCKED")
                .containsSubsequence(
                        "Other upload sets: 10 BLOCKED",
                        "10 of them have errors of their own. The reports list these errors.");
        assertThat(String.join(" ", lines))
                .contains("other-19", "[validity-too-long]")
                .doesNotContain("other-20");
    }

    @Test
    void eachOfTwentySetsShowsItsOwnFindings() throws IOException {
        sets(20, number -> "DNS:www." + node(number));
        List<String> lines = lines();
        assertThat(lines).filteredOn(line -> line.contains("[san-added]")).hasSize(20);
        assertThat(lines).filteredOn(line -> line.endsWith(": BLOCKED")).hasSize(20);
        assertThat(String.join(" ", lines)).doesNotContain("Other upload sets", "  20 upload sets:");
    }

    private static String node(int number) {
        return "node-" + (10 + number);
    }

    private void sets(int sets, IntFunction<String> added) {
        for (int number = 0; number < sets; number++) {
            set(number);
            findings.add(finding("san-added", Severity.ERROR, number, added.apply(number)));
        }
    }

    private void set(int number) {
        Tree.in(directory)
                .file(
                        node(number) + "/tomcat-ECDSA/tomcat.csr",
                        Csr.of(node(number), Keys.ec(node(number)), with -> {}));
    }

    private static Finding finding(String rule, Severity severity, int number, String name) {
        Origin origin = new Origin(node(number) + ".pem", 0, 1, 0, false);
        return Reported.finding(rule, severity, Optional.of(node(number) + "/tomcat-ECDSA"), origin, name);
    }

    private List<String> lines() throws IOException {
        return Console.lines(Reported.of(directory, findings.toArray(Finding[]::new)));
    }
}

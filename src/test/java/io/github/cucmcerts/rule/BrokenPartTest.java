package io.github.cucmcerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.report.ReportFormat;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.PathFinder;
import io.github.cucmcerts.trust.Signatures;
import io.github.cucmcerts.upload.Grouping;
import io.github.cucmcerts.upload.Uploads;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search or a store that breaks down blocks the sets that need it, and no other. */
class BrokenPartTest {
    private static final String TOMCAT = "cucm-pub.example.com/tomcat";
    private static final String IPSEC = "cucm-pub.example.com/ipsec";
    private static final ChangeWindow WINDOW = ChangeWindow.at(Times.NOW);
    private static final Facts.Storing STORING =
            (store, needed) -> store.after(WINDOW, Cluster.unknown().release(), needed);

    @TempDir
    private Path directory;

    private Inventory inventory;
    private Uploads uploads;

    @BeforeEach
    void twoGoodSets() throws IOException {
        Tree.in(directory).set(TOMCAT).set(IPSEC, GoodSet.ipsec("cucm-pub.example.com"));
        inventory = DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of());
        uploads = Grouping.of(inventory, Cluster.unknown(), Set.of());
    }

    @Test
    void aSearchThatFails() throws IOException {
        Report report = report(
                signatures -> (leaf, reach, canHold) -> {
                    if (leaf.origin().file().startsWith(IPSEC)) {
                        throw new IllegalStateException("oops");
                    }
                    return new PathFinder(signatures, WINDOW).find(leaf, reach, canHold);
                },
                STORING);
        assertOnlyIpsecIsBlocked(report, "certification paths", "IllegalStateException: oops");
    }

    @Test
    void aSearchThatOverflowsTheStack() throws IOException {
        Report report = report(
                signatures -> (leaf, reach, canHold) -> {
                    if (leaf.origin().file().startsWith(IPSEC)) {
                        throw new StackOverflowError();
                    }
                    return new PathFinder(signatures, WINDOW).find(leaf, reach, canHold);
                },
                STORING);
        assertOnlyIpsecIsBlocked(report, "certification paths", "StackOverflowError");
    }

    @Test
    void aStoreThatFails() throws IOException {
        Report report = report(signatures -> new PathFinder(signatures, WINDOW)::find, (store, needed) -> {
            if (store.name().equals("ipsec-trust")) {
                throw new IllegalStateException("oops");
            }
            return STORING.after(store, needed);
        });
        assertOnlyIpsecIsBlocked(report, "trust stores", "IllegalStateException: oops");
    }

    @Test
    void aStoreThatFailsOnceItsPathsAreKnown() throws IOException {
        Report report = report(signatures -> new PathFinder(signatures, WINDOW)::find, (store, needed) -> {
            if (store.name().equals("ipsec-trust") && !needed.isEmpty()) {
                throw new IllegalStateException("oops");
            }
            return STORING.after(store, needed);
        });
        assertOnlyIpsecIsBlocked(report, "trust stores", "IllegalStateException: oops");
    }

    @Test
    void nothingFails() throws IOException {
        Report report = report(signatures -> new PathFinder(signatures, WINDOW)::find, STORING);
        assertThat(report.sets()).allMatch(set -> report.state(set) == Report.State.READY);
    }

    private static void assertOnlyIpsecIsBlocked(Report report, String part, String problem) throws IOException {
        assertThat(report.sets())
                .allSatisfy(set -> assertThat(report.state(set))
                        .isEqualTo(set.id().equals(IPSEC) ? Report.State.BLOCKED : Report.State.READY));
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().id().equals("rule-failed"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.uploadSet()).contains(IPSEC);
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.evidence().get("rule")).containsExactly(part);
                    assertThat(finding.message()).contains(part, problem).doesNotContain("\tat ");
                });
        for (ReportFormat format : ReportFormat.values()) {
            StringWriter writer = new StringWriter();
            format.write(report, writer);
            assertThat(writer.toString()).as("%s", format).contains("rule-failed");
        }
    }

    private Report report(Function<Signatures, Facts.PathSearch> paths, Facts.Storing storing) {
        Facts facts = new Facts(inventory, uploads, Cluster.unknown(), WINDOW, Duration.ofDays(30), paths, storing);
        Set<Topic> topics = Set.of(Topic.values());
        Severities severities = new Severities(Map.of(), Set.of());
        return new Report(
                "1",
                "certs",
                "certs",
                facts,
                RuleBook.judged(topics, severities),
                Judge.judge(facts, topics, severities));
    }
}

package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.fixture.Session;
import io.github.cucmcerts.fixture.Snapshot;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.plan.PlanMarkdown;
import io.github.cucmcerts.plan.Runbook;
import io.github.cucmcerts.text.Language;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the outputs say about the exports in {@code deployed/}. */
class DeployedTextTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final String SUB = "cucm-sub1.example.com";
    private static final Cluster THREE = new Cluster(
            Optional.of(new NodeName(PUB)),
            List.of(new NodeName(SUB), new NodeName("cucm-sub2.example.com")),
            List.of(),
            Optional.empty(),
            false,
            false,
            false,
            false,
            List.of());

    @TempDir
    private Path directory;

    private Tree tree;

    @BeforeEach
    void aSet() {
        tree = Tree.in(directory).set(Reported.SET);
    }

    @Test
    void everyOutputForPeopleShowsTheNumberOfNodesAndTheDate() throws IOException {
        tree.file(
                        "deployed/a.json",
                        Snapshot.of(PUB).takenAt("2026-11-20T04:00:00Z").pretty())
                .file(
                        "deployed/b.json",
                        Snapshot.of(SUB).takenAt("2026-11-25T04:00:00Z").pretty());
        String text = "deployed: 2 of 3 nodes, as of 2026-11-20 04:00 UTC";
        Report report = report(THREE);
        assertThat(Console.text(report)).contains(text);
        assertThat(Jsoup.parse(Reported.written(ReportFormat.HTML, report))
                        .select("p.window")
                        .text())
                .contains(text);
        assertThat(Reported.written(ReportFormat.MARKDOWN, report)).contains(text);
        StringWriter plan = new StringWriter();
        PlanMarkdown.write(Runbook.of(report), plan);
        assertThat(plan.toString()).contains("deployed/: 2 of 3 nodes, as of 2026-11-20 04:00 UTC");
    }

    @Test
    void withoutConfiguredNodesItCountsTheNodesOfTheExports() throws IOException {
        tree.file(
                        "deployed/a.json",
                        Snapshot.of(PUB).takenAt("2026-11-20T04:00:00Z").pretty())
                .file(
                        "deployed/b.json",
                        Snapshot.of(PUB).takenAt("2026-11-25T04:00:00Z").pretty());
        assertThat(DeployedText.of(report(Cluster.unknown()).facts(), Language.ENGLISH))
                .hasValue("1 node, as of 2026-11-20 04:00 UTC");
    }

    @Test
    void theDateIsInTheOffsetOfTheChangeWindow() throws IOException {
        tree.file(
                "deployed/a.json",
                Snapshot.of(PUB).takenAt("2026-11-20T04:00:00Z").pretty());
        ChangeWindow window = ChangeWindow.parse("2026-12-01T22:00:00-06:00");
        Report report = Reported.as(Cluster.unknown(), window, List.of(), directory, List.of());
        assertThat(DeployedText.of(report.facts(), Language.ENGLISH))
                .hasValue("1 node, as of 2026-11-19 22:00 -06:00 (2026-11-20 04:00 UTC)");
    }

    @Test
    void aSessionHasNoDate() throws IOException {
        tree.file(
                "deployed/" + PUB + ".txt",
                Session.begin().listTrust("CAPF-trust/a.pem").text());
        assertThat(DeployedText.of(report(THREE).facts(), Language.ENGLISH)).hasValue("1 of 3 nodes");
    }

    @Test
    void filesInFoldersAreNoExport() throws IOException {
        tree.set("deployed/" + Reported.SET);
        Report report = report(THREE);
        assertThat(DeployedText.of(report.facts(), Language.ENGLISH)).isEmpty();
        assertThat(Console.text(report)).doesNotContain("deployed: ");
    }

    private Report report(Cluster cluster) throws IOException {
        return Reported.as(cluster, ChangeWindow.at(Times.NOW), List.of(), directory, List.of());
    }
}

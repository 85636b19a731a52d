package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.check.State;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The leaves of two nodes lie in each other's folder: what people read tells it once, what programs read tells all. */
class ConsequencesInReportsTest {
    private static final String SUB = "cucm-sub1.example.com/tomcat";
    private static final GoodSet GOOD = GoodSet.of("cucm-pub.example.com");
    private static final GoodSet OTHER = GoodSet.of("cucm-sub1.example.com");
    private static final String FOLLOWS =
            "Follows from it, and is mended with it: Another subject than the CSR asks for"
                    + " (csr-subject-mismatch); The certificate lacks names of its CSR (san-missing); The certificate names more than"
                    + " its CSR (san-added)";
    private static final String WRONG_ADVICE = "Have the CA issue exactly the names of the CSR";

    @TempDir
    private Path directory;

    private Report report;

    @BeforeEach
    void swapped() throws IOException {
        Tree.in(directory).set(Reported.SET, GOOD.leaf(OTHER.leaf())).set(SUB, OTHER.leaf(GOOD.leaf()));
        report = Reported.of(directory);
    }

    @Test
    void theConsoleTellsTheFirstAlone() {
        StringBuilder told = new StringBuilder();
        ConsoleReport.write(report, new ConsoleReport.Sink() {
            @Override
            public void line(Severity severity, String text) {
                told.append(text.strip()).append(' ');
            }

            @Override
            public void heading(String text, State state) {
                told.append(text).append(' ');
            }
        });
        assertThat(told.toString())
                .containsSubsequence("[csr-public-key-mismatch]", FOLLOWS, "2 upload sets: 6 errors, 2 warnings")
                .doesNotContain("[san-missing]", WRONG_ADVICE);
    }

    @Test
    void soDoesThePage() throws IOException {
        Document page = Jsoup.parse(Reported.written(ReportFormat.HTML, report));
        assertThat(page.select("details.set .finding h4").eachText())
                .hasSize(2)
                .allMatch(text -> text.contains("public key is not that of the CSR"));
        assertThat(page.select("details.set .finding p.where").eachText()).contains(FOLLOWS);
        assertThat(page.select("h1").text()).isEqualTo("Not ready: 2 of 2 upload sets are blocked");
        assertThat(page.select(".next li").eachText()).allMatch(text -> text.contains("Move the certificate"));
    }

    @Test
    void soDoesMarkdown() throws IOException {
        assertThat(Reported.written(ReportFormat.MARKDOWN, report))
                .startsWith("**Blocked.** 2 upload sets: 6 errors, 2 warnings")
                .contains("\n  - " + FOLLOWS + "\n")
                .doesNotContain(WRONG_ADVICE);
    }

    @Test
    void soDoAnnotations() {
        assertThat(GitHubAnnotations.lines(report)).hasSize(2).allMatch(line -> line.endsWith("%0A" + FOLLOWS));
    }

    @Test
    void whatProgramsReadTellsAllAndWhatEachFollowsFrom() throws IOException {
        assertThat(Reported.written(ReportFormat.JSON, report).replaceAll("\\s+", ""))
                .contains("\"explainedBy\":{\"rule\":\"csr-public-key-mismatch\",\"uploadSet\":\"" + SUB + "\"}");
        assertThat(Reported.written(ReportFormat.SARIF, report))
                .contains(
                        "\"san-missing\"",
                        "\\nFollows from: csr-public-key-mismatch on " + SUB + ", and is mended with it\"");
        assertThat(Reported.written(ReportFormat.JUNIT, report))
                .contains("failures=\"3\"", "Follows from: csr-public-key-mismatch on " + SUB);
    }

    /** As where an output has no room for the first, or does not show its set. */
    @Test
    void withoutTheFirstAFindingIsListedForItself() {
        List<Finding> consequences = new ArrayList<>(report.findings());
        consequences.removeIf(finding -> finding.explainedBy().isEmpty());
        assertThat(Listing.folded(consequences, Room.PAGE).entries()).hasSize(6);
        assertThat(Listing.folded(report.findings(), new Room(1, 0, 0)).leftOut())
                .extracting(LeftOut::rule)
                .contains("csr-public-key-mismatch", "san-missing");
    }
}

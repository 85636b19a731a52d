package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.text.Glob;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.waiver.Waiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The leaves of two nodes are swapped: outputs for people report this once, outputs for programs report every finding. */
class ConsequencesInReportsTest {
    private static final String SUB = "cucm-sub1.example.com/tomcat";
    private static final GoodSet GOOD = GoodSet.of("cucm-pub.example.com");
    private static final GoodSet OTHER = GoodSet.of("cucm-sub1.example.com");
    private static final String FOLLOWS = Stream.of("csr-subject-mismatch", "san-missing", "san-added")
            .map(rule -> Reported.rule(rule).title() + " (" + rule + ")")
            .collect(Collectors.joining("; ", "The same fix also solves: ", "."));
    private static final Cluster FIPS =
            new Cluster(Optional.empty(), List.of(), List.of(), Optional.empty(), false, false, true, false, List.of());

    @TempDir
    private Path directory;

    private Report report;
    private String wrongAdvice;

    @BeforeEach
    void swapped() throws IOException {
        Tree.in(directory).set(Reported.SET, GOOD.leaf(OTHER.leaf())).set(SUB, OTHER.leaf(GOOD.leaf()));
        report = Reported.of(directory);
        wrongAdvice = report.findings().stream()
                .filter(finding -> finding.rule().id().equals("san-added"))
                .findFirst()
                .orElseThrow()
                .remedy();
    }

    @Test
    void theConsoleShowsOnlyTheFirst() {
        assertThat(Console.text(report))
                .containsSubsequence("[csr-public-key-mismatch]", FOLLOWS, "2 upload sets: 6 errors, 2 warnings")
                .doesNotContain("[san-missing]", wrongAdvice);
    }

    @Test
    void thePageToo() throws IOException {
        Document page = Jsoup.parse(Reported.written(ReportFormat.HTML, report));
        assertThat(page.select("details.set .finding h4").eachText())
                .hasSize(2)
                .allMatch(text -> text.contains("public key"));
        assertThat(page.select("details.set .finding p.where").eachText()).contains(FOLLOWS);
        assertThat(page.select("h1").text()).isEqualTo("Not ready: 2 of 2 upload sets are blocked");
        assertThat(page.select(".next li").eachText()).allMatch(text -> text.contains("Move the certificate"));
    }

    @Test
    void markdownToo() throws IOException {
        assertThat(Reported.written(ReportFormat.MARKDOWN, report))
                .startsWith("**Blocked.** 2 upload sets: 6 errors, 2 warnings")
                .contains("\n  - " + FOLLOWS + "\n")
                .doesNotContain(wrongAdvice);
    }

    @Test
    void annotationsToo() {
        assertThat(GitHubAnnotations.lines(report)).hasSize(2).allMatch(line -> line.endsWith("%0A" + FOLLOWS));
    }

    @Test
    void outputsForProgramsHaveAllFindingsAndWhatEachFollowsFrom() throws IOException {
        assertThat(Reported.written(ReportFormat.JSON, report).replaceAll("\\s+", ""))
                .contains("\"explainedBy\":{\"rule\":\"csr-public-key-mismatch\",\"uploadSet\":\"" + SUB + "\"}");
        assertThat(Reported.written(ReportFormat.SARIF, report))
                .contains(
                        "\"san-missing\"",
                        "\\nFollows from: csr-public-key-mismatch on " + SUB
                                + ". The fix for that finding also solves this one.\"");
        assertThat(Reported.written(ReportFormat.JUNIT, report))
                .contains("failures=\"3\"", "Follows from: csr-public-key-mismatch on " + SUB);
    }

    @Test
    void aFindingThatIsLeftOutIsCountedWithItsConsequences() {
        Listing listing = Listing.folded(report.findings(), new Room(1, false, 0, 0));
        assertThat(report.sets())
                .allSatisfy(set -> assertThat(listing.of(set).notes())
                        .extracting(Words::toString)
                        .containsExactly("Left out here: 4 findings (3 errors)."));
    }

    /** Two certificates violate the same rule, and the second violation has a consequence. */
    @Test
    void aFindingIsFoldedUnderTheOneOnItsOwnFile() throws IOException {
        List<Listing.Entry> entries = signedWeakly("SHA224withRSA", List.of());
        assertThat(folded(entries)).containsExactly("tomcat.pem: []", "intermediate.pem: [weak-signature]");
    }

    @Test
    void nothingIsFoldedUnderAWaivedFinding() throws IOException {
        Waiver waiver = new Waiver(
                "fips-signature",
                Optional.of(new Glob("**/tomcat.pem")),
                Optional.empty(),
                new Acceptance("known", LocalDate.parse("2027-01-01")),
                Message.of("reason.the-pom", "the POM"));
        List<Listing.Entry> entries = signedWeakly("SHA1withRSA", List.of(waiver));
        assertThat(folded(entries)).containsExactly("tomcat.pem: []", "intermediate.pem: [weak-signature]");
        assertThat(entries)
                .extracting(entry -> entry.finding().rule().id())
                .as("the finding on the leaf has no explanation")
                .contains("weak-signature");
    }

    /** If two sets share the file, the second counts the finding with its consequences there. */
    @Test
    void aFindingOnASharedFileIsCountedForEachSet() throws IOException {
        GoodSet weak = GOOD.intermediate(with -> with.signedWith("SHA1withRSA"));
        Tree.in(directory)
                .set(Reported.SET, weak)
                .set(SUB, OTHER.intermediate(with -> with.signedWith("SHA1withRSA")))
                .without(Reported.SET + "/intermediate.pem")
                .without(SUB + "/intermediate.pem")
                .file("ca/intermediate.pem", weak.intermediate());
        Report shared = Reported.as(FIPS, ChangeWindow.at(Times.NOW), List.of(), directory, List.of());
        Listing listing = Listing.folded(shared.findings(), Room.PAGE);
        assertThat(shared.sets())
                .filteredOn(set -> set.id().equals(SUB))
                .singleElement()
                .satisfies(set -> assertThat(listing.of(set).notes())
                        .extracting(Words::toString)
                        .containsExactly("2 findings (1 error) are reported under " + Reported.SET + "."));
    }

    private List<Listing.Entry> signedWeakly(String leafs, List<Waiver> waivers) throws IOException {
        Tree.in(directory)
                .set(
                        Reported.SET,
                        GOOD.intermediate(with -> with.signedWith("SHA1withRSA"))
                                .leaf(with -> with.signedWith(leafs)))
                .set(SUB, OTHER);
        Report weak = Reported.as(FIPS, ChangeWindow.at(Times.NOW), waivers, directory, List.of());
        return Listing.folded(weak.findings(), Room.PAGE).entries();
    }

    /** The consequences of each signature that FIPS mode does not accept, by file. */
    private static List<String> folded(List<Listing.Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.finding().rule().id().equals("fips-signature"))
                .map(entry -> Path.of(entry.finding().origin().file()).getFileName() + ": "
                        + entry.consequences().stream()
                                .map(finding -> finding.rule().id())
                                .distinct()
                                .toList())
                .toList();
    }

    /** As if an output has no room for the first finding, or does not show its set. */
    @Test
    void withoutTheFirstFindingAConsequenceHasItsOwnEntry() {
        List<Finding> consequences = new ArrayList<>(report.findings());
        consequences.removeIf(finding -> finding.explainedBy().isEmpty());
        assertThat(Listing.folded(consequences, Room.PAGE).entries()).hasSize(6);
        assertThat(Listing.folded(report.findings(), new Room(1, false, 0, 0)).leftOut())
                .extracting(LeftOut::rule)
                .contains("csr-public-key-mismatch", "san-missing");
    }
}

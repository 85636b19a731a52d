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
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.waiver.Waiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final Cluster FIPS =
            new Cluster(Optional.empty(), List.of(), List.of(), Optional.empty(), false, false, true, false, List.of());
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
        assertThat(Console.text(report))
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

    @Test
    void whatIsLeftOutIsCountedWithWhatFollowsFromIt() {
        Listing listing = Listing.folded(report.findings(), new Room(1, false, 0, 0));
        assertThat(report.sets())
                .allSatisfy(set -> assertThat(listing.of(set).notes())
                        .extracting(Words::toString)
                        .containsExactly("Left out here: 4 findings (ERROR: 3)"));
    }

    /** Two certificates break one rule, and something follows from what the second does. */
    @Test
    void aFindingIsFoldedUnderTheOneOnItsOwnFile() throws IOException {
        List<Listing.Entry> entries = signedWeakly("SHA224withRSA", List.of());
        assertThat(folded(entries)).containsExactly("tomcat.pem: []", "intermediate.pem: [weak-signature]");
    }

    @Test
    void nothingIsFoldedUnderWhatIsWaived() throws IOException {
        Waiver waiver = new Waiver(
                "fips-signature",
                Optional.of(new Glob("**/tomcat.pem")),
                Optional.empty(),
                new Acceptance("known", LocalDate.parse("2027-01-01")),
                "the POM");
        List<Listing.Entry> entries = signedWeakly("SHA1withRSA", List.of(waiver));
        assertThat(folded(entries)).containsExactly("tomcat.pem: []", "intermediate.pem: [weak-signature]");
        assertThat(entries)
                .extracting(entry -> entry.finding().rule().id())
                .as("on the leaf nothing explains it")
                .contains("weak-signature");
    }

    /** On a file that two sets share it is counted under the second with what follows from it there. */
    @Test
    void whatIsOnASharedFileIsCountedForEachSet() throws IOException {
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
                        .containsExactly("2 findings (ERROR: 1), reported under " + Reported.SET));
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

    /** What follows from each signature that FIPS mode does not take, by file. */
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

    /** As where an output has no room for the first, or does not show its set. */
    @Test
    void withoutTheFirstAFindingIsListedForItself() {
        List<Finding> consequences = new ArrayList<>(report.findings());
        consequences.removeIf(finding -> finding.explainedBy().isEmpty());
        assertThat(Listing.folded(consequences, Room.PAGE).entries()).hasSize(6);
        assertThat(Listing.folded(report.findings(), new Room(1, false, 0, 0)).leftOut())
                .extracting(LeftOut::rule)
                .contains("csr-public-key-mismatch", "san-missing");
    }
}

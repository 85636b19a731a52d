package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Bounds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits the size of the outputs, which say what they leave out. */
class BoundsTest {
    private static final int MANY = 60;
    private static final int MEGABYTE = 1 << 20;
    private static final Cert ROOT = Cert.root("Example Root CA");

    @TempDir
    private Path directory;

    private Tree tree;

    @BeforeEach
    void anEmptyDirectory() {
        tree = Tree.in(directory);
    }

    @Test
    void aFindingOnASharedFileIsReportedOnceWithTheSetsThatItConcerns() throws IOException {
        sharedFolder();
        Report report = Reported.of(directory);
        Map<String, String> outputs = Outputs.of(report);

        Document page = Jsoup.parse(outputs.get("report.html"));
        assertThat(page.select(".finding:has(a[href=#rule-trust-certificate-not-taken])"))
                .hasSize(MANY)
                .allSatisfy(finding -> assertThat(finding.text())
                        .contains("Concerns 60 upload sets: node-10.example.com/tomcat, node-11.example.com/tomcat, ")
                        .contains("node-19.example.com/tomcat, and 50 more."));
        assertThat(page.select("details.set > .where").eachText())
                .hasSize(MANY - 1)
                .containsOnly("60 findings are reported under node-10.example.com/tomcat.");
        assertThat(outputs.get("console").split("Concerns 60 upload sets:", -1)).hasSize(MANY + 1);
        assertThat(outputs.get("report.md"))
                .contains("Concerns 60 upload sets: `node-10.example.com/tomcat`, ")
                .hasSizeLessThan(60_000);
        assertThat(of(
                        "trust-certificate-not-taken",
                        "ruleId",
                        json(outputs, "report.sarif")
                                .getAsJsonArray("runs")
                                .get(0)
                                .getAsJsonObject()
                                .getAsJsonArray("results")))
                .hasSize(MANY);
        assertThat(outputs.get("report-junit.xml").split("60 findings are reported under", -1))
                .hasSize(MANY);
        assertThat(outputs)
                .allSatisfy((output, text) -> assertThat(text).as(output).hasSizeLessThan(2_000_000));
    }

    @Test
    void thePageCountsTheSetsThatItDoesNotShow() throws IOException {
        int all = 1_002;
        for (int i = 0; i < all; i++) {
            tree.file("node-" + i + "/tomcat/tomcat.csr", Csr.of("pub"));
        }
        Origin shared = new Origin("ca/root.pem", 0, 1, 0, false);
        Finding[] more = Stream.concat(
                        IntStream.range(0, all).mapToObj(i -> onSet("validity-too-long", i, shared)),
                        // the sets that the page does not show have their own findings
                        IntStream.range(0, all)
                                .mapToObj(i -> onSet("san-added", i, new Origin(i + ".pem", 0, 1, 0, false))))
                .toArray(Finding[]::new);
        Document page = Jsoup.parse(Reported.written(ReportFormat.HTML, Reported.of(directory, more)));
        assertThat(page.select("details.set")).hasSize(1_000);
        assertThat(page.text())
                .contains("Concerns 1,002 upload sets: node-0/tomcat, ")
                .contains("This page does not show the least urgent upload sets (2). report.json has them.")
                .doesNotContain("of san-added (ERROR)");
    }

    @Test
    void reportJsonRepeatsItForSomeSetsAndCountsTheOthers() throws IOException {
        sharedFolder();
        Report report = Reported.of(directory);
        JsonObject json = json(Outputs.of(report), "report.json");
        assertThat(of("trust-certificate-not-taken", "rule", json.getAsJsonArray("findings")))
                .hasSize(MANY * Room.JSON.repeated());
        assertThat(json.getAsJsonArray("leftOut").toString())
                .isEqualTo("[{\"rule\":\"trust-certificate-not-taken\",\"severity\":\"WARNING\",\"count\":"
                        + MANY * (MANY - Room.JSON.repeated()) + "}]");
        assertThat(json.getAsJsonArray("findings").size() + MANY * (MANY - Room.JSON.repeated()))
                .isEqualTo(report.findings().size());
        assertThat(json.getAsJsonObject("summary").get("warnings").getAsLong())
                .isEqualTo(report.count(Severity.WARNING));
    }

    @Test
    void aListHasItsFirstValuesAndTheNumberOfTheOthers() throws IOException {
        sharedFolder();
        JsonObject json = json(Outputs.of(Reported.of(directory)), "report.json");
        assertThat(of("key-shared", "rule", json.getAsJsonArray("findings")))
                .hasSize(MANY)
                .allSatisfy(finding -> assertThat(
                                finding.getAsJsonObject("evidence").getAsJsonArray("others"))
                        .hasSize(Bounds.VALUES + 1)
                        .last()
                        .extracting(JsonElement::getAsString)
                        .isEqualTo("and 9 more"));
        assertThat(Reported.written(ReportFormat.MARKDOWN, Reported.of(directory)))
                .contains(", and 49 more");
    }

    @Test
    void inASetWithManyCsrsEachFindingNamesSomeOfTheOthers() throws IOException {
        for (int i = 0; i < MANY; i++) {
            String name = "DNS:a" + i;
            tree.file("pub/tomcat/" + (10 + i) + ".csr", Csr.of("pub", Keys.rsa("one"), with -> with.san(name)));
        }
        List<Finding> found = Reported.of(directory).findings().stream()
                .filter(finding -> finding.rule().id().equals("csr-not-unique"))
                .toList();
        assertThat(found)
                .hasSize(MANY)
                .allSatisfy(finding -> assertThat(finding.evidence().get("others"))
                        .hasSize(Bounds.VALUES + 1)
                        .endsWith("and 9 more")
                        .doesNotContain(finding.origin().file()));
    }

    @Test
    void aHundredThousandFindingsOfOneRuleAreCounted() throws IOException {
        Finding[] junk = IntStream.range(0, 100_000)
                .mapToObj(i -> Reported.finding(
                        "file-unreadable",
                        Severity.ERROR,
                        Optional.empty(),
                        new Origin("f" + i + ".pem", 0, 0, 0, false)))
                .toArray(Finding[]::new);
        tree.file("pub/tomcat/tomcat.csr", Csr.of("pub"));
        Map<String, String> outputs = Outputs.of(Reported.of(directory, junk));
        assertThat(json(outputs, "report.json").getAsJsonArray("leftOut").toString())
                .isEqualTo("[{\"rule\":\"file-unreadable\",\"severity\":\"ERROR\",\"count\":90000}]");
        assertThat(outputs.get("report.json")).contains("\"errors\": 100000").hasSizeLessThan(15_000_000);
        String most = "Left out here: 99,000 of file-unreadable (ERROR).";
        assertThat(outputs.get("report.html")).contains(most).hasSizeLessThan(2_000_000);
        assertThat(outputs.get("report.sarif")).contains(most).hasSizeLessThan(2_500_000);
        assertThat(outputs.get("report-junit.xml"))
                .contains("Left out here: 99,000 findings (99,000 errors).")
                .hasSizeLessThan(2_000_000);
        assertThat(outputs.get("report.md"))
                .containsPattern("\n99\\d+ more are left out here")
                .hasSizeLessThan(60_000);
        assertThat(outputs.get("console").replaceAll("\\s+\\[INFO] ?", " "))
                .contains("Left out here: 99,800 of file-unreadable (ERROR).")
                .contains("100000 errors")
                .hasSizeLessThan(200_000);
        assertThat(outputs.get("annotations")).endsWith("The log has 99990 more errors.");
    }

    @Test
    void errorsAreKeptBeforeWaivedFindings() throws IOException {
        Finding error = Reported.sanAdded("last.pem", "DNS:last");
        Finding[] all = Stream.concat(
                        IntStream.range(0, Room.PAGE.ofRule())
                                .mapToObj(i -> Reported.waived(Reported.sanAdded(i + ".pem", "DNS:a"), "known")),
                        Stream.of(error))
                .toArray(Finding[]::new);
        tree.set(Reported.SET);
        Document page = Jsoup.parse(Reported.written(ReportFormat.HTML, Reported.of(directory, all)));
        assertThat(page.select(".finding")).hasSize(Room.PAGE.ofRule());
        assertThat(page.select(".finding.error .path").eachText()).containsExactly("last.pem");
        assertThat(page.select("details.set > .where").eachText()).containsExactly("Left out here: 1 finding.");
    }

    @Test
    void aBlockedSetSaysWhereItsErrorIsReported() throws IOException {
        tree.set("a/tomcat").set("b/tomcat");
        Origin shared = new Origin("ca/root.pem", 0, 1, 0, false);
        Report report = Reported.of(
                directory,
                Reported.finding("san-added", Severity.ERROR, Optional.of("a/tomcat"), shared, "DNS:a"),
                Reported.finding("san-added", Severity.ERROR, Optional.of("b/tomcat"), shared, "DNS:a"),
                Reported.finding("san-added", Severity.ERROR, Optional.of("b/tomcat"), shared, "DNS:other"));
        Map<String, String> outputs = Outputs.of(report);
        String note = "1 finding (1 error) is reported under a/tomcat.";
        assertThat(outputs.get("console")
                        .lines()
                        .map(line -> line.replace("[INFO]", "").strip()))
                .containsSubsequence("a/tomcat: BLOCKED", "b/tomcat: BLOCKED", note)
                .contains("Concerns 2 upload sets: a/tomcat, b/tomcat.");
        assertThat(Jsoup.parse(outputs.get("report.html"))
                        .select("details.set > .where")
                        .eachText())
                .containsExactly(note);
        assertThat(outputs.get("report-junit.xml")).contains("<failure type=\"ERROR\" message=\"" + note + "\">");
        assertThat(outputs.get("plan.md")).contains("1 finding (1 error) is reported under `a/tomcat`.");
        assertThat(outputs.get("annotations").lines()).hasSize(2);
        assertThat(of("san-added", "rule", json(outputs, "report.json").getAsJsonArray("findings")))
                .hasSize(3);
    }

    @Test
    void aNameOfAMegabyteIsShortenedAndItsLengthShown() throws IOException {
        String name = "x".repeat(MEGABYTE);
        Csr csr = Csr.of("pub", with -> with.subject("O=" + name + ",CN=pub").san("DNS:pub", "DNS:" + name));
        Cert issuer = Cert.root("R", with -> with.subject("O=" + name));
        tree.file("pub/tomcat/tomcat.csr", csr).file("pub/tomcat/tomcat.pem", issuer.sign(csr));
        Map<String, String> outputs = Outputs.of(Reported.of(directory));
        assertThat(outputs)
                .allSatisfy((output, text) -> assertThat(text).as(output).hasSizeLessThan(MEGABYTE / 4));
        for (String output : List.of("report.json", "report.html", "report.sarif", "report-junit.xml")) {
            assertThat(outputs.get(output)).as(output).contains("x… (1,048,578 characters)");
        }
        assertThat(outputs.get("inspect")).contains("(1,048,");
        assertThat(outputs.get("plan.md")).contains("x… (1,048,578 characters)");
        assertThat(outputs.get("console").lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(Bounds.VALUE + 100));
    }

    @Test
    void noCharacterIsCutInTwo() {
        String astral = "\ud83d\ude00";
        assertThat(Bounds.text("x".repeat(999) + astral)).isEqualTo("x".repeat(999) + "… (1,001 characters)");
        assertThat(Bounds.text("x".repeat(998) + astral)).isEqualTo("x".repeat(998) + astral);
        String shortened = Bounds.text("x".repeat(2_000));
        assertThat(shortened).isEqualTo("x".repeat(1_000) + "… (2,000 characters)");
        assertThat(Bounds.text(shortened)).isEqualTo(shortened);
    }

    private static Finding onSet(String rule, int set, Origin origin) {
        return Reported.finding(rule, Severity.ERROR, Optional.of("node-" + set + "/tomcat"), origin, "DNS:a");
    }

    /** Sets with one key, and CA certificates that no path needs and no store accepts. */
    private void sharedFolder() {
        tree.file("ca/root.pem", ROOT);
        for (int i = 0; i < MANY; i++) {
            String host = "node-" + (10 + i) + ".example.com";
            Csr csr = Csr.of(host, Keys.rsa("one"), with -> {});
            tree.file(host + "/tomcat/tomcat.csr", csr).file(host + "/tomcat/tomcat.pem", ROOT.sign(csr));
            tree.file(
                    "ca/old-" + i + ".pem",
                    ROOT.intermediate(
                            "Old CA " + i, with -> with.key(Keys.rsa("old")).valid("2020-01-01", "2024-01-01")));
        }
    }

    private static JsonObject json(Map<String, String> outputs, String output) {
        return JsonParser.parseString(outputs.get(output)).getAsJsonObject();
    }

    /** The findings of one rule. */
    private static List<JsonObject> of(String rule, String field, JsonArray findings) {
        return StreamSupport.stream(findings.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(finding -> finding.get(field).getAsString().equals(rule))
                .toList();
    }
}

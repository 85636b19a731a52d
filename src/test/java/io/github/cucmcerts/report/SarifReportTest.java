package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifReportTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void aGoodSet() {
        Tree.in(directory).set(Reported.SET);
    }

    @Test
    void itFollowsTheSchemaOfTheStandard() throws IOException {
        Report report = Reported.of(
                directory,
                Reported.sanAdded(Reported.HOSTILE, Reported.HOSTILE),
                Reported.finding("waiver-unused", Severity.WARNING, Optional.empty(), Origin.DIRECTORY),
                Reported.waived(Reported.sanAdded("a.pem", "DNS:a"), Reported.HOSTILE));
        assertThat(errors(Reported.written(ReportFormat.SARIF, report))).isEmpty();
        assertThat(errors(Reported.written(ReportFormat.SARIF, report).replace("\"note\"", "\"info\"")))
                .as("the schema is applied")
                .isNotEmpty();
    }

    @Test
    void itNamesItsLanguageUnlessItIsEnglish() throws IOException {
        Report report = Reported.of(directory);
        Report chinese = report.in(Language.of("zh-TW").orElseThrow());
        assertThat(run(report).has("language")).isFalse();
        assertThat(run(chinese).get("language").getAsString()).isEqualTo("zh-TW");
        assertThat(errors(Reported.written(ReportFormat.SARIF, chinese))).isEmpty();
    }

    @Test
    void aResultNamesItsRuleLevelAndPlace() throws IOException {
        JsonObject run =
                run(Reported.of(directory, Reported.sanAdded("cucm-pub.example.com/tomcat/tomcat.pem", "DNS:b")));
        JsonObject result = run.getAsJsonArray("results").get(0).getAsJsonObject();
        JsonObject rule = run.getAsJsonObject("tool")
                .getAsJsonObject("driver")
                .getAsJsonArray("rules")
                .get(result.get("ruleIndex").getAsInt())
                .getAsJsonObject();
        assertThat(rule.get("id").getAsString()).isEqualTo("san-added");
        assertThat(rule.get("name").getAsString()).isEqualTo("SanAdded");
        assertThat(result.get("level").getAsString()).isEqualTo("error");
        assertThat(text(result))
                .contains("DNS:b", "\nCUCM: CSR SAN and Certificate SAN does not match", "\nCause: ", "\nFix: ");
        assertThat(uri(result)).isEqualTo("certs/cucm-pub.example.com/tomcat/tomcat.pem");
        assertThat(line(result)).isEqualTo(3);
        assertThat(result.getAsJsonArray("suppressions")).isEmpty();
    }

    @Test
    void aRuleNamesItsPageAndTheToolTheProject() throws IOException {
        JsonObject driver = run(Reported.of(directory)).getAsJsonObject("tool").getAsJsonObject("driver");
        String project = driver.get("informationUri").getAsString();
        assertThat(Files.readString(Path.of("pom.xml"))).contains("\n  <url>" + project + "</url>\n");
        assertThat(driver.getAsJsonArray("rules")).isNotEmpty().allSatisfy(rule -> {
            String page = rule.getAsJsonObject().get("helpUri").getAsString();
            assertThat(page).startsWith(project + "/blob/HEAD/");
            assertThat(Path.of(page.substring((project + "/blob/HEAD/").length())))
                    .exists();
        });
    }

    @Test
    void aFileOnAnotherDriveHasAFullUri() throws IOException {
        Finding drive = Reported.sanAdded("D:/ca/a b.pem", "DNS:b");
        Finding share = Reported.sanAdded("//server/ca/root.pem", "DNS:b");
        Finding near = Reported.sanAdded("../ca/root.pem", "DNS:b");
        assertThat(uris(Reported.below(directory, "certs", drive, share, near)))
                .containsExactly("file:///D:/ca/a%20b.pem", "file://server/ca/root.pem", "ca/root.pem");
        assertThat(uris(Reported.below(directory, "E:/certs", near))).containsExactly("file:///E:/ca/root.pem");
        assertThat(Reported.written(ReportFormat.SARIF, Reported.below(directory, "E:/certs", near)))
                .doesNotContain("uriBaseId");
    }

    @Test
    void aPlaceIsAUriFromTheRootOfTheRepository() throws IOException {
        Finding odd = Reported.sanAdded("50% off/a b#c?d:é\ud83d\ude00.pem");
        Finding above = Reported.sanAdded("../ca/./root.pem");
        Finding whole = Reported.finding("purpose-unknown", Severity.WARNING, Optional.empty(), Origin.DIRECTORY);
        assertThat(uris(Reported.below(directory, "site/certs", odd, above, whole)))
                .containsExactly(
                        "site/certs/50%25%20off/a%20b%23c%3Fd%3A%C3%A9%F0%9F%98%80.pem",
                        "site/ca/root.pem", "site/certs");
        assertThat(uris(Reported.below(directory, "", odd, above, whole)))
                .containsExactly("50%25%20off/a%20b%23c%3Fd%3A%C3%A9%F0%9F%98%80.pem", "../ca/root.pem", ".");
        assertThat(line(results(Reported.of(directory, whole)).get(0).getAsJsonObject()))
                .isEqualTo(1);
    }

    @Test
    void aNameThatIsNotTextHasItsUri() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("odd"));
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        Process shell = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "mkdir \"$(printf 'n\\351')\" && printf x > \"$(printf 'n\\351/a b%%\\351\\377+.pem')\"")
                .directory(folder.toFile())
                .start();
        assumeTrue(shell.waitFor(20, TimeUnit.SECONDS) && shell.exitValue() == 0, "a file system of UTF-8 names only");
        Report report = Reported.of(
                directory,
                Reported.sanAdded(
                        DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of()).files().stream()
                                .map(ScannedFile::path)
                                .filter(path -> path.startsWith("odd/"))
                                .findFirst()
                                .orElseThrow()));
        assertThat(uris(report)).containsOnly("certs/odd/n%E9/a%20b%25%E9%FF+.pem");
        String uri = uris(report).get(0).substring("certs/".length());
        assertThat(Path.of(URI.create(directory.toUri() + uri))).exists();
        assertThat(uris(Reported.of(directory, Reported.sanAdded("\ufffda{b")))).contains("certs/%EF%BF%BDa%7Bb");
    }

    @Test
    void aFingerprintDoesNotDependOnTheLine() throws IOException {
        Finding finding = Reported.sanAdded("a.pem", "DNS:a");
        Finding moved = Reported.finding(
                "san-added", Severity.ERROR, Optional.of(Reported.SET), new Origin("a.pem", 1, 99, 0, false), "DNS:a");
        Finding other = Reported.sanAdded("b.pem", "DNS:a");
        List<String> prints = results(Reported.of(directory, finding, moved, other)).asList().stream()
                .map(result ->
                        result.getAsJsonObject().get("partialFingerprints").toString())
                .toList();
        assertThat(prints.get(0)).isEqualTo(prints.get(1)).isNotEqualTo(prints.get(2));
    }

    @Test
    void aWaivedFindingIsSuppressed() throws IOException {
        Finding waived = Reported.waived(Reported.sanAdded("a.pem", "DNS:a"), "CUCM accepted it in the lab");
        JsonObject suppression = results(Reported.of(directory, waived))
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("suppressions")
                .get(0)
                .getAsJsonObject();
        assertThat(suppression.get("kind").getAsString()).isEqualTo("external");
        assertThat(suppression.get("status").getAsString()).isEqualTo("accepted");
        assertThat(suppression.get("justification").getAsString())
                .isEqualTo("CUCM accepted it in the lab (until 2026-12-31)");
    }

    @Test
    void aNameIsNeitherLinkNorPlaceholder() throws IOException {
        Report report = Reported.of(directory, Reported.sanAdded("a.pem", Reported.HOSTILE));
        assertThat(text(results(report).get(0).getAsJsonObject()))
                .contains("[x]\\u0028https://evil.example)", "{{0}}", "\\u0000")
                .doesNotContain("](", "##[", "##vso[", "\u202e", "\u001b");
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        Finding finding = Reported.sanAdded("a.pem", Reported.HOSTILE);
        assertThat(Reported.written(ReportFormat.SARIF, Reported.of(directory, finding)))
                .isEqualTo(Reported.written(ReportFormat.SARIF, Reported.of(directory, finding)))
                .doesNotContain("\r", directory.toString());
    }

    private static List<Error> errors(String sarif) throws IOException {
        try (InputStream file = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(file, InputFormat.JSON);
            return schema.validate(
                    sarif,
                    InputFormat.JSON,
                    context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        }
    }

    private static JsonObject run(Report report) throws IOException {
        return JsonParser.parseString(Reported.written(ReportFormat.SARIF, report))
                .getAsJsonObject()
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject();
    }

    private static JsonArray results(Report report) throws IOException {
        return run(report).getAsJsonArray("results");
    }

    private static List<String> uris(Report report) throws IOException {
        return results(report).asList().stream()
                .map(result -> uri(result.getAsJsonObject()))
                .toList();
    }

    private static String text(JsonObject result) {
        return result.getAsJsonObject("message").get("text").getAsString();
    }

    private static String uri(JsonObject result) {
        return place(result).getAsJsonObject("artifactLocation").get("uri").getAsString();
    }

    private static int line(JsonObject result) {
        return place(result).getAsJsonObject("region").get("startLine").getAsInt();
    }

    private static JsonObject place(JsonObject result) {
        return result.getAsJsonArray("locations").get(0).getAsJsonObject().getAsJsonObject("physicalLocation");
    }
}

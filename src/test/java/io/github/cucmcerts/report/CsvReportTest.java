package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.text.Language;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The inventory as CSV, parsed by the rules of RFC 4180. */
class CsvReportTest {
    private static final String PUB = "pub.example.com";
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final int NODES = 0;
    private static final int SUBJECT = 4;

    @TempDir
    private Path directory;

    private Tree tree;

    @BeforeEach
    void anEmptyDirectory() {
        tree = Tree.in(directory);
    }

    @Test
    void aLineForEachRow() throws IOException {
        tree.set(PUB + "/tomcat", GOOD.leaf(with -> with.serial(0xABCDEFL).valid("2026-01-01", "2026-12-31")));
        List<List<String>> lines = lines();
        assertThat(lines.get(0))
                .containsExactly(
                        "nodes",
                        "purposeOrStore",
                        "state",
                        "role",
                        "subject",
                        "issuer",
                        "serial",
                        "notBefore",
                        "notAfter",
                        "daysLeft",
                        "extendedKeyUsage",
                        "sha256",
                        "file");
        assertThat(lines.get(1).subList(0, 11))
                .containsExactly(
                        PUB,
                        "tomcat",
                        "to be uploaded",
                        "leaf",
                        "C=US,ST=California,L=San Jose,O=Example,OU=Voice,CN=" + PUB,
                        "O=Example,CN=Example Issuing CA",
                        "abcdef",
                        "2026-01-01T00:00:00Z",
                        "2026-12-31T00:00:00Z",
                        "29",
                        "clientAuth serverAuth");
        assertThat(lines.get(1).get(12)).isEqualTo(PUB + "/tomcat/tomcat.pem");
        assertThat(lines).hasSize(1 + 3).allSatisfy(line -> assertThat(line).hasSameSizeAs(lines.get(0)));
    }

    @Test
    void theSameBytesInEachBuild() throws IOException {
        tree.set(PUB + "/tomcat").set("sub.example.com/ipsec");
        assertThat(csv()).isEqualTo(csv());
    }

    @Test
    void separatorsAreQuotedAndDaysAreANumber() throws IOException {
        String name = "a \"b\", c\r\nd;e";
        tree.file("deployed/tomcat-trust/a.pem", ended(name));
        assertThat(lines().get(1).get(SUBJECT))
                .contains("\"b\\\"")
                .contains("\\u000d\\u000ad")
                .doesNotContain("\r", "\n");
        assertThat(lines()).hasSize(2);
        assertThat(csv()).containsPattern("Z\",-[0-9]+,\"\",");
    }

    /** Names that a spreadsheet would run, also after a semicolon, which begins a cell in some systems. */
    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\uFF1D1", " =1", "x;=cmd", "x; +1"})
    void noNodeIsAFormula(String node) throws IOException {
        tree.set(node + "/tomcat", GOOD);
        assertThat(lines().get(1).get(NODES))
                .contains("'")
                .matches("(?s)'.*|x;'.*")
                .isEqualTo(node.startsWith("x;") ? "x;'" + node.substring(2) : "'" + node);
    }

    @Test
    void textThatIsNoFormulaStaysAsItIs() throws IOException {
        tree.set("a=b-c@d+e;f/tomcat", GOOD);
        assertThat(lines().get(1).get(NODES)).isEqualTo("a=b-c@d+e;f/tomcat".replace("/tomcat", ""));
    }

    @Test
    void aControlCharacterIsSpelledOut() throws IOException {
        tree.set("\t=1/tomcat", GOOD);
        assertThat(lines().get(1).get(NODES)).isEqualTo("\\u0009=1");
    }

    @Test
    void aNameOfAMegabyteIsShortened() throws IOException {
        String name = "x".repeat(1 << 20);
        tree.file("deployed/tomcat-trust/a.pem", Cert.root("a", with -> with.subject("O=" + name)));
        assertThat(csv()).contains("x… (1,048,578 characters)").hasSizeLessThan(4_000);
    }

    @Test
    void manyNodesAreShortenedToTheFirst() throws IOException {
        for (int i = 100; i < 160; i++) {
            tree.set("n" + i + "/ipsec", GoodSet.ipsec("n" + i));
        }
        assertThat(lines())
                .filteredOn(line -> line.get(1).equals("ipsec-trust"))
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(line.get(NODES)).startsWith("n100, n101").endsWith("n149, and 10 more"));
    }

    @Test
    void withMoreThanAHundredThousandRowsTheLastLineCountsTheOthers() throws IOException {
        tree.file("deployed/tomcat-trust/a.pem", Cert.root("a"));
        CertificateRow row = CertificateList.of(Reported.of(directory)).get(0);
        StringWriter writer = new StringWriter();
        CsvReport.write(Collections.nCopies(100_007, row), Language.ENGLISH, writer);
        assertThat(writer.toString().lines()).hasSize(1 + 100_000 + 1);
        assertThat(writer.toString())
                .endsWith("\r\n\"and 7 more\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n");
    }

    private static Cert ended(String name) {
        String escaped = name.replaceAll("[\\\\,+\"<>;=]", "\\\\$0");
        return Cert.root("a", with -> with.subject("O=" + escaped).valid("2000-01-01", "2001-01-01"));
    }

    private String csv() throws IOException {
        return Reported.written(ReportFormat.CSV, Reported.of(directory));
    }

    private List<List<String>> lines() throws IOException {
        String csv = csv();
        assertThat(csv).startsWith("\uFEFF").endsWith("\r\n");
        return parsed(csv.substring(1));
    }

    /** Parses by the rules of RFC 4180. */
    private static List<List<String>> parsed(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        int at = 0;
        while (at < csv.length()) {
            StringBuilder cell = new StringBuilder();
            if (csv.charAt(at) == '"') {
                at++;
                while (csv.charAt(at) != '"' || csv.startsWith("\"\"", at)) {
                    at += csv.charAt(at) == '"' ? 1 : 0;
                    cell.append(csv.charAt(at++));
                }
                at++;
            } else {
                while (csv.charAt(at) != ',' && csv.charAt(at) != '\r') {
                    cell.append(csv.charAt(at++));
                }
            }
            line.add(cell.toString());
            if (csv.startsWith("\r\n", at)) {
                lines.add(line);
                line = new ArrayList<>();
                at += 2;
            } else {
                assertThat(csv.charAt(at)).isEqualTo(',');
                at++;
            }
        }
        assertThat(line).isEmpty();
        return lines;
    }
}

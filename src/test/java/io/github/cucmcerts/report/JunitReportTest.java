package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Severity;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitReportTest {
    private static final Origin FILE = new Origin("a.pem", 0, 1, 0, false);

    @TempDir
    private Path directory;

    @BeforeEach
    void aGoodSetAndOneThatAwaitsItsCertificate() {
        Tree.in(directory)
                .set(Reported.SET)
                .set("cucm-sub1.example.com/tomcat")
                .without("cucm-sub1.example.com/tomcat/tomcat.pem");
    }

    @Test
    void eachSuiteFollowsSurefiresSchema() throws Exception {
        Report report = Reported.of(
                directory,
                Reported.sanAdded(Reported.HOSTILE, Reported.HOSTILE),
                Reported.sanAdded("b.pem", "DNS:b"),
                Reported.waived(Reported.sanAdded("c.pem", "DNS:c"), Reported.HOSTILE),
                Reported.finding("san-wildcard", Severity.INFO, Optional.of(Reported.SET), FILE),
                Reported.waived(
                        Reported.finding("file-unreadable", Severity.ERROR, Optional.empty(), FILE), Reported.HOSTILE));
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JunitReportTest.class.getResource("/schema/surefire-test-report.xsd"));
        for (Element suite : elements(parsed(report), "testsuite")) {
            schema.newValidator().validate(new DOMSource(suite));
        }
    }

    @Test
    void aRuleIsACaseWhereItFindsSomething() throws Exception {
        Report report = Reported.of(
                directory,
                Reported.sanAdded("a.pem", "DNS:a"),
                Reported.sanAdded("b.pem", "DNS:b"),
                Reported.finding("san-wildcard", Severity.INFO, Optional.of(Reported.SET), FILE),
                Reported.finding("file-unreadable", Severity.ERROR, Optional.empty(), FILE));
        List<Element> suites = elements(parsed(report), "testsuite");
        assertThat(suites)
                .extracting(suite -> suite.getAttribute("name"))
                .containsExactly(Reported.SET, "files", "nothing found");
        assertThat(names(suites.get(0))).containsExactly("san-added", "san-wildcard");
        assertThat(names(suites.get(1))).containsExactly("file-unreadable");
    }

    @Test
    void aTopicThatFindsNothingIsOnePassedCase() throws Exception {
        List<Element> suites = elements(parsed(Reported.of(directory)), "testsuite");
        assertThat(suites).hasSize(1);
        assertThat(names(suites.get(0)))
                .containsExactlyInAnyOrder(
                        "csr-match",
                        "san",
                        "chain",
                        "trust-store",
                        "validity",
                        "key-usage",
                        "files",
                        "deployed",
                        "change");
        assertThat(suites.get(0).getAttribute("failures")).isEqualTo("0");

        Report report = Reported.of(
                directory,
                Reported.finding("san-wildcard", Severity.INFO, Optional.of(Reported.SET), FILE),
                Reported.finding("file-unreadable", Severity.ERROR, Optional.empty(), FILE));
        Element nothing = elements(parsed(report), "testsuite").get(2);
        assertThat(names(nothing)).contains("validity").doesNotContain("san", "files");
    }

    @Test
    void errorsFailWarningsAreShownWaivedAreSkipped() throws Exception {
        Element suites = parsed(Reported.of(
                directory,
                Reported.sanAdded("a.pem", "DNS:a"),
                Reported.finding("san-wildcard", Severity.WARNING, Optional.of(Reported.SET), FILE),
                Reported.finding("rule-failed", Severity.ERROR, Optional.of(Reported.SET), FILE),
                Reported.finding("waiver-unused", Severity.WARNING, Optional.empty(), Origin.DIRECTORY),
                Reported.waived(
                        Reported.finding("san-missing", Severity.ERROR, Optional.of(Reported.SET), FILE),
                        "It is known")));
        Element set = elements(suites, "testsuite").get(0);
        assertThat(set.getAttribute("failures")).isEqualTo("2");
        assertThat(set.getAttribute("skipped")).isEqualTo("1");
        assertThat(set.getAttribute("tests"))
                .isEqualTo(Integer.toString(elements(set, "testcase").size()));

        Element failure = only(testCase(set, "san-added"), "failure");
        assertThat(failure.getAttribute("type")).isEqualTo("ERROR");
        assertThat(failure.getAttribute("message")).startsWith("a.pem: ").contains("DNS:a");
        assertThat(failure.getTextContent()).contains("\nCUCM: ", "\nCause: ", "\nFix: ");
        assertThat(elements(testCase(set, "rule-failed"), "failure")).hasSize(1);
        assertThat(elements(testCase(set, "san-wildcard"), "failure")).isEmpty();
        assertThat(only(testCase(set, "san-wildcard"), "system-out").getTextContent())
                .startsWith("WARNING a.pem: ");
        assertThat(only(testCase(set, "san-missing"), "skipped").getAttribute("message"))
                .isEqualTo("Waived until 2026-12-31: It is known");
        Element files = elements(suites, "testsuite").get(1);
        assertThat(elements(testCase(files, "waiver-unused"), "system-out")).hasSize(1);
    }

    @Test
    void charactersThatXmlCannotContainAreSpelledOut() throws Exception {
        Element suites = parsed(Reported.of(directory, Reported.sanAdded("a.pem", Reported.HOSTILE)));
        Element failure = only(suites, "failure");
        assertThat(failure.getAttribute("message"))
                .contains("</a>]]>--><script>", "\\u0000", "\\ud800", "\\uffff")
                .isEqualTo(failure.getTextContent().lines().findFirst().orElseThrow());
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        assertThat(Reported.written(ReportFormat.JUNIT, Reported.of(directory)))
                .isEqualTo(Reported.written(ReportFormat.JUNIT, Reported.of(directory)))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites")
                .doesNotContain("\r", directory.toString());
    }

    private static Element parsed(Report report) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        String xml = Reported.written(ReportFormat.JUNIT, report);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }

    private static List<String> names(Element suite) {
        return elements(suite, "testcase").stream()
                .map(test -> test.getAttribute("name"))
                .toList();
    }

    private static Element testCase(Element suite, String rule) {
        return elements(suite, "testcase").stream()
                .filter(test -> test.getAttribute("name").equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static Element only(Element parent, String name) {
        assertThat(elements(parent, name)).hasSize(1);
        return elements(parent, name).get(0);
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> (Element) nodes.item(index))
                .toList();
    }
}

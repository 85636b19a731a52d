package io.github.cucmcerts.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DescriptorTest {
    private static final List<String> IN_THE_POM_ONLY = List.of("severities", "waivers");

    @Test
    void everyEditableParameterHasItsPropertyADescriptionAndSince() throws Exception {
        for (Element mojo : mojos()) {
            if (text(mojo, "goal").equals("help")) {
                continue;
            }
            String configuration =
                    ((Element) mojo.getElementsByTagName("configuration").item(0)).getTextContent();
            int editable = 0;
            for (Element parameter : children(mojo, "parameter")) {
                if (text(parameter, "editable").equals("true")) {
                    editable++;
                    String name = text(parameter, "name");
                    if (!IN_THE_POM_ONLY.contains(name)) {
                        assertThat(configuration).as(name).contains("${cucm-certs." + name + "}");
                    }
                    assertThat(text(parameter, "description")).as(name).isNotBlank();
                    assertThat(text(parameter, "since")).as(name).isNotBlank();
                }
            }
            String goal = text(mojo, "goal");
            int expected = switch (goal) {
                case "plan", "ca-request" -> 24;
                case "snapshot" -> 12;
                case "check-served" -> 30;
                case "list-rules" -> 3;
                default -> goal.startsWith("check") ? 26 : 3;
            };
            assertThat(editable).as(goal).isEqualTo(expected);
        }
    }

    @Test
    void checksBindToVerifyNeedNoProjectAndAreThreadSafe() throws Exception {
        List<String> goals = new ArrayList<>();
        for (Element mojo : mojos()) {
            goals.add(text(mojo, "goal"));
            assertThat(text(mojo, "requiresProject")).isEqualTo("false");
            assertThat(text(mojo, "threadSafe")).isEqualTo("true");
            if (text(mojo, "goal").startsWith("check") && !text(mojo, "goal").equals("check-served")) {
                assertThat(text(mojo, "phase")).isEqualTo("verify");
            } else {
                assertThat(text(mojo, "phase")).isEmpty();
            }
        }
        assertThat(goals)
                .containsExactlyInAnyOrder(
                        "check",
                        "check-csr-match",
                        "check-san",
                        "check-chain",
                        "check-trust-store",
                        "check-validity",
                        "check-key-usage",
                        "check-files",
                        "check-change",
                        "check-served",
                        "plan",
                        "ca-request",
                        "inspect",
                        "snapshot",
                        "list-rules",
                        "help");
    }

    @Test
    void theDescriptorHasNoDependenciesOfTestsOrOfMaven() throws Exception {
        assertThat(children(root("/META-INF/maven/plugin.xml"), "dependency"))
                .extracting(dependency -> text(dependency, "artifactId"))
                .containsExactlyInAnyOrder(
                        "bcpkix-jdk18on",
                        "bcutil-jdk18on",
                        "bcprov-jdk18on",
                        "bctls-jdk18on",
                        "gson",
                        "error_prone_annotations",
                        "jte-runtime",
                        "plexus-utils",
                        "snakeyaml-engine");
    }

    @Test
    void eclipseIgnoresWhatBuildsRun() throws Exception {
        List<String> ignored = new ArrayList<>();
        for (Element execution : children(root("/META-INF/m2e/lifecycle-mapping-metadata.xml"), "pluginExecution")) {
            assertThat(children(execution, "ignore")).hasSize(1);
            children(execution, "goal").forEach(goal -> ignored.add(goal.getTextContent()));
        }
        List<String> run = new ArrayList<>(List.of("plan", "ca-request"));
        for (Element mojo : mojos()) {
            if (!text(mojo, "phase").isEmpty()) {
                run.add(text(mojo, "goal"));
            }
        }
        assertThat(ignored).containsExactlyInAnyOrderElementsOf(run);
    }

    private static List<Element> mojos() throws Exception {
        return children(root("/META-INF/maven/plugin.xml"), "mojo");
    }

    private static Element root(String resource) throws Exception {
        try (InputStream xml = DescriptorTest.class.getResourceAsStream(resource)) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml);
            return document.getDocumentElement();
        }
    }

    private static List<Element> children(Element parent, String tag) {
        NodeList nodes = parent.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String text(Element parent, String tag) {
        return parent.getElementsByTagName(tag).getLength() == 0
                ? ""
                : parent.getElementsByTagName(tag).item(0).getTextContent();
    }
}

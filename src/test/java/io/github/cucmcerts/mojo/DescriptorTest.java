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
            assertThat(editable).as(goal).isEqualTo(goal.startsWith("check") ? 21 : goal.equals("plan") ? 19 : 1);
        }
    }

    @Test
    void checksBindToVerifyNeedNoProjectAndAreThreadSafe() throws Exception {
        List<String> goals = new ArrayList<>();
        for (Element mojo : mojos()) {
            goals.add(text(mojo, "goal"));
            assertThat(text(mojo, "requiresProject")).isEqualTo("false");
            assertThat(text(mojo, "threadSafe")).isEqualTo("true");
            if (text(mojo, "goal").startsWith("check")) {
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
                        "plan",
                        "inspect",
                        "list-rules",
                        "help");
    }

    private static List<Element> mojos() throws Exception {
        try (InputStream descriptor = DescriptorTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(descriptor);
            return children(document.getDocumentElement(), "mojo");
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

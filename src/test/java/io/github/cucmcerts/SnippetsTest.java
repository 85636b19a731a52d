package io.github.cucmcerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Files that others copy from this repository or run as they are: the hooks, and the snippets for CI servers. */
class SnippetsTest {
    private static final String HOOKS = ".pre-commit-hooks.yaml";
    private static final String GITHUB = "docs/ci/github-actions.yml";
    private static final String GITLAB = "docs/ci/gitlab-ci.yml";
    private static final String JENKINS = "docs/ci/Jenkinsfile";

    @ParameterizedTest
    @ValueSource(
            strings = {
                HOOKS,
                GITHUB,
                GITLAB,
                JENKINS,
                "README.md",
                "docs/servers.md",
                "docs/start.md",
                "examples/pom.xml",
                "examples/cluster/pom.xml",
                "src/benchmark/pom.xml"
            })
    void theVersionIsThePoms(String file) throws Exception {
        assertThat(all(
                        "cucm-certs-maven-plugin(?::|</artifactId>\\s*(?:<!--.*-->\\s*)?<version>)([^:<\\s]+)",
                        read(file)))
                .isNotEmpty()
                .containsOnly(version());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HOOKS,
                GITHUB,
                GITLAB,
                JENKINS,
                "README.md",
                "docs/recipes.md",
                "docs/servers.md",
                "examples/pom.xml",
                "examples/cluster/pom.xml"
            })
    void untilTheReleaseItSaysWhereToGetThePlugin(String file) throws Exception {
        assertThat(read(file).contains("Until version 1.0.0 is released, no repository has "))
                .isEqualTo(version().equals("1.0.0-SNAPSHOT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {HOOKS, GITHUB, GITLAB, JENKINS, "docs/servers.md"})
    void goalsAndParametersExist(String file) throws Exception {
        String descriptor;
        try (InputStream plugin = SnippetsTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            descriptor = new String(plugin.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(all("cucm-certs-maven-plugin:[^:\\s]+:([a-z-]+)", read(file)))
                .isNotEmpty()
                .allSatisfy(goal -> assertThat(descriptor).contains("<goal>" + goal + "</goal>"));
        assertThat(all("-D(cucm-certs\\.\\w+)", read(file)))
                .isNotEmpty()
                .allSatisfy(property -> assertThat(descriptor).contains("${" + property + "}"));
    }

    @Test
    void theHooksDifferOnlyInTheirGoal() throws Exception {
        Object hooks = yaml(HOOKS);
        assertThat((List<?>) hooks).hasSize(2);
        assertThat(at(hooks, 1, "entry")).isEqualTo(at(hooks, 0, "entry") + "-files");
        for (String key : List.of("language", "files", "pass_filenames")) {
            assertThat(at(hooks, 1, key)).as(key).isEqualTo(at(hooks, 0, key));
        }
        assertThat(at(hooks, 0, "pass_filenames")).isEqualTo(false);
    }

    @Test
    void theHooksRunForCertificatesAndThePom() throws Exception {
        Pattern files = Pattern.compile((String) at(yaml(HOOKS), 0, "files"));
        assertThat(List.of(
                        "certs/pub/tomcat/answer", "site/certs/a.txt", "pom.xml", "site/pom.xml", "pki/A.PEM", "a.p12"))
                .allMatch(file -> files.matcher(file).find());
        assertThat(List.of("README.md", "docs/pem", "notcerts/a.txt", "pom.xml.txt", "a.pem.md"))
                .noneMatch(file -> files.matcher(file).find());
    }

    @Test
    void gitHubRunsWeeklyAndShowsTheReportsAfterAFailure() throws Exception {
        Object workflow = yaml(GITHUB);
        assertThat((String) at(workflow, "on", "schedule", 0, "cron")).endsWith("* * 1");
        assertThat(at(workflow, "permissions", "security-events")).isEqualTo("write");
        List<?> steps = (List<?>) at(workflow, "jobs", "check", "steps");
        assertThat(steps)
                .filteredOn(step -> "always()".equals(at(step, "if")))
                .extracting(Object::toString)
                .satisfiesExactlyInAnyOrder(
                        step -> assertThat(step).contains("target/cucm-certs/report.md >> \"$GITHUB_STEP_SUMMARY\""),
                        step -> assertThat(step).contains("actions/upload-artifact@", "target/cucm-certs/report.html"),
                        step -> assertThat(step).contains("upload-sarif@", "target/cucm-certs/report.sarif"));
    }

    @Test
    void gitLabGetsTheReportsAfterAFailure() throws Exception {
        Object artifacts = at(yaml(GITLAB), "cucm-certs", "artifacts");
        assertThat(at(artifacts, "when")).isEqualTo("always");
        assertThat(at(artifacts, "reports", "junit")).isEqualTo("target/cucm-certs/report-junit.xml");
        assertThat(at(artifacts, "paths", 0)).isEqualTo("target/cucm-certs/report.html");
        // GitLab allows no other characters.
        assertThat((String) at(artifacts, "expose_as")).matches("[\\w -]+");
    }

    private static String version() throws Exception {
        return XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        "/project/version",
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse("pom.xml"));
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static Object at(Object node, Object... path) {
        for (Object key : path) {
            node = key instanceof Integer index ? ((List<?>) node).get(index) : ((Map<?, ?>) node).get(key);
        }
        return node;
    }

    private static Object yaml(String file) throws Exception {
        return new Load(LoadSettings.builder().build()).loadFromString(read(file));
    }

    private static String read(String file) throws Exception {
        return Files.readString(Path.of(file));
    }
}

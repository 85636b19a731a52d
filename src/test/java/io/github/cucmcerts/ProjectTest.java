package io.github.cucmcerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.check.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What users and contributors expect from the project itself. */
class ProjectTest {
    private static final Path WORKFLOW = Path.of(".github/workflows/ci.yml");

    @ParameterizedTest
    @ValueSource(strings = {"LICENSE", "NOTICE"})
    void theJarContainsItsLicense(String file) throws Exception {
        Path classes = Path.of(
                Check.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        assertThat(classes.resolve("META-INF").resolve(file)).hasSameTextualContentAs(Path.of(file));
    }

    @Test
    void ciRunsTheCommandsOfTheReadme() throws IOException {
        List<String> commands = Pattern.compile("```\n(mvn .*)\n```")
                .matcher(Files.readString(Path.of("README.md")).split("\n## ", -1)[1])
                .results()
                .map(command -> command.group(1))
                .toList();
        assertThat(commands).hasSize(2);
        assertThat(runs("build")).contains(commands.get(0), ".ci/run");
        assertThat(Files.readAllLines(Path.of(".ci/run"))).contains(commands.get(1));
        assertThat(runs("compatibility")).containsExactly(".ci/compatibility");
    }

    @Test
    void ciHasReadPermissionOnlyAndFixedActions() throws IOException {
        assertThat(workflow().get("permissions")).isEqualTo(Map.of("contents", "read"));
        List<String> actions = Pattern.compile("uses: (.*)")
                .matcher(Files.readString(WORKFLOW))
                .results()
                .map(action -> action.group(1))
                .toList();
        assertThat(actions).isNotEmpty().allMatch(action -> action.matches("[\\w/-]+@[0-9a-f]{40} # v[0-9.]+"));
    }

    @Test
    void theWrapperUsesTheMavenOfThePom() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String version = pom.replaceFirst("(?s).*<maven.version>(.*?)</maven.version>.*", "$1");
        assertThat(Path.of(".mvn/wrapper/maven-wrapper.properties"))
                .content()
                .contains("/apache-maven-" + version + "-bin.zip\n");
    }

    private static Map<?, ?> workflow() throws IOException {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(WORKFLOW));
    }

    private static List<String> runs(String job) throws IOException {
        Map<?, ?> jobs = (Map<?, ?>) workflow().get("jobs");
        List<?> steps = (List<?>) ((Map<?, ?>) jobs.get(job)).get("steps");
        return steps.stream()
                .map(step -> (String) ((Map<?, ?>) step).get("run"))
                .filter(Objects::nonNull)
                .toList();
    }
}

package io.github.cucmcerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.check.Check;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users and contributors expect of the project itself. */
class ProjectTest {
    @ParameterizedTest
    @ValueSource(strings = {"LICENSE", "NOTICE"})
    void theJarSaysUnderWhichTermsItComes(String file) throws Exception {
        Path classes = Path.of(
                Check.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        assertThat(classes.resolve("META-INF").resolve(file)).hasSameTextualContentAs(Path.of(file));
    }
}

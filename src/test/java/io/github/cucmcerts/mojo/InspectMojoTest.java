package io.github.cucmcerts.mojo;

import static org.apache.maven.api.plugin.testing.MojoExtension.setVariableValueToObject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
@Basedir("src/test/resources/unit/example")
class InspectMojoTest {
    private static final String PUB = "cucm-pub.example.com";

    @TempDir
    private Path temporary;

    private final List<String> lines = new ArrayList<>();

    @Test
    @InjectMojo(goal = "inspect", pom = "pom.xml")
    void withoutAFileItTellsHowToUseIt(InspectMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageEndingWith("-Dcucm-certs.file=tomcat.csr,tomcat.pem");
    }

    @Test
    @InjectMojo(goal = "inspect", pom = "pom.xml")
    @MojoParameter(name = "file", value = " ,no-such.pem")
    void aFileThatDoesNotExistIsNamed(InspectMojo mojo) {
        assertThatThrownBy(() -> inspect(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(temporary.resolve("no-such.pem") + " does not exist (cucm-certs.file)");
    }

    @Test
    @InjectMojo(goal = "inspect", pom = "pom.xml")
    @MojoParameter(name = "file", value = "tomcat/tomcat.csr, tomcat/tomcat.pem,broken.pem")
    void whatFilesHoldNeverFails(InspectMojo mojo) throws Exception {
        Tree.in(temporary)
                .set(
                        "tomcat",
                        GoodSet.of(PUB).leaf(GoodSet.of("other.example.com").leaf()))
                .file("broken.pem", "-----BEGIN CERTIFICATE-----\n");
        inspect(mojo);
        assertThat(lines)
                .startsWith("broken.pem")
                .contains("tomcat/tomcat.csr: PEM")
                .anyMatch(line -> line.startsWith("  line 1     Broken: "))
                .filteredOn(line -> line.startsWith("SHA-256 of"))
                .singleElement()
                .asString()
                .contains("<>");
    }

    private void inspect(Mojo mojo) throws Exception {
        setVariableValueToObject(mojo, "base", temporary.toFile());
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence text) {
                lines.add(text.toString());
            }
        });
        mojo.execute();
    }
}

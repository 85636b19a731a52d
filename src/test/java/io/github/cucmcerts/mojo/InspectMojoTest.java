package io.github.cucmcerts.mojo;

import static org.apache.maven.api.plugin.testing.MojoExtension.setVariableValueToObject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Tree;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
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
    void withoutAFileItShowsHowToUseIt(InspectMojo mojo) {
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
                .hasMessage(temporary.resolve("no-such.pem") + " does not exist (cucm-certs.file).");
    }

    @Test
    @InjectMojo(goal = "inspect", pom = "pom.xml")
    @MojoParameter(name = "file", value = "tomcat/tomcat.csr, tomcat/tomcat.pem,broken.pem")
    void noFileFailsTheGoal(InspectMojo mojo) throws Exception {
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

    @Test
    @InjectMojo(goal = "inspect", pom = "pom.xml")
    @MojoParameter(name = "file", value = "tomcat")
    void itGoesToAFileInsteadOfTheConsole(InspectMojo mojo) throws Exception {
        Tree.in(temporary).set("tomcat", GoodSet.of(PUB));
        Path file = temporary.resolve("shown/by-inspect.txt");
        setVariableValueToObject(mojo, "outputFile", file.toFile());
        inspect(mojo);
        assertThat(lines).isEmpty();
        assertThat(file)
                .content()
                .startsWith("tomcat/")
                .contains("\nSide by side")
                .endsWith("\n");
    }

    @Test
    @InjectMojo(goal = "inspect", pom = "pom.xml")
    @MojoParameter(name = "file", value = "tomcat")
    void aFileToInspectIsNotWritten(InspectMojo mojo) throws Exception {
        Tree.in(temporary).set("tomcat", GoodSet.of(PUB)).file("tomcat/notes.txt", "Notes");
        Path leaf = temporary.resolve("tomcat/tomcat.pem");
        String before = Files.readString(leaf);
        setVariableValueToObject(mojo, "outputFile", leaf.toFile());
        assertThatThrownBy(() -> inspect(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        leaf
                                + " is a file to inspect, which is only read. Set another output file (cucm-certs.outputFile).");
        assertThat(leaf).hasContent(before);
        setVariableValueToObject(
                mojo, "outputFile", temporary.resolve("tomcat/notes.txt").toFile());
        inspect(mojo);
        assertThat(temporary.resolve("tomcat/notes.txt"))
                .as("the output of an earlier run can be replaced")
                .content()
                .contains("\nSide by side");
    }

    @Test
    void withQuietItGoesToStandardOutput() throws Exception {
        Log quiet = new SystemStreamLog() {
            @Override
            public boolean isInfoEnabled() {
                return false;
            }

            @Override
            public void info(CharSequence text) {
                lines.add(text.toString());
            }
        };
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        try {
            new Answer(quiet, null).give(List.of("one", "two"));
        } finally {
            System.setOut(before);
        }
        assertThat(output.toString(StandardCharsets.UTF_8)).hasLineCount(2).startsWith("one");
        assertThat(lines).isEmpty();
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

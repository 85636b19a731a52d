package io.github.cucmcerts.mojo;

import static org.apache.maven.api.plugin.testing.MojoExtension.setVariableValueToObject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cucmcerts.fixture.KeyFile;
import io.github.cucmcerts.fixture.Tree;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest(realRepositorySession = true)
@Basedir("src/test/resources/unit/example")
class CheckMojoTest {
    @TempDir
    private Path temporary;

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "directory", value = "no-such-directory")
    void nothingToCheckFailsAndNamesTheDirectory(CheckMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("no-such-directory");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "directory", value = "no-such-directory")
    @MojoParameter(name = "failIfNoCertificates", value = "false")
    void nothingToCheckCanBeAllowed(CheckMojo mojo) {
        assertThatCode(mojo::execute).doesNotThrowAnyException();
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "skip", value = "true")
    @MojoParameter(name = "failOn", value = "nonsense")
    void skipComesBeforeAnythingThatCanFail(CheckMojo mojo) {
        assertThatCode(mojo::execute).doesNotThrowAnyException();
    }

    @Test
    @InjectMojo(goal = "check-san", pom = "pom.xml")
    @MojoParameter(name = "changeWindow", value = "2026-12-01T22:00:00")
    void aLocalTimeIsRejected(CheckSanMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("offset");
    }

    @Test
    @InjectMojo(goal = "check-chain", pom = "pom.xml")
    @MojoParameter(name = "purposes", value = "tomcats")
    void anUnknownPurposeListsTheAllowedOnes(CheckChainMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("'tomcats'")
                .hasMessageContaining("tomcat-ECDSA, CallManager");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "changeWindow", value = "2026-12-01T22:00:00Z")
    void aFileThatChangesBetweenTwoGoalsOfABuildIsReadAgain(CheckMojo mojo) throws Exception {
        Path certs = temporary.resolve("certs");
        Tree tree = Tree.in(certs).set("cucm-pub.example.com/tomcat").file(".git/config", "[core]");
        setVariableValueToObject(mojo, "directory", certs.toFile());
        setVariableValueToObject(
                mojo, "outputDirectory", temporary.resolve("out").toFile());
        mojo.setPluginContext(new HashMap<>());
        mojo.execute();
        KeyFile.privateKeys().get(0).writeInto(tree);
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("1 upload set: 1 error");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "changeWindow", value = "2026-12-01T22:00:00Z")
    void aReportOfAnotherDirectoryIsNotReplacedInOneBuild(CheckMojo mojo) throws Exception {
        Path first = temporary.resolve("first");
        Path second = temporary.resolve("second");
        setVariableValueToObject(
                mojo, "outputDirectory", temporary.resolve("out").toFile());
        for (Path certs : List.of(first, second)) {
            Tree.in(certs).set("cucm-pub.example.com/tomcat").file(".git/config", "[core]");
        }
        setVariableValueToObject(mojo, "directory", first.toFile());
        mojo.execute();
        mojo.execute();
        setVariableValueToObject(mojo, "directory", second.toFile());
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "This build already wrote the report " + temporary.resolve("out/report.json") + " (")
                .hasMessageContaining(", directory " + first + "), which would be lost.");
        assertThat(temporary.resolve("out/report.json")).content().contains("\"directory\": \"first\"");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "changeWindow", value = "2026-12-01T22:00:00Z")
    @MojoParameter(name = "cluster", value = " Headquarters <Voice> ")
    void theClustersNameIsInTheTitle(CheckMojo mojo) throws Exception {
        Path certs = temporary.resolve("certs");
        Tree.in(certs).set("cucm-pub.example.com/tomcat").file(".git/config", "[core]");
        setVariableValueToObject(mojo, "directory", certs.toFile());
        setVariableValueToObject(
                mojo, "outputDirectory", temporary.resolve("out").toFile());
        mojo.execute();
        assertThat(temporary.resolve("out/report.html"))
                .content()
                .contains("<title>cucm-certs: Headquarters &lt;Voice&gt;</title>");
        assertThat(temporary.resolve("out/report.json")).content().contains("\"directory\": \"certs\"");
    }
}

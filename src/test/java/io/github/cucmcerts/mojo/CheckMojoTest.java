package io.github.cucmcerts.mojo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

@MojoTest
@Basedir("src/test/resources/unit/example")
class CheckMojoTest {
    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "directory", value = "no-such-directory")
    void nothingToJudgeFailsAndNamesTheDirectory(CheckMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("no-such-directory");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "directory", value = "no-such-directory")
    @MojoParameter(name = "failIfNoCertificates", value = "false")
    void nothingToJudgeMayBeAllowed(CheckMojo mojo) {
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
    void aLocalTimeIsRefused(CheckSanMojo mojo) {
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
}

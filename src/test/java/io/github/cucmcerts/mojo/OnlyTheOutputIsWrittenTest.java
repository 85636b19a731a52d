package io.github.cucmcerts.mojo;

import static org.apache.maven.api.plugin.testing.MojoExtension.setVariableValueToObject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.KeyFile;
import io.github.cucmcerts.fixture.Tree;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest(realRepositorySession = true)
@Basedir("src/test/resources/unit/example")
@MojoParameter(name = "changeWindow", value = "2026-12-01T22:00:00Z")
class OnlyTheOutputIsWrittenTest {
    private static final String PUB = "cucm-pub.example.com";

    @TempDir
    private Path temporary;

    private Path certs;

    @BeforeEach
    void aDirectoryWithAllKindsOfFiles() {
        certs = temporary.resolve("certs");
        Tree tree = Tree.in(certs)
                .set(PUB + "/tomcat")
                .file("broken.pem", "-----BEGIN CERTIFICATE-----\n")
                .file("report.json", "somebody's")
                .file(".git/config", "[core]")
                .link("loop", ".");
        KeyFile.privateKeys().forEach(key -> key.writeInto(tree));
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "reports", value = "json,html,sarif,junit,markdown,csv,calendar")
    @MojoParameter(name = "failOn", value = "NEVER")
    void byCheck(Mojo mojo) throws Exception {
        Map<String, String> before = state(certs);
        execute(mojo, certs, temporary.resolve("target"));
        assertThat(state(certs)).isEqualTo(before);
        assertThat(temporary.resolve("target").toFile().list())
                .containsExactlyInAnyOrder(
                        "report.json",
                        "report.html",
                        "report.sarif",
                        "report-junit.xml",
                        "report.md",
                        "report.csv",
                        "report.ics");
    }

    @Test
    @InjectMojo(goal = "plan", pom = "pom.xml")
    void byPlan(Mojo mojo) throws Exception {
        Map<String, String> before = state(certs);
        execute(mojo, certs, temporary.resolve("target"));
        assertThat(state(certs)).isEqualTo(before);
        assertThat(temporary.resolve("target/plan.md")).isNotEmptyFile();
        assertThat(temporary.resolve("target").toFile().list())
                .containsExactlyInAnyOrder("plan.md", "plan.html", "uploads", "uploads.zip");
        Map<String, String> uploads = state(temporary.resolve("target/uploads"));
        assertThat(uploads.keySet())
                .containsExactly(
                        "",
                        "10-publisher-tomcat-trust-root.pem",
                        "11-publisher-tomcat-trust-intermediate.pem",
                        "13-cucm-pub-tomcat.pem",
                        "SHA256SUMS");
        assertThat(temporary.resolve("target/plan.md")).content().contains("`13-cucm-pub-tomcat.pem`");
    }

    @Test
    @InjectMojo(goal = "plan", pom = "pom.xml")
    void theFilesToUploadAreNoFurtherCertificatesToCheck(Mojo mojo) throws Exception {
        List<String> warnings = warnings(mojo);
        execute(mojo, certs, certs.resolve("reports"));
        execute(mojo, certs, certs.resolve("reports"));
        assertThat(warnings).noneMatch(warning -> warning.contains("not checked"));
        assertThat(certs.resolve("reports/uploads").toFile().list()).hasSize(4);
    }

    @Test
    @InjectMojo(goal = "plan", pom = "pom.xml")
    void aFileAmongTheUploadsThatIsNotOfThePlanCausesAWarning(Mojo mojo) throws Exception {
        List<String> warnings = warnings(mojo);
        Path uploads = Files.createDirectories(temporary.resolve("target/uploads"));
        Files.writeString(uploads.resolve("mine.pem"), "somebody's");
        execute(mojo, certs, temporary.resolve("target"));
        assertThat(warnings)
                .contains("Do not upload these files in " + uploads
                        + ", because they are not part of this runbook: mine.pem");
    }

    @Test
    @InjectMojo(goal = "plan", pom = "pom.xml")
    void withoutFilesToUploadNoRunbookNamesThem(Mojo mojo) throws Exception {
        Path uploads = Files.createDirectories(temporary.resolve("target")).resolve("uploads");
        Files.createSymbolicLink(uploads, certs);
        Map<String, String> before = state(certs);
        assertThatThrownBy(() -> execute(mojo, certs, temporary.resolve("target")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The files to upload cannot be written to " + uploads + ": " + uploads
                        + " must be a directory, but it is a link. Move it away and run the goal again."
                        + " The runbook was not written.");
        assertThat(state(certs)).isEqualTo(before);
        assertThat(temporary.resolve("target").toFile().list()).containsExactly("uploads");
    }

    @Test
    @InjectMojo(goal = "ca-request", pom = "pom.xml")
    void byCaRequest(Mojo mojo) throws Exception {
        Tree.in(certs).file(PUB + "/ipsec/ipsec.csr", Csr.of("ipsec.example.com"));
        Map<String, String> before = state(certs);
        execute(mojo, certs, temporary.resolve("target"));
        assertThat(state(certs)).isEqualTo(before);
        assertThat(temporary.resolve("target/ca-request").toFile().list())
                .containsExactlyInAnyOrder("request.md", PUB + "-ipsec.cnf", "SHA256SUMS");
    }

    @Test
    @InjectMojo(goal = "inspect", pom = "pom.xml")
    void byInspect(InspectMojo mojo) throws Exception {
        Map<String, String> before = state(temporary);
        setVariableValueToObject(mojo, "base", temporary.toFile());
        setVariableValueToObject(mojo, "file", List.of("certs"));
        mojo.execute();
        assertThat(state(temporary)).isEqualTo(before);
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "failOn", value = "NEVER")
    void anOutputDirectoryAmongTheCertificatesTouchesNothingElse(Mojo mojo) throws Exception {
        Map<String, String> before = state(certs);
        execute(mojo, certs, certs.resolve("reports"));
        Map<String, String> after = state(certs);
        after.keySet().removeIf(path -> path.startsWith("reports"));
        after.remove("");
        before.remove("");
        assertThat(after).isEqualTo(before);
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "failOn", value = "NEVER")
    void certificatesInTheOutputDirectoryCauseAWarning(Mojo mojo) throws Exception {
        List<String> warnings = warnings(mojo);
        Path output = certs.resolve(PUB + "/tomcat");
        String expected = "The certificates in " + output + " are not checked, because it is the output directory.";
        execute(mojo, certs, output);
        assertThat(warnings).contains(expected);
        warnings.clear();
        execute(mojo, certs, certs.resolve("reports"));
        execute(mojo, certs, certs.resolve("reports"));
        assertThat(warnings).noneMatch(warning -> warning.contains("not checked"));
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "failOn", value = "NEVER")
    void anOutputDirectoryAboveTheCertificatesDoesNotTouchThem(Mojo mojo) throws Exception {
        Map<String, String> before = state(certs);
        execute(mojo, certs, temporary);
        assertThat(state(certs)).isEqualTo(before);
        assertThat(temporary.resolve("report.json")).isNotEmptyFile();
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void reportsDoNotGoIntoTheCertificatesDirectory(Mojo mojo) throws Exception {
        refused(mojo, certs, certs.resolve("../certs"), certs);
        Files.createSymbolicLink(temporary.resolve("link"), certs);
        refused(mojo, certs, temporary.resolve("link"), certs);
    }

    @Test
    @InjectMojo(goal = "plan", pom = "pom.xml")
    void theRunbookDoesNotGoIntoADirectoryOfCaCertificates(Mojo mojo) throws Exception {
        Path authorities = Files.createDirectory(temporary.resolve("ca"));
        setVariableValueToObject(mojo, "caDirectories", List.of(authorities.toString()));
        refused(mojo, certs, authorities, authorities);
    }

    @Test
    @InjectMojo(goal = "check-san", pom = "pom.xml")
    void reportsOfOneTopicNeither(Mojo mojo) throws Exception {
        Path named = temporary.resolve("check-san");
        Tree.in(named).set(PUB + "/tomcat");
        refused(mojo, named, temporary, named);
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void anOutputDirectoryThatCanNotBeWrittenIsNamedWithTheCause(Mojo mojo) throws Exception {
        Path file = Files.writeString(temporary.resolve("target"), "a file");
        assertThatThrownBy(() -> execute(mojo, certs, file))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The report " + file.resolve("report.json") + " cannot be written: " + file
                        + " is not a directory");
    }

    private void refused(Mojo mojo, Path directory, Path output, Path named) throws IOException {
        Map<String, String> before = state(temporary);
        assertThatThrownBy(() -> execute(mojo, directory, output))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The reports would go into a directory of certificates, " + named
                        + ", which is only read. Set another one with -Dcucm-certs.outputDirectory=…");
        assertThat(state(temporary)).isEqualTo(before);
    }

    /** Collects the warnings of the goal. */
    private static List<String> warnings(Mojo mojo) {
        List<String> warnings = new ArrayList<>();
        mojo.setLog((Log) Proxy.newProxyInstance(
                Log.class.getClassLoader(), new Class<?>[] {Log.class}, (log, method, texts) -> {
                    if (method.getName().equals("warn")) {
                        warnings.add(texts[0].toString());
                    }
                    return method.getReturnType() == boolean.class ? false : null;
                }));
        return warnings;
    }

    private static void execute(Mojo mojo, Path directory, Path output) throws Exception {
        setVariableValueToObject(mojo, "directory", directory.toFile());
        setVariableValueToObject(mojo, "outputDirectory", output.toFile());
        mojo.execute();
    }

    /** Names, times and bytes. */
    private static Map<String, String> state(Path directory) throws IOException {
        Map<String, String> state = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.toList()) {
                String content = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? sha256(path) : "";
                state.put(
                        directory.relativize(path).toString(),
                        Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS) + " " + content);
            }
        }
        return state;
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.github.cucmcerts.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.request.CaRequest;
import io.github.cucmcerts.request.Drafting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestFilesTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final String SUB = "cucm-sub1.example.com";

    @TempDir
    private Path directory;

    private Path folder;

    @BeforeEach
    void ofPub() throws Exception {
        folder = directory.resolve("ca-request");
        assertThat(RequestFiles.write(folder, request(PUB))).isEmpty();
    }

    private CaRequest request(String node) throws IOException {
        Path certs = directory.resolve(node);
        Tree.in(certs).file(node + "/tomcat/tomcat.csr", Csr.of(node));
        return Drafting.of(
                new Report("1", "certs", "certs", "certs", Requests.checked(Requests.of(certs, Cluster.unknown()))));
    }

    @Test
    void removesTheExtensionFilesOfAnEarlierRequest() throws Exception {
        Files.writeString(folder.resolve("tomcat.csr"), "somebody's");
        assertThat(RequestFiles.write(folder, request(SUB))).isEmpty();
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("request.md", SUB + "-tomcat.cnf", "SHA256SUMS", "tomcat.csr");
    }

    @Test
    void keepsAnExtensionFileThatSomebodyChangedAndSaysSo() throws Exception {
        Path changed = Files.writeString(folder.resolve(PUB + "-tomcat.cnf"), "changed");
        assertThat(RequestFiles.write(folder, request(SUB))).containsExactly(PUB + "-tomcat.cnf");
        assertThat(changed).hasContent("changed");
    }

    @Test
    void keepsAnExtensionFileThatIsNotInTheListAndSaysSo() throws Exception {
        Files.writeString(folder.resolve("mine.cnf"), "somebody's");
        assertThat(RequestFiles.write(folder, request(SUB))).containsExactly("mine.cnf");
        assertThat(folder.resolve("mine.cnf")).hasContent("somebody's");
    }

    @Test
    void aRequestThatCannotBeReplacedKeepsItsFiles() throws Exception {
        Files.delete(folder.resolve("request.md"));
        Files.createDirectory(folder.resolve("request.md"));
        assertThatThrownBy(() -> RequestFiles.write(folder, request(SUB)))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageEndingWith("request.md is a directory. The request was not written.");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("request.md", PUB + "-tomcat.cnf", "SHA256SUMS");
    }
}

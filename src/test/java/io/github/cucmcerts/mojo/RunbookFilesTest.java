package io.github.cucmcerts.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.plan.Plan;
import io.github.cucmcerts.plan.Runbook;
import io.github.cucmcerts.report.Report;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails, no page of a runbook is next to the files of another one. */
class RunbookFilesTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final String SUB = "cucm-sub1.example.com";

    private static final Pattern FILE = Pattern.compile("\\b[0-9]{2}-[a-z0-9.-]+\\.pem");

    @TempDir
    private Path directory;

    private Path folder;
    private Plan former;
    private Plan plan;

    @BeforeEach
    void plan() throws IOException {
        folder = directory.resolve("target");
        former = plan(PUB);
        plan = plan(SUB);
    }

    private Plan plan(String... nodes) throws IOException {
        Path certs = directory.resolve(String.join("-", nodes));
        Tree tree = Tree.in(certs);
        for (String node : nodes) {
            tree.set(node + "/tomcat");
        }
        return Runbook.of(
                new Report("1", "certs", "certs", "certs", Requests.checked(Requests.of(certs, Cluster.unknown()))));
    }

    @Test
    void writesTheRunbookAndItsFiles() throws Exception {
        assertThat(RunbookFiles.write(folder, plan)).isEmpty();
        assertThat(names(folder)).containsExactlyInAnyOrderElementsOf(RunbookFiles.ALL);
        assertThat(names(folder.resolve("uploads"))).hasSize(plan.files().size() + 1);
    }

    @Test
    void replacesAnEarlierRunbook() throws Exception {
        RunbookFiles.write(folder, former);
        assertThat(RunbookFiles.write(folder, plan)).isEmpty();
        assertBelongTogether();
        assertThat(folder.resolve("plan.md")).content().contains(SUB).doesNotContain(PUB);
    }

    @Test
    void aFolderThatIsALinkChangesNothing() throws Exception {
        RunbookFiles.write(folder, former);
        Path uploads = Files.move(folder.resolve("uploads"), directory.resolve("moved"));
        Files.createSymbolicLink(folder.resolve("uploads"), uploads);
        List<String> before = names(uploads);
        assertThatThrownBy(() -> RunbookFiles.write(folder, plan))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageEndingWith("Move it away and run the goal again. The runbook was not written.");
        assertThat(names(uploads)).isEqualTo(before);
        assertThat(folder.resolve("plan.md")).content().contains(PUB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.html", "plan.md", "uploads.zip"})
    void aPageThatCannotBeRemovedChangesNoFileToUpload(String name) throws Exception {
        RunbookFiles.write(folder, former);
        List<String> before = names(folder.resolve("uploads"));
        Files.delete(folder.resolve(name));
        Files.createDirectory(folder.resolve(name));
        assertThatThrownBy(() -> RunbookFiles.write(folder, plan))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageEndingWith(name + " is a directory. The runbook was not written.");
        assertThat(names(folder.resolve("uploads"))).isEqualTo(before);
        assertThat(folder.resolve(name)).isDirectory();
    }

    @Test
    void aFullDiskLeavesNoPageNextToOtherFiles() throws Exception {
        plan = plan(SUB, "cucm-sub2.example.com", "cucm-sub3.example.com", "cucm-sub4.example.com");
        boolean isWritten = false;
        int failed = 0;
        for (int free = 0; !isWritten; free += 4 * 512) {
            try (FileSystem small = Jimfs.newFileSystem(Configuration.unix().toBuilder()
                    .setBlockSize(512)
                    .setMaxSize(512L * 1_024)
                    .build())) {
                folder = small.getPath("/target");
                RunbookFiles.write(folder, former);
                long unallocated = Files.getFileStore(folder).getUnallocatedSpace();
                Files.write(small.getPath("/filler"), new byte[(int) unallocated - free]);
                try {
                    RunbookFiles.write(folder, plan);
                    isWritten = true;
                } catch (MojoExecutionException e) {
                    failed++;
                }
                assertBelongTogether();
            }
        }
        assertThat(failed).isGreaterThan(5);
    }

    /** Each page that exists names exactly the files in the folder. */
    private void assertBelongTogether() throws IOException {
        List<String> files = names(folder.resolve("uploads")).stream()
                .filter(name -> name.endsWith(".pem"))
                .toList();
        for (String page : List.of("plan.md", "plan.html")) {
            if (Files.exists(folder.resolve(page))) {
                assertThat(FILE.matcher(Files.readString(folder.resolve(page)))
                                .results()
                                .map(MatchResult::group)
                                .distinct())
                        .containsExactlyElementsOf(files);
            }
        }
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}

package io.github.cucmcerts.mojo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.plan.Runbook;
import io.github.cucmcerts.plan.UploadArchive;
import io.github.cucmcerts.plan.UploadFile;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadFolderTest {
    private static final String FORMER = "99-cucm-pub-tomcat.pem";

    @TempDir
    private Path directory;

    private Path folder;
    private List<UploadFile> files;

    @BeforeEach
    void plan() throws IOException {
        Path certs = directory.resolve("certs");
        Tree.in(certs).set("cucm-pub.example.com/tomcat");
        Report report =
                new Report("1", "certs", "certs", "certs", Requests.checked(Requests.of(certs, Cluster.unknown())));
        files = Runbook.of(report).files();
        folder = directory.resolve("target/uploads");
    }

    @Test
    void writesTheFilesAndTheirDigests() throws IOException {
        assertThat(UploadFolder.write(folder, files)).isEmpty();
        assertThat(content()).isEqualTo(expected()).hasSize(4);
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        UploadFolder.write(folder, files);
        assertThat(UploadFolder.write(folder, files)).isEmpty();
        assertThat(content()).isEqualTo(expected());
    }

    @Test
    void removesTheFilesOfAnEarlierRunbook() throws IOException {
        earlier(FORMER, "of an earlier runbook");
        assertThat(UploadFolder.write(folder, files)).isEmpty();
        assertThat(content()).isEqualTo(expected());
    }

    @Test
    void removesAllIfThereIsNothingToUploadAnyLonger() throws IOException {
        UploadFolder.write(folder, files);
        assertThat(UploadFolder.write(folder, List.of())).isEmpty();
        assertThat(content()).containsExactly(Map.entry(UploadArchive.SUMS, ""));
    }

    @Test
    void keepsAFileThatSomebodyChangedAndSaysSo() throws IOException {
        earlier(FORMER, "of an earlier runbook");
        Files.writeString(folder.resolve(FORMER), "changed");
        assertThat(UploadFolder.write(folder, files)).containsExactly(FORMER);
        assertThat(folder.resolve(FORMER)).hasContent("changed");
        assertThat(UploadFolder.write(folder, files)).containsExactly(FORMER);
    }

    @Test
    void keepsAFileThatNoListHasAndSaysSo() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("mine.pem"), "somebody's");
        assertThat(UploadFolder.write(folder, files)).containsExactly("mine.pem");
        assertThat(folder.resolve("mine.pem")).hasContent("somebody's");
    }

    @Test
    void replacesAChangedFileOfThisRunbook() throws IOException {
        UploadFolder.write(folder, files);
        Files.writeString(folder.resolve(files.get(0).name()), "changed");
        assertThat(UploadFolder.write(folder, files)).isEmpty();
        assertThat(content()).isEqualTo(expected());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.pem",
                "../../target/outside.pem",
                "1-../../outside.pem",
                "./../outside.pem",
                "/etc/passwd",
                "*.pem",
                "",
                "SHA256SUMS"
            })
    void aListNeverRemovesAFileOutsideOfTheFolder(String name) throws IOException {
        Path outside = Files.createDirectories(folder).resolveSibling("outside.pem");
        Files.writeString(outside, "somebody's");
        list(name, "somebody's");
        assertThat(UploadFolder.write(folder, files)).isEmpty();
        assertThat(outside).hasContent("somebody's");
        assertThat(content()).isEqualTo(expected());
    }

    @Test
    void aListOfSomethingElseIsReplaced() throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(UploadArchive.SUMS), new byte[] {(byte) 0xff, 0, '\n', (byte) 0xc3});
        assertThat(UploadFolder.write(folder, files)).isEmpty();
        assertThat(content()).isEqualTo(expected());
    }

    @Test
    void followsNoLinkOfAnEarlierRunbook() throws IOException {
        earlier(FORMER, "of an earlier runbook");
        Path other = Files.move(folder.resolve(FORMER), directory.resolve("other.pem"));
        Files.createSymbolicLink(folder.resolve(FORMER), other);
        assertThat(UploadFolder.write(folder, files)).containsExactly(FORMER);
        assertThat(other).hasContent("of an earlier runbook");
    }

    @Test
    void aFolderThatIsALinkIsNotWritten() throws IOException {
        Path other = Files.createDirectory(directory.resolve("other"));
        Files.createDirectories(folder.getParent());
        Files.createSymbolicLink(folder, other);
        assertRefused(folder + " must be a directory, but it is a link. Move it away and run the goal again");
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsAFileIsNotWritten() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "somebody's");
        assertRefused(folder + " must be a directory, but it is something else. Move it away and run the goal again");
        assertThat(folder).hasContent("somebody's");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3})
    void aFileThatIsALinkIsNotWritten(int index) throws IOException {
        Path other = Files.writeString(directory.resolve("other"), "somebody's");
        Path file = Files.createDirectories(folder).resolve(name(index));
        Files.createSymbolicLink(file, other);
        assertRefused(file + " must be a file, but it is a link. Move it away and run the goal again");
        assertThat(other).hasContent("somebody's");
        assertThat(folder.toFile().list()).containsExactly(name(index));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3})
    void aFileThatIsADirectoryIsNotWritten(int index) throws IOException {
        Path file = Files.createDirectories(folder.resolve(name(index)));
        assertRefused(file + " must be a file, but it is something else. Move it away and run the goal again");
        assertThat(folder.toFile().list()).containsExactly(name(index));
    }

    @Test
    void aFolderThatCannotBeWrittenIsAnErrorInWords() throws IOException {
        Files.createDirectories(folder);
        assumeFalse(!folder.toFile().setWritable(false) || Files.isWritable(folder), "this user can write everywhere");
        try {
            assertThatThrownBy(() -> UploadFolder.write(folder, files))
                    .isInstanceOf(IOException.class)
                    .satisfies(e -> assertThat(Output.reason((IOException) e))
                            .startsWith("access to " + folder)
                            .endsWith(" is denied"));
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }

    private String name(int index) {
        return index < files.size() ? files.get(index).name() : UploadArchive.SUMS;
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> UploadFolder.write(folder, files))
                .isInstanceOf(IOException.class)
                .satisfies(e -> assertThat(Output.reason((IOException) e)).isEqualTo(reason));
    }

    /** A file that the folder's list has. */
    private void earlier(String name, String content) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), content);
        list(name, content);
    }

    private void list(String name, String content) throws IOException {
        String digest = HexFormat.of().formatHex(Sha256.of(content));
        Files.writeString(folder.resolve(UploadArchive.SUMS), digest + "  " + name + "\n");
    }

    private Map<String, String> expected() {
        Map<String, String> expected = new TreeMap<>();
        files.forEach(file -> expected.put(file.name(), new String(file.bytes(), ISO_8859_1)));
        expected.put(UploadArchive.SUMS, UploadArchive.sums(files));
        return expected;
    }

    private Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                content.put(path.getFileName().toString(), Files.readString(path, ISO_8859_1));
            }
        }
        return content;
    }
}

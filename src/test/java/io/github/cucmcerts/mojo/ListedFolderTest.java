package io.github.cucmcerts.mojo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.plan.Runbook;
import io.github.cucmcerts.plan.UploadFile;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Sha256;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedFolderTest {
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
        assertThat(write()).isEmpty();
        assertThat(content()).isEqualTo(expected()).hasSize(4);
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        write();
        assertThat(write()).isEmpty();
        assertThat(content()).isEqualTo(expected());
    }

    @Test
    void removesTheFilesOfAnEarlierRunbook() throws IOException {
        earlier(FORMER, "of an earlier runbook");
        assertThat(write()).isEmpty();
        assertThat(content()).isEqualTo(expected());
    }

    @Test
    void removesAllIfThereIsNothingToUploadAnyLonger() throws IOException {
        write();
        assertThat(uploads().write(Map.of())).isEmpty();
        assertThat(content()).containsExactly(Map.entry(Sha256.SUMS, ""));
    }

    @Test
    void keepsAFileThatSomebodyChangedAndSaysSo() throws IOException {
        earlier(FORMER, "of an earlier runbook");
        Files.writeString(folder.resolve(FORMER), "changed");
        assertThat(write()).containsExactly(FORMER);
        assertThat(folder.resolve(FORMER)).hasContent("changed");
        assertThat(write()).containsExactly(FORMER);
    }

    @Test
    void keepsAFileThatNoListHasAndSaysSo() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("mine.pem"), "somebody's");
        assertThat(write()).containsExactly("mine.pem");
        assertThat(folder.resolve("mine.pem")).hasContent("somebody's");
    }

    @Test
    void replacesAnUnchangedFileOfTheSameName() throws IOException {
        earlier(files.get(0).name(), "of an earlier runbook");
        assertThat(write()).isEmpty();
        assertThat(content()).isEqualTo(expected());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void doesNotReplaceAFileThatSomebodyChanged(boolean isListed) throws IOException {
        Path file = folder.resolve(files.get(0).name());
        if (isListed) {
            earlier(files.get(0).name(), "of an earlier runbook");
        }
        Files.createDirectories(folder);
        Files.writeString(file, "changed");
        assertRefused(file + " is not as this goal wrote it. Move it away and run the goal again");
        assertThat(file).hasContent("changed");
    }

    @Test
    void keepsThePagesIfItCannotReplaceAFile() throws IOException {
        Path file = Files.createDirectories(folder).resolve(files.get(0).name());
        Files.writeString(file, "somebody's");
        Path page = Files.writeString(directory.resolve("plan.md"), "a runbook");
        assertThatThrownBy(() -> uploads().replace(UploadFile.contents(files), List.of(page)))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "The files to upload cannot be written to " + folder + ": " + file
                                + " is not as this goal wrote it. Move it away and run the goal again. The runbook was not written.");
        assertThat(page).exists();
    }

    /** Each of these paths is the path of the file outside, and the list has its digest. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.pem",
                "../../target/outside.pem",
                "./../outside.pem",
                "1-x/../../outside.pem",
                "1-x/../../../target/outside.pem"
            })
    void aListNeverRemovesAFileOutsideOfTheFolder(String name) throws IOException {
        Path outside = outside(name);
        list(name, "somebody's");
        write();
        assertThat(outside).hasContent("somebody's");
    }

    @Test
    void aListNeverRemovesAFileByItsFullPath() throws IOException {
        Path outside = outside("../outside.pem").toAbsolutePath().normalize();
        list(outside.toString(), "somebody's");
        write();
        assertThat(outside).hasContent("somebody's");
    }

    private Path outside(String name) throws IOException {
        Files.createDirectories(folder.resolve("1-x"));
        Path outside = folder.resolveSibling("outside.pem");
        Files.writeString(outside, "somebody's");
        assertThat(folder.resolve(name)).exists().hasContent("somebody's");
        return outside;
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine.pem", "1-mine.txt", "1-Mine.pem", "-1.pem", "1-x.pem.exe"})
    void aListNeverRemovesAFileThatARunbookCannotName(String name) throws IOException {
        earlier(name, "somebody's");
        assertThat(write()).containsExactly(name);
        assertThat(folder.resolve(name)).hasContent("somebody's");
    }

    /** So each file that this plugin wrote is in the list at each moment. */
    @Test
    void removesEarlierFilesBeforeItListsAndWritesOthers() throws IOException {
        try (FileSystem small = Jimfs.newFileSystem(Configuration.unix().toBuilder()
                .setBlockSize(512)
                .setMaxSize(12_288)
                .build())) {
            folder = small.getPath("/uploads");
            earlier(FORMER, "x".repeat(10_000));
            assertThat(write()).isEmpty();
            assertThat(content()).isEqualTo(expected());
        }
    }

    @Test
    void listsEachFileThatItCouldWriteBeforeItFailed() throws IOException {
        try (FileSystem small = Jimfs.newFileSystem(Configuration.unix().toBuilder()
                .setBlockSize(512)
                .setMaxSize(4_096)
                .build())) {
            folder = small.getPath("/uploads");
            assertThatThrownBy(this::write).isInstanceOf(IOException.class);
            assertThat(content())
                    .hasSizeBetween(2, files.size())
                    .containsEntry(Sha256.SUMS, Sha256.lines(UploadFile.contents(files)));
            assertThat(uploads().write(Map.of())).isEmpty();
            assertThat(content()).containsExactly(Map.entry(Sha256.SUMS, ""));
        }
    }

    @Test
    void aListOfSomethingElseIsReplaced() throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(Sha256.SUMS), new byte[] {(byte) 0xff, 0, '\n', (byte) 0xc3});
        assertThat(write()).isEmpty();
        assertThat(content()).isEqualTo(expected());
    }

    @Test
    void followsNoLinkOfAnEarlierRunbook() throws IOException {
        earlier(FORMER, "of an earlier runbook");
        Path other = Files.move(folder.resolve(FORMER), directory.resolve("other.pem"));
        Files.createSymbolicLink(folder.resolve(FORMER), other);
        assertThat(write()).containsExactly(FORMER);
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
        assertThat(names()).containsExactly(name(index));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3})
    void aFileThatIsADirectoryIsNotWritten(int index) throws IOException {
        Path file = Files.createDirectories(folder.resolve(name(index)));
        assertRefused(file + " must be a file, but it is something else. Move it away and run the goal again");
        assertThat(names()).containsExactly(name(index));
    }

    @Test
    void aFolderThatCannotBeWrittenIsAnErrorInWords() throws IOException {
        Files.createDirectories(folder);
        assumeFalse(!folder.toFile().setWritable(false) || Files.isWritable(folder), "this user can write everywhere");
        try {
            assertThatThrownBy(this::write)
                    .isInstanceOf(IOException.class)
                    .satisfies(e -> assertThat(Output.reason((IOException) e).toString())
                            .startsWith("access to " + folder)
                            .endsWith(" is denied"));
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }

    private List<String> write() throws IOException {
        return uploads().write(UploadFile.contents(files));
    }

    private ListedFolder uploads() {
        return new ListedFolder(
                folder,
                RunbookFiles.NAMES,
                Message.of("content", "The files to upload"),
                Message.of("document", "The runbook"));
    }

    private String name(int index) {
        return index < files.size() ? files.get(index).name() : Sha256.SUMS;
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(this::write)
                .isInstanceOf(IOException.class)
                .satisfies(e -> assertThat(Output.reason((IOException) e)).hasToString(reason));
    }

    /** A file that the folder's list has. */
    private void earlier(String name, String content) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), content);
        list(name, content);
    }

    private void list(String name, String content) throws IOException {
        String digest = HexFormat.of().formatHex(Sha256.of(content));
        Files.writeString(folder.resolve(Sha256.SUMS), digest + "  " + name + "\n");
    }

    private Map<String, String> expected() {
        Map<String, String> expected = new TreeMap<>();
        files.forEach(file -> expected.put(file.name(), new String(file.bytes(), ISO_8859_1)));
        expected.put(Sha256.SUMS, Sha256.lines(UploadFile.contents(files)));
        return expected;
    }

    private List<String> names() throws IOException {
        return List.copyOf(content().keySet());
    }

    private Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                String text = Files.isDirectory(path) ? "" : Files.readString(path, ISO_8859_1);
                content.put(path.getFileName().toString(), text);
            }
        }
        return content;
    }
}

package io.github.cucmcerts.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutputTest {
    @TempDir
    private Path directory;

    @Test
    void aNameThatIsNotUnicodeDoesNotStopTheReport() throws MojoExecutionException {
        Path file = Output.write(directory.resolve("report"), writer -> writer.write("a\ud800b \ud83d\ude00"));
        assertThat(file).hasContent("a?b \ud83d\ude00");
    }

    @Test
    void anEarlierReportIsReplaced() throws Exception {
        Path file = Files.writeString(directory.resolve("report"), "earlier");
        Output.write(file, writer -> writer.write("new"));
        assertThat(file).hasContent("new");
        assertThat(directory.toFile().list()).containsExactly("report");
    }

    @Test
    void twoBuildsCanWriteOneReportAtTheSameTime() throws Exception {
        Path file = directory.resolve("report");
        Output.write(file, writer -> {
            writer.write("of this build");
            inner(file);
        });
        assertThat(file).hasContent("of this build");
        assertThat(directory.toFile().list()).containsExactly("report");
    }

    private static void inner(Path file) throws IOException {
        try {
            Output.write(file, writer -> writer.write("of another"));
        } catch (MojoExecutionException e) {
            throw new IOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anIncompleteReportIsNotWritten(Exception failure) throws IOException {
        assertThatThrownBy(() -> Output.write(directory.resolve("report"), writer -> half(writer, failure)))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "The report " + directory.resolve("report") + " cannot be written: No space left on device");
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anEarlierReportIsUnchangedAndTheMessageSaysSo(Exception failure) throws IOException {
        Path file = Files.writeString(directory.resolve("report"), "earlier");
        assertThatThrownBy(() -> Output.write(file, writer -> half(writer, failure)))
                .hasMessageEndingWith("No space left on device. The existing file is from an earlier build.");
        assertThat(file).hasContent("earlier");
        assertThat(directory.toFile().list()).containsExactly("report");
    }

    @Test
    void anErrorInTheReportLeavesNothingBehind() {
        assertThatThrownBy(() -> Output.write(directory.resolve("report"), writer -> {
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void anOutputDirectoryThatIsAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("target"), "");
        assertThatThrownBy(() -> Output.write(file.resolve("report"), writer -> {}))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "The report " + file.resolve("report") + " cannot be written: " + file + " is not a directory");
        assertThatThrownBy(() -> Output.write(file.resolve("below/report"), writer -> {}))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("The report " + file.resolve("below/report") + " cannot be written: ");
        assertThat(file).isEmptyFile();
    }

    @Test
    void aReportThatIsADirectory() throws IOException {
        Path report = Files.createDirectory(directory.resolve("report"));
        assertThatThrownBy(() -> Output.write(report, writer -> {}))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The report " + report + " cannot be written: it is a directory");
        assertThat(report).isEmptyDirectory();
        assertThat(directory.toFile().list()).containsExactly("report");
    }

    @Test
    void nothingIsWrittenThroughALink() throws Exception {
        Path other = Files.writeString(directory.resolve("other"), "somebody's");
        Path file = Files.createSymbolicLink(directory.resolve("report"), other);
        Output.write(file, writer -> writer.write("new"));
        assertThat(file).hasContent("new");
        assertThat(other).hasContent("somebody's");
    }

    private static Stream<Exception> failures() {
        IOException full = new IOException("No space left on device");
        return Stream.of(full, new UncheckedIOException(full));
    }

    private static void half(Writer writer, Exception failure) throws IOException {
        writer.write("half ".repeat(10_000));
        if (failure instanceof IOException io) {
            throw io;
        }
        throw (UncheckedIOException) failure;
    }
}

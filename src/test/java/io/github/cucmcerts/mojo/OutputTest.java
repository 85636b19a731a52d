package io.github.cucmcerts.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
    @TempDir
    private Path directory;

    @Test
    void aNameThatIsNoUnicodeDoesNotStopTheReport() throws MojoExecutionException {
        Path file = Output.write(directory.resolve("report"), writer -> writer.write("a\ud800b \ud83d\ude00"));
        assertThat(file).hasContent("a?b \ud83d\ude00");
    }
}

package io.github.cucmcerts.mojo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.maven.plugin.MojoExecutionException;

/** Writes files whole or not at all. */
final class Output {
    /** What is written. */
    interface Content {
        void to(Writer writer) throws IOException;
    }

    private Output() {}

    static Path write(Path file, Content content) throws MojoExecutionException {
        try {
            Files.createDirectories(file.getParent());
            Path whole = file.resolveSibling(file.getFileName() + ".tmp");
            // names may hold half of a surrogate pair, on which Files.newBufferedWriter gives up
            try (Writer writer =
                    new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(whole), StandardCharsets.UTF_8))) {
                content.to(writer);
            }
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new MojoExecutionException("The report " + file + " can't be written: " + e, e);
        }
    }
}

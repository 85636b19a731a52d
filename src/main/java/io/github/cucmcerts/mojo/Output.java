package io.github.cucmcerts.mojo;

import io.github.cucmcerts.text.Visible;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.maven.plugin.MojoExecutionException;

/** Writes files whole or not at all. */
final class Output {
    /** What is written. */
    interface Content {
        void to(Writer writer) throws IOException;
    }

    private Output() {}

    /**
     * Writes the file, over one of an earlier build.
     *
     * @throws MojoExecutionException with the file and why it can't be written; then it is as it was before
     */
    static Path write(Path file, Content content) throws MojoExecutionException {
        try {
            return replace(file, content);
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException(
                    "The report " + Visible.of(file.toString()) + " can't be written: " + reason(e)
                            + (Files.isRegularFile(file) ? ". The file that is there is one of an earlier build" : ""),
                    e);
        }
    }

    /** Writes the file, over one that is there; if that fails, the file is as it was before. */
    static Path replace(Path file, Content content) throws IOException {
        // another build may write the same file
        String unique = Long.toHexString(ThreadLocalRandom.current().nextLong());
        Path whole = file.resolveSibling(file.getFileName() + "." + unique + ".tmp");
        Files.createDirectories(file.getParent());
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a directory");
        }
        try {
            fill(whole, content);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
        return file;
    }

    private static void fill(Path file, Content content) throws IOException {
        // names may hold half of a surrogate pair, on which Files.newBufferedWriter gives up
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                StandardCharsets.UTF_8))) {
            content.to(writer);
        }
    }

    /** In words: the JDK's messages are a path at times, and nothing more. */
    static String reason(Exception e) {
        Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
        if (cause instanceof FileAlreadyExistsException exists) {
            return Visible.of(exists.getFile()) + " is no directory";
        }
        if (cause instanceof AccessDeniedException denied) {
            return "access to " + Visible.of(denied.getFile()) + " is denied";
        }
        return Visible.of(
                cause instanceof FileSystemException failed && failed.getReason() != null
                        ? failed.getReason()
                        : String.valueOf(cause.getMessage()));
    }
}

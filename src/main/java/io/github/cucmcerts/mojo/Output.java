package io.github.cucmcerts.mojo;

import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Visible;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
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

/** Writes files completely or not at all. */
final class Output {
    /** What is written. */
    interface Content {
        void to(Writer writer) throws IOException;
    }

    /** What is written, if it is not text. */
    interface Bytes {
        void to(OutputStream output) throws IOException;
    }

    /** Something is in the way of a file. */
    static final class Obstacle extends IOException {
        private final transient Message text;

        Obstacle(Message text) {
            super(text.toString());
            this.text = text;
        }
    }

    private Output() {}

    /**
     * Writes the file, and replaces one of an earlier build.
     *
     * @throws MojoExecutionException with the file and the reason, if it cannot be written; an earlier file is unchanged
     */
    static Path write(Path file, Content content) throws MojoExecutionException {
        return writeBytes(file, text(content));
    }

    /** The same for bytes. */
    static Path writeBytes(Path file, Bytes content) throws MojoExecutionException {
        try {
            return replaceBytes(file, content);
        } catch (IOException | UncheckedIOException e) {
            String shown = Visible.of(file.toString());
            throw Stopped.because(
                    e,
                    Files.isRegularFile(file)
                            ? Message.of(
                                    "mojo.report-not-replaced",
                                    "The report {file} cannot be written: {reason}. The existing file is from an earlier build.",
                                    "file",
                                    shown,
                                    "reason",
                                    reason(e))
                            : Message.of(
                                    "mojo.report-not-written",
                                    "The report {file} cannot be written: {reason}",
                                    "file",
                                    shown,
                                    "reason",
                                    reason(e)));
        }
    }

    /** Writes the file, and replaces an existing one; if that fails, the existing file is unchanged. */
    static Path replace(Path file, Content content) throws IOException {
        return replaceBytes(file, text(content));
    }

    /** The same for bytes. */
    static Path replaceBytes(Path file, Bytes content) throws IOException {
        // another build can write the same file
        String unique = Long.toHexString(ThreadLocalRandom.current().nextLong());
        Path whole = file.resolveSibling(file.getFileName() + "." + unique + ".tmp");
        Files.createDirectories(file.getParent());
        if (Files.isDirectory(file)) {
            throw new Obstacle(Message.of("mojo.it-is-a-directory", "it is a directory"));
        }
        try {
            try (OutputStream output =
                    Files.newOutputStream(whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.to(output);
            }
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
        return file;
    }

    /** Removes the file of an earlier build, if there is one. */
    static void remove(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new Obstacle(Message.of(
                    "mojo.file-is-a-directory", "{file} is a directory", "file", Visible.of(file.toString())));
        }
        Files.deleteIfExists(file);
    }

    private static Bytes text(Content content) {
        return output -> {
            // Files.newBufferedWriter fails on half of a surrogate pair, which names can contain
            Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
            content.to(writer);
            writer.flush();
        };
    }

    /** The reason in words: a {@link Message}, or the JDK's own text, which can be only a path. */
    static Object reason(Exception e) {
        Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
        if (cause instanceof Obstacle obstacle) {
            return obstacle.text;
        }
        if (cause instanceof FileAlreadyExistsException exists) {
            return Message.of(
                    "mojo.file-not-a-directory", "{file} is not a directory", "file", Visible.of(exists.getFile()));
        }
        if (cause instanceof AccessDeniedException denied) {
            return Message.of("mojo.access-denied", "access to {file} is denied", "file", Visible.of(denied.getFile()));
        }
        return Visible.of(
                cause instanceof FileSystemException failed && failed.getReason() != null
                        ? failed.getReason()
                        : String.valueOf(cause.getMessage()));
    }
}

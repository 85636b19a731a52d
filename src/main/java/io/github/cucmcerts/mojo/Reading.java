package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Request;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The files to read, and the directory for reports. Each goal reads the files again: they can change between two goals of a build.
 *
 * @param leftOut the output directory, which is not read
 */
record Reading(Request.Files files, Path leftOut) {
    boolean exists() {
        return Files.exists(files.directory());
    }

    /** Whether the directory of certificates, which exists, is empty. */
    boolean isEmpty() throws MojoExecutionException {
        try (Stream<Path> content = Files.list(files.directory())) {
            return content.findAny().isEmpty();
        } catch (IOException e) {
            throw unreadable(files.directory(), e);
        }
    }

    /** A directory cannot be read. */
    static Stopped unreadable(Object directory, IOException e) {
        return Stopped.because(
                e,
                Message.of(
                        "mojo.directory-unreadable",
                        "The directory {directory} cannot be read: {reason}",
                        "directory",
                        directory,
                        "reason",
                        Output.reason(e)));
    }

    /**
     * Verifies that the directories are directories.
     *
     * @throws MojoExecutionException if one of them is not; the directory of certificates can be missing
     */
    void verify() throws MojoExecutionException {
        for (Path path : files.caDirectories()) {
            if (!Files.isDirectory(path)) {
                throw Stopped.of(
                        "mojo.ca-directory",
                        "{directory} is not a directory (cucm-certs.caDirectories).",
                        "directory",
                        path);
            }
        }
        if (exists() && !Files.isDirectory(files.directory())) {
            throw isAFile(files.directory());
        }
    }

    static Stopped isAFile(Object directory) {
        return Stopped.of(
                "mojo.directory-is-a-file",
                "{directory} is a file. cucm-certs.directory must be a directory.",
                "directory",
                directory);
    }

    /**
     * Verifies that reports do not go into a directory that is read.
     *
     * @throws MojoExecutionException if they would
     */
    void keepApartFrom(Path outputFolder) throws MojoExecutionException {
        for (Path output : List.of(leftOut, outputFolder)) {
            for (Path read : Stream.concat(Stream.of(files.directory()), files.caDirectories().stream())
                    .toList()) {
                if (isSame(output, read)) {
                    throw Stopped.of(
                            "mojo.output-is-read",
                            "The reports would go into a directory of certificates, {directory}, which is only read. Set another"
                                    + " one with -Dcucm-certs.outputDirectory=…",
                            "directory",
                            read);
                }
            }
        }
    }

    /** Whether the output directory, which is not read, contains certificates or CSRs of the directory. */
    boolean outputHoldsCertificates() throws MojoExecutionException {
        try {
            return Files.isDirectory(leftOut)
                    && Files.isDirectory(files.directory())
                    && leftOut.toRealPath().startsWith(files.directory().toRealPath())
                    && DirectoryScan.scan(leftOut, List.of(), List.of(), ownUploads(), Set.of())
                            .objects(NamedKey.class)
                            .findAny()
                            .isPresent();
        } catch (IOException e) {
            throw unreadable(leftOut, e);
        }
    }

    /** The files to upload, which the goal plan wrote there: copies of the directory's certificates. */
    private List<String> ownUploads() {
        Path sums = leftOut.resolve(RunbookFiles.UPLOADS).resolve(Sha256.SUMS);
        return Files.exists(sums) ? List.of(RunbookFiles.UPLOADS + "/**", RunbookFiles.UPLOADS + ".zip") : List.of();
    }

    /** The output directory, with its target if it is a link. */
    Object shownOutput() {
        try {
            return Files.isSymbolicLink(leftOut)
                    ? Message.of(
                            "mojo.output-link",
                            "{link}, a link to {target}",
                            "link",
                            leftOut,
                            "target",
                            leftOut.toRealPath())
                    : leftOut;
        } catch (IOException e) {
            return leftOut;
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false; // one of them does not exist
        }
    }
}

package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Request;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.scan.DirectoryScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What is read and where reports go. Each goal reads for itself: files may change between two goals of one build.
 *
 * @param leftOut the output directory, which is not read
 */
record Reading(Request.Files files, Path leftOut) {
    boolean exists() {
        return Files.exists(files.directory());
    }

    /** Whether the directory of certificates, which exists, holds nothing at all. */
    boolean isEmpty() throws MojoExecutionException {
        try (Stream<Path> content = Files.list(files.directory())) {
            return content.findAny().isEmpty();
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "The directory " + files.directory() + " can't be read: " + Output.reason(e), e);
        }
    }

    /**
     * Directories have to be directories.
     *
     * @throws MojoExecutionException where one of them is none; the directory of certificates may be missing
     */
    void verify() throws MojoExecutionException {
        for (Path path : files.caDirectories()) {
            if (!Files.isDirectory(path)) {
                throw new MojoExecutionException(path + " is no directory (cucm-certs.caDirectories)");
            }
        }
        if (exists() && !Files.isDirectory(files.directory())) {
            throw new MojoExecutionException(files.directory() + " is a file; cucm-certs.directory names a directory");
        }
    }

    /**
     * What is read is never written.
     *
     * @throws MojoExecutionException where reports would go into a directory of certificates
     */
    void keepApartFrom(Path outputFolder) throws MojoExecutionException {
        for (Path output : List.of(leftOut, outputFolder)) {
            for (Path read : Stream.concat(Stream.of(files.directory()), files.caDirectories().stream())
                    .toList()) {
                if (isSame(output, read)) {
                    throw new MojoExecutionException("The reports would go into a directory of certificates, " + read
                            + ", which is only read. Name another one with -Dcucm-certs.outputDirectory=…");
                }
            }
        }
    }

    /** Whether the output directory, which is not read, holds certificates or CSRs of the directory. */
    boolean outputHoldsCertificates() throws MojoExecutionException {
        try {
            return Files.isDirectory(leftOut)
                    && Files.isDirectory(files.directory())
                    && leftOut.toRealPath().startsWith(files.directory().toRealPath())
                    && DirectoryScan.scan(leftOut, List.of(), List.of(), List.of(), Set.of())
                            .objects(NamedKey.class)
                            .findAny()
                            .isPresent();
        } catch (IOException e) {
            throw new MojoExecutionException("The directory " + leftOut + " can't be read: " + Output.reason(e), e);
        }
    }

    /** The output directory, and where it is a link also what that leads to. */
    String shownOutput() {
        try {
            return Files.isSymbolicLink(leftOut) ? leftOut + ", a link to " + leftOut.toRealPath() : leftOut.toString();
        } catch (IOException e) {
            return leftOut.toString();
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

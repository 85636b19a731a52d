package io.github.cucmcerts.mojo;

import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.scan.DirectoryScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** What is to be read. Each goal reads for itself: files may change between two goals of one build. */
record Reading(Path directory, List<Path> caDirectories, List<String> includes, List<String> excludes, Path leftOut) {

    /** The files of the directory; none where it does not exist. */
    Inventory inventory(Log log) throws MojoExecutionException {
        for (Path path : caDirectories) {
            if (!Files.isDirectory(path)) {
                throw new MojoExecutionException(path + " is no directory (cucm-certs.caDirectories)");
            }
        }
        if (!Files.exists(directory)) {
            return new Inventory(List.of());
        }
        if (!Files.isDirectory(directory)) {
            throw new MojoExecutionException(directory + " is a file; cucm-certs.directory names a directory");
        }
        try {
            if (outputHoldsCertificates()) {
                log.warn("The certificates in " + shownOutput() + " are not judged: it is the output directory");
            }
            return DirectoryScan.scan(directory, caDirectories, includes, excludes, Set.of(leftOut));
        } catch (PatternSyntaxException e) {
            throw new MojoExecutionException("'" + e.getPattern() + "' is no glob: " + e.getDescription());
        } catch (IOException e) {
            throw new MojoExecutionException("The directory " + directory + " can't be read: " + Output.reason(e), e);
        }
    }

    /**
     * What is read is never written.
     *
     * @throws MojoExecutionException where reports would go into a directory of certificates
     */
    void keepApartFrom(Path outputFolder) throws MojoExecutionException {
        for (Path output : List.of(leftOut, outputFolder)) {
            for (Path read :
                    Stream.concat(Stream.of(directory), caDirectories.stream()).toList()) {
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
                    && Files.isDirectory(directory)
                    && leftOut.toRealPath().startsWith(directory.toRealPath())
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

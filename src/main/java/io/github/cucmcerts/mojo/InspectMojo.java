package io.github.cucmcerts.mojo;

import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.report.Inspection;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Message;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows what certificate files contain, and each CSR side by side with the certificates of its key. It does not check anything,
 * and it does not send anything.
 */
@Mojo(name = "inspect", requiresProject = false, aggregator = true, threadSafe = true)
public final class InspectMojo extends AbstractGoalMojo {
    /**
     * The files to show; for a directory, all its files are shown. Paths are relative to the directory in which the build runs.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.file")
    private List<String> file;

    /**
     * The file to write to, instead of the console.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.outputFile")
    private File outputFile;

    @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true)
    private File base;

    @Override
    void run(Language texts) throws MojoExecutionException {
        verifyProperties();
        Answer answer = new Answer(getLog(), outputFile);
        Inventory inventory = inventory();
        keepApartFrom(inventory);
        answer.give(Inspection.of(inventory, answer.columns(), texts).stream()
                .map(line -> line.differs() && answer.isLogged() ? Colour.YELLOW.bold(line.text()) : line.text())
                .toList());
    }

    /** A file to inspect is never written. */
    private void keepApartFrom(Inventory inventory) throws MojoExecutionException {
        if (outputFile == null) {
            return;
        }
        String output = DirectoryScan.relative(
                base.toPath(), outputFile.toPath().toAbsolutePath().normalize());
        if (inventory.files().stream()
                .anyMatch(read -> read.path().equals(output) && !read.objects().isEmpty())) {
            throw Stopped.of(
                    "mojo.output-is-inspected",
                    "{file} is a file to inspect, which is only read. Set another output file (cucm-certs.outputFile).",
                    "file",
                    outputFile);
        }
    }

    private Inventory inventory() throws MojoExecutionException {
        List<String> names = Values.trimmed(file);
        if (names.isEmpty()) {
            throw Stopped.of(
                    "mojo.nothing-to-inspect",
                    "Set the files or directories to inspect, separated by commas: -Dcucm-certs.file=tomcat.csr,tomcat.pem");
        }
        List<Path> paths = new ArrayList<>();
        try {
            for (String name : names) {
                paths.add(existing(base.toPath().resolve(name)));
            }
            return DirectoryScan.read(base.toPath(), paths);
        } catch (InvalidPathException | IOException e) {
            throw Stopped.because(
                    e,
                    Message.of(
                            "mojo.files-unreadable",
                            "The files cannot be read (cucm-certs.file): {reason}",
                            "reason",
                            Output.reason(e)));
        }
    }

    private static Path existing(Path path) throws MojoExecutionException {
        if (!Files.exists(path)) {
            throw Stopped.of("mojo.file-missing", "{file} does not exist (cucm-certs.file).", "file", path);
        }
        return path;
    }
}

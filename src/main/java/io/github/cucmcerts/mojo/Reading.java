package io.github.cucmcerts.mojo;

import io.github.cucmcerts.inventory.DirectoryScan;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.report.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** What is to be read. The goals of one build that read the same read it once. */
record Reading(Path directory, List<Path> caDirectories, List<String> includes, List<String> excludes, Path leftOut) {

    /** The files of the directory; none where it does not exist. */
    Inventory inventory(Map<Object, Object> shared, Log log) throws MojoExecutionException {
        if (shared.get(this) instanceof Inventory known) {
            return known;
        }
        log.debug("Reading " + directory);
        Inventory inventory = read();
        shared.put(this, inventory);
        return inventory;
    }

    private Inventory read() throws MojoExecutionException {
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
            return DirectoryScan.scan(directory, caDirectories, includes, excludes, Set.of(leftOut));
        } catch (PatternSyntaxException e) {
            throw new MojoExecutionException("'" + e.getPattern() + "' is no glob: " + e.getDescription());
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "The directory " + directory + " can't be read: " + Visible.of(String.valueOf(e.getMessage())), e);
        }
    }
}

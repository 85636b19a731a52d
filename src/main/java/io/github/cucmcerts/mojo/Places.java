package io.github.cucmcerts.mojo;

import io.github.cucmcerts.scan.DirectoryScan;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The paths that a goal reads and writes, in a project or in a folder without a POM.
 *
 * @param directory the directory to scan
 * @param output the directory for reports; null if it is not configured
 */
record Places(MavenProject project, MavenSession session, File directory, File output) {
    /** The directory to scan. */
    Path scanned() {
        return directory.toPath().toAbsolutePath().normalize();
    }

    /** The base of relative paths. */
    Path base() {
        return hasPom() ? project.getBasedir().toPath() : executionRoot();
    }

    /** The directory for reports. */
    Path reports() {
        if (output != null) {
            return output.toPath();
        }
        Path build = hasPom()
                ? Path.of(project.getBuild().getDirectory())
                : executionRoot().resolve("target");
        return build.resolve("cucm-certs");
    }

    /** The scanned directory's name for people. */
    String shownDirectory() {
        Path path = scanned();
        return path.startsWith(base()) && !path.equals(base())
                ? DirectoryScan.relative(base(), path)
                : String.valueOf(path.getFileName());
    }

    /** The scanned directory, relative to the root of its git repository, or else to the directory in which the build runs. */
    String repositoryPath() {
        return DirectoryScan.relative(repository(), scanned());
    }

    private Path repository() {
        for (Path folder = scanned(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return executionRoot().toAbsolutePath().normalize();
    }

    /** Whether this is a module without certificates: it has no default directory, and the build runs in another directory. */
    boolean isModuleWithoutDirectory() {
        return hasPom()
                && !project.isExecutionRoot()
                && !directory.exists()
                && directory.equals(new File(project.getBasedir(), "certs"));
    }

    private boolean hasPom() {
        return project.getFile() != null;
    }

    private Path executionRoot() {
        return Path.of(session.getExecutionRootDirectory());
    }
}

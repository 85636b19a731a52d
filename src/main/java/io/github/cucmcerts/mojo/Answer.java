package io.github.cucmcerts.mojo;

import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Writes a goal's answer to the console, even with {@code -q}, or to a file.
 *
 * @param file null for the console
 */
record Answer(Log log, File file) {
    void give(List<String> lines) throws MojoExecutionException {
        if (file != null) {
            Output.write(file.toPath().toAbsolutePath(), writer -> {
                for (String line : lines) {
                    writer.write(line + "\n");
                }
            });
        } else if (isLogged()) {
            lines.forEach(log::info);
        } else {
            // with -q the log shows nothing; with -l Maven 3 writes this to its file, Maven 4 to the console
            lines.forEach(System.out::println);
        }
    }

    int columns() {
        return file == null ? Terminal.columns() : Terminal.USUAL;
    }

    /** Whether the lines can have colors. */
    boolean isLogged() {
        return file == null && log.isInfoEnabled();
    }
}

package io.github.cucmcerts.mojo;

import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * What a goal is asked for: it goes to the console, also under {@code -q}, or into a file.
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
            // the log shows nothing under -q; with -l Maven 3 leads this into its file, Maven 4 to the console
            lines.forEach(System.out::println);
        }
    }

    int columns() {
        return file == null ? Terminal.columns() : Terminal.USUAL;
    }

    /** Whether the lines may have colours. */
    boolean isLogged() {
        return file == null && log.isInfoEnabled();
    }
}

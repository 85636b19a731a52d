package io.github.cucmcerts.mojo;

import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Visible;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** Stops goals that need upload sets if a defect of the plugin kept it from finding them. */
final class Ungrouped {
    private Ungrouped() {}

    /**
     * @param what what is not written, the beginning of a sentence
     * @throws MojoExecutionException if the upload sets could not be determined
     */
    static void verify(Report report, String what) throws MojoExecutionException {
        Optional<String> failure = report.facts().uploads().failure();
        if (failure.isPresent()) {
            throw new MojoExecutionException(
                    what + " was not written, because the upload sets could not be determined ("
                            + Visible.of(Bounds.text(failure.get()))
                            + "). This is a defect of the plugin. Report it, with the files if you can share them.");
        }
    }
}

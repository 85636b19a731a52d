package io.github.cucmcerts.mojo;

import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Message;
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
    static void verify(Report report, Message what) throws MojoExecutionException {
        Optional<String> failure = report.facts().uploads().failure();
        if (failure.isPresent()) {
            throw Stopped.of(
                    "mojo.no-sets-determined",
                    "{what} was not written, because the upload sets could not be determined ({failure}). This is a defect of"
                            + " the plugin. Report it, with the files if you can share them.",
                    "what",
                    what,
                    "failure",
                    Visible.of(Bounds.text(failure.get())));
        }
    }
}

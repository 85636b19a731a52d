package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.plan.Plan;
import io.github.cucmcerts.plan.PlanMarkdown;
import io.github.cucmcerts.plan.PlanPage;
import io.github.cucmcerts.plan.Runbook;
import io.github.cucmcerts.plan.UploadArchive;
import io.github.cucmcerts.plan.UploadFile;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Writes the runbook of the change window, {@code plan.md} and {@code plan.html}: what to upload to which node and in which order,
 * what to restart, and what to verify. The files to upload are in {@code uploads/}, in the order of the steps. The runbook includes
 * the upload sets that can be uploaded. The goal never fails because of a finding.
 */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public final class PlanMojo extends AbstractDirectoryMojo {
    /** The folder with the files to upload. */
    static final String UPLOADS = "uploads";

    @Override
    Scope scope() {
        return Scope.ALL;
    }

    @Override
    void validate() {}

    @Override
    void output(Report report) throws MojoExecutionException {
        Ungrouped.verify(report, "The runbook");
        Plan plan = Runbook.of(report);
        List<UploadFile> files = plan.files();
        Path uploads = uploads(files);
        Path markdown = write("plan.md", writer -> PlanMarkdown.write(plan, writer));
        Path page = write("plan.html", writer -> PlanPage.write(plan, writer));
        PlanConsole.write(plan, getLog());
        getLog().info("Files to upload: " + files.size() + " in " + uploads.toAbsolutePath() + " and " + UPLOADS
                + ".zip");
        getLog().info("Runbook: " + markdown.toAbsolutePath() + " and " + page.getFileName());
    }

    /** Writes the files to upload, before the runbook that names them. */
    private Path uploads(List<UploadFile> files) throws MojoExecutionException {
        Path folder = claimed(UPLOADS);
        try {
            List<String> others = UploadFolder.write(folder, files);
            if (!others.isEmpty()) {
                getLog().warn("Do not upload these files in " + Visible.of(folder.toString())
                        + ", because they are not part of this runbook: " + Words.few(others));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException(
                    "The files to upload cannot be written to " + Visible.of(folder.toString()) + ": "
                            + Output.reason(e) + ". The runbook was not written.",
                    e);
        }
        Output.writeBytes(claimed(UPLOADS + ".zip"), output -> UploadArchive.write(files, output));
        return folder;
    }
}

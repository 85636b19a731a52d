package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.plan.Plan;
import io.github.cucmcerts.plan.Runbook;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Visible;
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
    @Override
    Scope scope() {
        return Scope.ALL;
    }

    @Override
    void validate() {}

    @Override
    void output(Report report) throws MojoExecutionException {
        Ungrouped.verify(report, Message.of("mojo.the-runbook", "The runbook"));
        Language texts = report.language();
        Plan plan = Runbook.of(report);
        for (String name : RunbookFiles.ALL) {
            claimed(name);
        }
        Path folder = outputFolder();
        Path uploads = folder.resolve(RunbookFiles.UPLOADS).toAbsolutePath();
        List<String> others = RunbookFiles.write(folder, plan);
        if (!others.isEmpty()) {
            getLog().warn(texts.text(
                    "mojo.other-upload-files",
                    "Do not upload these files in {folder}, because they are not part of this runbook: {files}",
                    "folder",
                    Visible.of(uploads.toString()),
                    "files",
                    texts.few(others)));
        }
        PlanConsole.write(plan, getLog());
        getLog().info(texts.text(
                "mojo.files-to-upload",
                "Files to upload: {number} in {folder} and {archive}",
                "number",
                plan.files().size(),
                "folder",
                uploads,
                "archive",
                RunbookFiles.ARCHIVE));
        getLog().info(texts.text(
                "mojo.runbook",
                "Runbook: {file} and {page}",
                "file",
                folder.resolve(RunbookFiles.MARKDOWN).toAbsolutePath(),
                "page",
                RunbookFiles.PAGE));
    }
}

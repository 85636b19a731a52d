package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.plan.Plan;
import io.github.cucmcerts.plan.Runbook;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.text.Words;
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
        Ungrouped.verify(report, "The runbook");
        Plan plan = Runbook.of(report);
        for (String name : RunbookFiles.ALL) {
            claimed(name);
        }
        Path folder = outputFolder();
        Path uploads = folder.resolve(RunbookFiles.UPLOADS).toAbsolutePath();
        List<String> others = RunbookFiles.write(folder, plan);
        if (!others.isEmpty()) {
            getLog().warn("Do not upload these files in " + Visible.of(uploads.toString())
                    + ", because they are not part of this runbook: " + Words.few(others));
        }
        PlanConsole.write(plan, getLog());
        getLog().info("Files to upload: " + plan.files().size() + " in " + uploads + " and " + RunbookFiles.ARCHIVE);
        getLog().info("Runbook: " + folder.resolve(RunbookFiles.MARKDOWN).toAbsolutePath() + " and "
                + RunbookFiles.PAGE);
    }
}

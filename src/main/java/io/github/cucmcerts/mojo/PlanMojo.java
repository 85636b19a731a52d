package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.plan.Plan;
import io.github.cucmcerts.plan.PlanMarkdown;
import io.github.cucmcerts.plan.PlanPage;
import io.github.cucmcerts.plan.Runbook;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Visible;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Writes the runbook of the change window, {@code plan.md} and {@code plan.html}: what to upload to which node and in which order,
 * what to restart, and what to verify. It includes the upload sets that can be uploaded, and never fails because of a finding.
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
        Optional<String> failure = report.facts().uploads().failure();
        if (failure.isPresent()) {
            throw new MojoExecutionException(
                    "The runbook was not written, because the upload sets could not be determined ("
                            + Visible.of(Bounds.text(failure.get()))
                            + "). This is a defect of the plugin. Report it, with the files if you can share them.");
        }
        Plan plan = Runbook.of(report);
        Path markdown = write("plan.md", writer -> PlanMarkdown.write(plan, writer));
        Path page = write("plan.html", writer -> PlanPage.write(plan, writer));
        PlanConsole.write(plan, getLog());
        getLog().info("Runbook: " + markdown.toAbsolutePath() + " and " + page.getFileName());
    }
}

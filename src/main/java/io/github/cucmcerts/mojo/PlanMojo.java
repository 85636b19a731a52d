package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.plan.Plan;
import io.github.cucmcerts.plan.PlanMarkdown;
import io.github.cucmcerts.plan.PlanPage;
import io.github.cucmcerts.plan.Runbook;
import io.github.cucmcerts.report.Report;
import java.nio.file.Path;
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
        Ungrouped.verify(report, "The runbook");
        Plan plan = Runbook.of(report);
        Path markdown = write("plan.md", writer -> PlanMarkdown.write(plan, writer));
        Path page = write("plan.html", writer -> PlanPage.write(plan, writer));
        PlanConsole.write(plan, getLog());
        getLog().info("Runbook: " + markdown.toAbsolutePath() + " and " + page.getFileName());
    }
}

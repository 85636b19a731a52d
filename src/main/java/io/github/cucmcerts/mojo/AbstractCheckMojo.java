package io.github.cucmcerts.mojo;

import io.github.cucmcerts.report.ConsoleReport;
import io.github.cucmcerts.report.GitHubAnnotations;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.report.ReportFormat;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Language;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all check goals do: check, write reports, and fail the build if a finding counts. */
abstract class AbstractCheckMojo extends AbstractDirectoryMojo {
    /**
     * The reports to write: {@code json}, {@code html}, {@code sarif}, {@code junit}, {@code markdown},
     * {@code csv}, {@code calendar}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.reports", defaultValue = "json,html")
    private List<String> reports;

    /**
     * The lowest severity that fails the build: {@code ERROR} or {@code WARNING}; {@code NEVER} lets every build pass.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.failOn", defaultValue = "ERROR")
    private String failOn;

    private Set<ReportFormat> formats;
    private Set<Severity> failing;

    @Override
    void validate() {
        formats = Values.reports(Values.trimmed(reports));
        failing = Values.failing(failOn.strip());
    }

    @Override
    final void output(Report report) throws MojoExecutionException, MojoFailureException {
        // show the findings even if no report can be written
        ConsoleReport.write(report, new MavenConsole(getLog()), Terminal.columns());
        for (ReportFormat format : formats) {
            write(format.file(), writer -> format.write(report, writer));
        }
        annotate(report);
        Language texts = report.language();
        Optional<String> where = shownReport().map(file -> texts.text("mojo.report", "Report: {file}", "file", file));
        if (fails(report)) {
            throw new MojoFailureException(where.map(shown -> texts.text(
                            "mojo.failed", "{summary}. {report}", "summary", report.summary(), "report", shown))
                    .orElse(report.summary()));
        }
        if (where.isPresent()) {
            getLog().info(where.get());
        }
    }

    private boolean fails(Report report) {
        for (Severity severity : failing) {
            if (report.count(severity) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The HTML page, or else the first of the other reports; empty if no report is written. */
    private Optional<Path> shownReport() {
        if (formats.isEmpty()) {
            return Optional.empty();
        }
        ReportFormat shown = formats.contains(ReportFormat.HTML) ? ReportFormat.HTML : Collections.min(formats);
        return Optional.of(outputFolder().resolve(shown.file()).toAbsolutePath());
    }

    /** GitHub reads commands only at the beginning of a line, and Maven 4 adds a prefix to what plugins print to System.out. */
    private void annotate(Report report) {
        if ("true".equals(session.getSystemProperties().getProperty("env.GITHUB_ACTIONS"))) {
            PrintStream output =
                    new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            GitHubAnnotations.lines(report).forEach(output::println);
        }
    }

    @Override
    final Path outputFolder() {
        Path reports = places().reports();
        return execution.getGoal().equals("check") ? reports : reports.resolve(execution.getGoal());
    }
}

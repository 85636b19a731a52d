package io.github.cucmcerts.mojo;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.DirectoryScan;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.report.ConsoleReport;
import io.github.cucmcerts.report.JsonReport;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.rule.Context;
import io.github.cucmcerts.rule.Judge;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.upload.Grouping;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** The parameters of all check goals, and what they do: scan, group, judge, report, and fail where a finding counts. */
abstract class AbstractCheckMojo extends AbstractMojo {
    private static final List<String> DEFAULT_EXCLUDES = List.of("**/archive/**", "**/old/**");

    /**
     * The directory to scan.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.directory", defaultValue = "${basedir}/certs")
    private File directory;

    /**
     * Where reports go; a goal for one topic writes into a folder of its name below it. Default: {@code cucm-certs} in the
     * build directory; without a POM {@code target/cucm-certs}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.outputDirectory")
    private File outputDirectory;

    /**
     * The reports to write: {@code json}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.reports", defaultValue = "json")
    private List<String> reports;

    /**
     * When the uploads happen: a date and time with its offset ({@code 2026-12-01T22:00:00-06:00}), a date (the whole day in
     * UTC), or an interval {@code start/end} of these, both ends included. Default: now.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.changeWindow")
    private String changeWindow;

    /**
     * Judge these Certificate Purposes alone: what this window uploads. Default: all.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.purposes")
    private List<String> purposes;

    /**
     * The publisher's host name or address.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.publisher")
    private String publisher;

    /**
     * The subscribers' host names or addresses.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.subscribers")
    private List<String> subscribers;

    /**
     * The IM and Presence nodes' host names or addresses; the first is their publisher.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.presence")
    private List<String> presence;

    /**
     * Further directories of CA certificates, which are offered to every trust store.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.caDirectories")
    private List<File> caDirectories;

    /**
     * The severity from which on findings fail the build: {@code ERROR}, {@code WARNING} or {@code NEVER}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.failOn", defaultValue = "ERROR")
    private String failOn;

    /**
     * Whether a directory in which there is nothing to judge fails the build.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.failIfNoCertificates", defaultValue = "true")
    private boolean failIfNoCertificates;

    /**
     * Globs of the files to read, relative to the directory. Default: all.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.includes")
    private List<String> includes;

    /**
     * Globs of the files not to read. Default: {@code **}{@code /archive/**} and {@code **}{@code /old/**}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.excludes")
    private List<String> excludes;

    /**
     * Whether to do nothing.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private MojoExecution execution;

    /** The topics whose rules this goal judges. */
    abstract Set<Topic> topics();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped (cucm-certs.skip)");
            return;
        }
        Settings settings = settings();
        if (isMissingDefault()) {
            getLog().info("Nothing to check: this module has no directory " + directory.getName());
            return;
        }
        Report report = report(settings);
        if (report.context().inventory().isEmpty()) {
            nothingToJudge();
            return;
        }
        Path written = settings.json() ? write(report) : null;
        ConsoleReport.write(report, new MavenConsole(getLog()));
        boolean fails = report.findings().stream()
                .anyMatch(finding -> settings.failing().contains(finding.severity()));
        if (fails) {
            throw new MojoFailureException(
                    report.summary() + (written == null ? "" : ". Report: " + written.toAbsolutePath()));
        }
    }

    /** The parameters, checked before anything is read. */
    private record Settings(
            ChangeWindow window, Cluster cluster, Set<Purpose> purposes, Set<Severity> failing, boolean json) {}

    private Settings settings() throws MojoExecutionException {
        try {
            return new Settings(
                    changeWindow == null || changeWindow.isBlank()
                            ? ChangeWindow.at(Instant.now())
                            : ChangeWindow.parse(changeWindow),
                    new Cluster(
                            names(publisher == null ? List.of() : List.of(publisher)),
                            names(subscribers),
                            names(presence)),
                    Values.purposes(Values.trimmed(purposes)),
                    Values.failing(failOn.strip()),
                    Values.reports(Values.trimmed(reports)).contains("json"));
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage());
        }
    }

    private static List<NodeName> names(List<String> values) {
        return Values.trimmed(values).stream().map(NodeName::new).toList();
    }

    private boolean isMissingDefault() {
        return project.getFile() != null
                && !project.isExecutionRoot()
                && !directory.exists()
                && directory.equals(new File(project.getBasedir(), "certs"));
    }

    private Report report(Settings settings) throws MojoExecutionException {
        Inventory inventory = inventory();
        Context context = new Context(
                inventory,
                Grouping.of(inventory, settings.cluster(), settings.purposes()),
                settings.cluster(),
                settings.window());
        return new Report(
                execution.getVersion(), shownDirectory(), settings.window(), context, Judge.judge(context, topics()));
    }

    private Inventory inventory() throws MojoExecutionException {
        if (!directory.exists()) {
            return new Inventory(List.of());
        }
        if (!directory.isDirectory()) {
            throw new MojoExecutionException(directory + " is a file; cucm-certs.directory names a directory");
        }
        List<Path> shared = caDirectories == null
                ? List.of()
                : caDirectories.stream().map(File::toPath).toList();
        for (Path path : shared) {
            if (!Files.isDirectory(path)) {
                throw new MojoExecutionException(path + " is no directory (cucm-certs.caDirectories)");
            }
        }
        try {
            return DirectoryScan.scan(
                    directory.toPath(),
                    shared,
                    Values.trimmed(includes),
                    excludes == null || excludes.isEmpty() ? DEFAULT_EXCLUDES : Values.trimmed(excludes),
                    Set.of(baseOutputDirectory()));
        } catch (PatternSyntaxException e) {
            throw new MojoExecutionException("'" + e.getPattern() + "' is no glob: " + e.getDescription());
        } catch (IOException e) {
            throw new MojoExecutionException("The directory " + directory + " can't be read: " + e.getMessage(), e);
        }
    }

    private void nothingToJudge() throws MojoFailureException {
        String message = "There is nothing to judge in " + directory.getAbsolutePath()
                + ": no certificate, CSR, key or keystore. Put the files there, or name another directory with"
                + " -Dcucm-certs.directory=…";
        if (failIfNoCertificates) {
            throw new MojoFailureException(message);
        }
        getLog().warn(message);
    }

    private Path baseOutputDirectory() {
        if (outputDirectory != null) {
            return outputDirectory.toPath();
        }
        return project.getFile() == null
                ? Path.of(session.getExecutionRootDirectory(), "target", "cucm-certs")
                : Path.of(project.getBuild().getDirectory(), "cucm-certs");
    }

    private String shownDirectory() {
        Path base = project.getFile() == null
                ? Path.of(session.getExecutionRootDirectory())
                : project.getBasedir().toPath();
        Path path = directory.toPath().toAbsolutePath().normalize();
        return path.startsWith(base) && !path.equals(base)
                ? base.relativize(path).toString().replace(File.separatorChar, '/')
                : String.valueOf(path.getFileName());
    }

    private Path write(Report report) throws MojoExecutionException {
        Path folder = baseOutputDirectory();
        Path file = (execution.getGoal().equals("check") ? folder : folder.resolve(execution.getGoal()))
                .resolve("report.json");
        try {
            Files.createDirectories(file.getParent());
            Path whole = Files.createTempFile(file.getParent(), "report", ".tmp");
            try (Writer writer = Files.newBufferedWriter(whole)) {
                JsonReport.write(report, writer);
            }
            Files.move(whole, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new MojoExecutionException("The report " + file + " can't be written: " + e, e);
        }
    }

    static Set<Topic> only(Topic topic) {
        return EnumSet.of(topic);
    }
}

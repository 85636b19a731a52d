package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Assessment;
import io.github.cucmcerts.check.Check;
import io.github.cucmcerts.check.Request;
import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.trust.Situation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** The parameters of all goals that judge a directory, and what they have in common: scan, group, judge. */
abstract class AbstractDirectoryMojo extends AbstractMojo {
    /** Former generations are neither checked nor trusted. */
    static final List<String> DEFAULT_EXCLUDES = List.of("**/archive/**", "**/old/**");

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
     * When the uploads happen: a date and time with its offset ({@code 2026-12-01T22:00:00-06:00}), a date (the whole day in
     * UTC), or an interval {@code start/end} of these, both ends included. Default: now.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.changeWindow")
    private String changeWindow;

    /**
     * The release of CUCM: 10.0, 10.5, 11.0, 11.5, 12.0, 12.5, 14, 14SU1 to 14SU4, 15 and its SUs, or as CUCM shows it:
     * {@code 12.5(1)SU3}, {@code 14.0.1.13900-155}. Default: what holds for all.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.release")
    private String release;

    /**
     * The cluster's name, for titles. Default: the directory.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.cluster")
    private String cluster;

    /**
     * Check only these Certificate Purposes: what this window uploads. Default: all.
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
     * Whether the cluster security mode is 1, mixed: true or false.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.mixedMode", defaultValue = "false")
    private String mixedMode;

    /**
     * Whether users sign on through SAML, true or false: if so, the plan turns that off before Tomcat's certificate, and on again.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.sso", defaultValue = "false")
    private String sso;

    /**
     * Whether the nodes run in FIPS mode: true or false.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.fips", defaultValue = "false")
    private String fips;

    /**
     * Whether the nodes run in Common Criteria mode, which verifies host names strictly: true or false.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.commonCriteria", defaultValue = "false")
    private String commonCriteria;

    /**
     * The XMPP domains that the cluster hosts: the certificate for XMPP federation has to name each of them.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.xmppDomains")
    private List<String> xmppDomains;

    /**
     * Further directories of CA certificates, which are offered to every trust store.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.caDirectories")
    private List<String> caDirectories;

    /**
     * What expires within this many days after the change window is warned of.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.expiryWarningDays", defaultValue = "30")
    private int expiryWarningDays;

    /**
     * Rule id to {@code ERROR}, {@code WARNING}, {@code INFO} or {@code OFF}, where a rule's findings shall weigh otherwise than
     * it says. In the POM or in {@code waiverFile} only.
     *
     * @since 1.0.0
     */
    @Parameter
    private PlexusConfiguration severities;

    /**
     * Findings that are accepted: each with {@code rule}, {@code path} (a glob) or {@code sha256}, {@code reason} and
     * {@code until}, the last day on which it is accepted. In the POM or in {@code waiverFile} only.
     *
     * @since 1.0.0
     */
    @Parameter
    private PlexusConfiguration waivers;

    /**
     * A YAML file with {@code waivers} and {@code severities} beside those of the POM. A rule that has them in both is an
     * error.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.waiverFile")
    private File waiverFile;

    /**
     * Whether a directory in which there is nothing to check fails the build: true or false.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.failIfNoCertificates", defaultValue = "true")
    private String failIfNoCertificates;

    /**
     * Globs of the files to read in the directory, relative to it. Default: all.
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
     * Whether to do nothing: true or false.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.skip", defaultValue = "false")
    private String skip;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true)
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    MojoExecution execution;

    /** What this goal looks at. */
    abstract Scope scope();

    /** Checks the parameters that this goal has beside the common ones. */
    abstract void validate();

    /** Says what became of it. */
    abstract void tell(Report report) throws MojoExecutionException, MojoFailureException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (flag("skip", skip)) {
            getLog().info("Skipped (cucm-certs.skip)");
            return;
        }
        KnownProperties.verify(session, project, execution.getMojoDescriptor().getPluginDescriptor());
        Request request = request();
        if (places().isModuleWithoutDirectory()) {
            getLog().info("Nothing to check: this module has no directory " + directory.getName());
            return;
        }
        Reading reading = new Reading(request.files(), places().reports());
        reading.keepApartFrom(outputFolder());
        reading.verify();
        Optional<Assessment> checked = reading.exists() ? Optional.of(check(request, reading)) : Optional.empty();
        Optional<Inventory> read = checked.map(assessment -> assessment.facts().inventory());
        if (read.isEmpty() || read.get().isEmpty()) {
            boolean ofModules = !project.getModel().getModules().isEmpty();
            nothingToCheck(NothingToCheck.inDirectory(reading, read, ofModules));
            return;
        }
        Assessment assessment = checked.get();
        String shown = places().shownDirectory();
        String title = Values.isBlank(cluster) ? shown : cluster.strip();
        tell(new Report(execution.getVersion(), title, shown, places().repositoryPath(), assessment));
        if (!NothingToCheck.isWithoutSets(assessment)) {
            return;
        }
        if (request.purposes().isEmpty()) {
            getLog().info("There is no upload set in " + reading.files().directory());
        } else {
            nothingToCheck(NothingToCheck.ofPurposes(reading, assessment.facts().uploads()));
        }
    }

    private void nothingToCheck(String why) throws MojoExecutionException, MojoFailureException {
        if (flag("failIfNoCertificates", failIfNoCertificates)) {
            throw new MojoFailureException(why);
        }
        getLog().warn(why);
    }

    private Assessment check(Request request, Reading reading) throws MojoExecutionException {
        if (reading.outputHoldsCertificates()) {
            getLog().warn("The certificates in " + reading.shownOutput()
                    + " are not judged: it is the output directory");
        }
        try (Progress progress = Progress.start(getLog())) {
            return check(request, progress);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "The directory " + reading.files().directory() + " can't be read: " + Output.reason(e), e);
        }
    }

    /** What becomes of the directory. */
    Assessment check(Request request, Consumer<String> doing) throws IOException, MojoExecutionException {
        return Check.run(request, doing);
    }

    private Request request() throws MojoExecutionException {
        try {
            validate();
            Values.flag("failIfNoCertificates", failIfNoCertificates);
            ChangeWindow window =
                    Values.isBlank(changeWindow) ? ChangeWindow.now(Instant.now()) : ChangeWindow.parse(changeWindow);
            Cluster configured = new Cluster(
                    Values.names(Collections.singletonList(publisher)).stream().findFirst(),
                    Values.names(subscribers),
                    Values.names(presence),
                    knownRelease(),
                    Values.flag("mixedMode", mixedMode),
                    Values.flag("sso", sso),
                    Values.flag("fips", fips),
                    Values.flag("commonCriteria", commonCriteria),
                    Values.domains("xmppDomains", xmppDomains));
            Settings settings = settings();
            return new Request(
                    files(),
                    new Situation(configured, window, Values.days(expiryWarningDays)),
                    Values.purposes(Values.trimmed(purposes)),
                    scope(),
                    RuleBook.of(scope().topics()),
                    settings.severities(),
                    settings.waivers());
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage());
        }
    }

    private Settings settings() {
        Settings ofPom = Settings.ofPom(waivers, severities);
        if (waiverFile == null) {
            return ofPom;
        }
        Path base = places().base();
        Path file = base.resolve(waiverFile.toPath()).toAbsolutePath().normalize();
        return ofPom.and(WaiverFile.read(file, DirectoryScan.relative(base, file)));
    }

    private Optional<Release> knownRelease() {
        if (Values.isBlank(release)) {
            return Optional.empty();
        }
        Release asked = Release.parse(release);
        if (!asked.known().equals(asked)) {
            getLog().warn("The release " + asked + " is newer than this plugin knows: it is taken for " + asked.known()
                    + " (cucm-certs.release)");
        }
        return Optional.of(asked.known());
    }

    private static boolean flag(String parameter, String value) throws MojoExecutionException {
        try {
            return Values.flag(parameter, value);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage());
        }
    }

    private Request.Files files() {
        return new Request.Files(
                places().scanned(),
                Values.trimmed(caDirectories).stream()
                        .map(places().base()::resolve)
                        .toList(),
                globs("includes", Values.trimmed(includes)),
                globs("excludes", excludes == null || excludes.isEmpty() ? DEFAULT_EXCLUDES : Values.trimmed(excludes)),
                Set.of(places().reports()));
    }

    private static List<String> globs(String parameter, List<String> texts) {
        return texts.stream()
                .map(text -> Values.glob(parameter, text).toString())
                .toList();
    }

    final Places places() {
        return new Places(project, session, directory, outputDirectory);
    }

    /** Where this goal's reports go. */
    Path outputFolder() {
        return places().reports();
    }

    /**
     * Writes a file into this goal's output folder.
     *
     * @throws MojoExecutionException where another module of this build wrote it, or it can't be written
     */
    final Path write(String name, Output.Content content) throws MojoExecutionException {
        Path file = outputFolder().resolve(name);
        String writer = project.getId() + ", directory " + places().scanned();
        String other = new WrittenFiles(session.getRepositorySession().getData()).claim(file, writer);
        if (!other.equals(writer)) {
            throw new MojoExecutionException("This build already wrote the report " + Visible.of(file.toString())
                    + " (" + Visible.of(other) + "). It would be lost: give each module and each directory an output"
                    + " directory of its own with cucm-certs.outputDirectory, or do not set that parameter");
        }
        return Output.write(file, content);
    }
}

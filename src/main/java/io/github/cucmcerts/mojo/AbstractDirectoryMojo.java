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
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Message;
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
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** The parameters of all goals that check a directory, and their common steps: scan, group, check. */
abstract class AbstractDirectoryMojo extends AbstractGoalMojo {
    /** Folders with old certificates, which are neither checked nor trusted. */
    static final List<String> DEFAULT_EXCLUDES = List.of("**/archive/**", "**/old/**");

    /**
     * The directory with the certificates and CSRs to check.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.directory", defaultValue = "${basedir}/certs")
    private File directory;

    /**
     * The directory for the reports. A goal for one topic writes into a folder with the goal's name below it. Default:
     * {@code cucm-certs} in the build directory; without a POM, {@code target/cucm-certs}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.outputDirectory")
    private File outputDirectory;

    /**
     * The time of the uploads: a date and time with a UTC offset ({@code 2026-12-01T22:00:00-06:00}), a date (the whole day in
     * UTC), or an interval {@code start/end} of these, including both ends. Default: now.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.changeWindow")
    private String changeWindow;

    /**
     * The release of CUCM: 10.0, 10.5, 11.0, 11.5, 12.0, 12.5, 14, 14SU1 to 14SU4, 15 and its SUs, or as CUCM shows it:
     * {@code 12.5(1)SU3}, {@code 14.0.1.13900-155}. Default: only what is true for all releases.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.release")
    private String release;

    /**
     * The cluster's name in titles. Default: the name of the directory.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.cluster")
    private String cluster;

    /**
     * The Certificate Purposes to check, for example those of this change window. Default: all.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.purposes")
    private List<String> purposes;

    /**
     * The publisher's host name or IP address.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.publisher")
    private String publisher;

    /**
     * The subscribers' host names or IP addresses.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.subscribers")
    private List<String> subscribers;

    /**
     * The IM and Presence nodes' host names or IP addresses. The first node is their publisher.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.presence")
    private List<String> presence;

    /**
     * Whether the cluster security mode is 1 (mixed mode): true or false.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.mixedMode", defaultValue = "false")
    private String mixedMode;

    /**
     * Whether users sign in through SAML single sign-on: true or false. If true, the runbook has steps to turn single sign-on off
     * before you upload the Tomcat certificate, and to turn it on again afterwards.
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
     * The XMPP domains that the cluster hosts. The certificate for XMPP federation must name each of them.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.xmppDomains")
    private List<String> xmppDomains;

    /**
     * More directories with CA certificates, which are offered to every trust store.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.caDirectories")
    private List<String> caDirectories;

    /**
     * Warns about certificates that expire within this many days after the end of the change window.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.expiryWarningDays", defaultValue = "30")
    private int expiryWarningDays;

    /**
     * Changes the severity of rules: a rule id and {@code ERROR}, {@code WARNING}, {@code INFO}, or {@code OFF}. Only in the POM or
     * in {@code waiverFile}.
     *
     * @since 1.0.0
     */
    @Parameter
    private PlexusConfiguration severities;

    /**
     * Accepts findings: each waiver has {@code rule}, {@code path} (a glob) or {@code sha256}, {@code reason}, and {@code until},
     * the last day on which the findings are accepted. Only in the POM or in {@code waiverFile}.
     *
     * @since 1.0.0
     */
    @Parameter
    private PlexusConfiguration waivers;

    /**
     * A YAML file with more {@code waivers} and {@code severities}, in addition to the POM. The same rule in both is an error.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.waiverFile")
    private File waiverFile;

    /**
     * Whether the build fails if the directory has nothing to check: true or false.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.failIfNoCertificates", defaultValue = "true")
    private String failIfNoCertificates;

    /**
     * Globs of the files to read, relative to the directory. Default: all files.
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
     * Whether to skip the goal: true or false.
     *
     * @since 1.0.0
     */
    @Parameter(property = "cucm-certs.skip", defaultValue = "false")
    private String skip;

    /** What this goal checks. */
    abstract Scope scope();

    /** Checks the parameters that only this goal has. */
    abstract void validate();

    /** Shows the result and writes the files. */
    abstract void output(Report report) throws MojoExecutionException, MojoFailureException;

    @Override
    final void run(Language texts) throws MojoExecutionException, MojoFailureException {
        if (Values.flag("skip", skip)) {
            getLog().info(texts.text("mojo.skipped", "Skipped (cucm-certs.skip)"));
            return;
        }
        verifyProperties();
        Request request = request(texts);
        if (places().isModuleWithoutDirectory()) {
            getLog().info(texts.text(
                    "mojo.nothing-in-module",
                    "Nothing to check: this module has no directory {directory}.",
                    "directory",
                    directory.getName()));
            return;
        }
        Reading reading = new Reading(request.files(), places().reports());
        reading.keepApartFrom(outputFolder());
        reading.verify();
        Optional<Assessment> checked =
                reading.exists() ? Optional.of(check(request, reading, texts)) : Optional.empty();
        Optional<Inventory> read = checked.map(assessment -> assessment.facts().inventory());
        if (read.isEmpty() || read.get().isEmpty()) {
            boolean ofModules = !project.getModel().getModules().isEmpty();
            nothingToCheck(NothingToCheck.inDirectory(reading, read, ofModules, texts));
            return;
        }
        Assessment assessment = checked.get();
        String shown = places().shownDirectory();
        String title = Values.isBlank(cluster) ? shown : cluster.strip();
        output(new Report(execution.getVersion(), title, shown, places().repositoryPath(), assessment).in(texts));
        if (NothingToCheck.isWithoutSets(assessment)) {
            if (!request.purposes().isEmpty()) {
                nothingToCheck(
                        NothingToCheck.ofPurposes(reading, assessment.facts().uploads(), texts));
                return;
            }
            getLog().info(texts.text(
                    "mojo.no-upload-sets",
                    "There are no upload sets in {directory}.",
                    "directory",
                    reading.files().directory()));
        }
        if (NothingToCheck.isUnverified(assessment)) {
            nothingToCheck(NothingToCheck.unverified(reading, texts));
        }
    }

    private void nothingToCheck(String why) throws MojoExecutionException, MojoFailureException {
        if (Values.flag("failIfNoCertificates", failIfNoCertificates)) {
            throw new MojoFailureException(why);
        }
        getLog().warn(why);
    }

    private Assessment check(Request request, Reading reading, Language texts) throws MojoExecutionException {
        if (reading.outputHoldsCertificates()) {
            getLog().warn(texts.text(
                    "mojo.output-not-checked",
                    "The certificates in {output} are not checked, because it is the output directory.",
                    "output",
                    reading.shownOutput()));
        }
        try (Progress progress = Progress.start(getLog(), texts)) {
            return check(request, progress);
        } catch (IOException e) {
            throw Reading.unreadable(reading.files().directory(), e);
        }
    }

    /** What becomes of the directory. */
    Assessment check(Request request, Consumer<Message> doing) throws IOException, MojoExecutionException {
        return Check.run(request, doing);
    }

    private Request request(Language texts) {
        validate();
        Values.flag("failIfNoCertificates", failIfNoCertificates);
        ChangeWindow window =
                Values.isBlank(changeWindow) ? ChangeWindow.now(Instant.now()) : Values.window(changeWindow);
        Cluster configured = new Cluster(
                Values.names(Collections.singletonList(publisher)).stream().findFirst(),
                Values.names(subscribers),
                Values.names(presence),
                knownRelease(texts),
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

    private Optional<Release> knownRelease(Language texts) {
        if (Values.isBlank(release)) {
            return Optional.empty();
        }
        Release asked = Values.release(release);
        if (!asked.known().equals(asked)) {
            getLog().warn(texts.text(
                    "mojo.release-not-known",
                    "This plugin does not know release {asked} and treats it as {known} (cucm-certs.release).",
                    "asked",
                    asked,
                    "known",
                    asked.known()));
        }
        return Optional.of(asked.known());
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

    /** The directory for this goal's reports. */
    Path outputFolder() {
        return places().reports();
    }

    /**
     * Writes a file into this goal's output directory.
     *
     * @throws MojoExecutionException if another module of this build wrote it, or it cannot be written
     */
    final Path write(String name, Output.Content content) throws MojoExecutionException {
        return Output.write(claimed(name), content);
    }

    /**
     * The file or folder of that name in this goal's output directory.
     *
     * @throws MojoExecutionException if another module of this build wrote it
     */
    final Path claimed(String name) throws MojoExecutionException {
        Path file = outputFolder().resolve(name);
        List<String> writer = List.of(project.getId(), places().scanned().toString());
        List<String> other = new WrittenFiles(session.getRepositorySession().getData()).claim(file, writer);
        if (!other.equals(writer)) {
            throw Stopped.of(
                    "mojo.already-written",
                    "This build already wrote the report {report} ({module}, directory {directory}), which would be"
                            + " lost. Set a different cucm-certs.outputDirectory for each module and each directory, or do not set"
                            + " that parameter.",
                    "report",
                    Visible.of(file.toString()),
                    "module",
                    Visible.of(other.get(0)),
                    "directory",
                    Visible.of(other.get(1)));
        }
        return file;
    }
}

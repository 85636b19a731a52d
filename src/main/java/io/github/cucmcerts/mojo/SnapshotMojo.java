package io.github.cucmcerts.mojo;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Export;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.snapshot.Credentials;
import io.github.cucmcerts.snapshot.NoSnapshot;
import io.github.cucmcerts.snapshot.Result;
import io.github.cucmcerts.snapshot.Snapshot;
import io.github.cucmcerts.snapshot.Snapshots;
import io.github.cucmcerts.snapshot.Target;
import io.github.cucmcerts.snapshot.TrustedCertificates;
import io.github.cucmcerts.text.Paragraph;
import io.github.cucmcerts.text.Visible;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Gets from each configured node over HTTPS which certificates and CSRs it holds (CUCM's certificate REST interface, release 14 and later), and saves the
 * responses as {@code deployed/NODE.json} in the directory. The password of a platform account comes from settings.xml or from the
 * environment, and is sent only to a node whose certificate is trusted.
 */
@Mojo(name = "snapshot", requiresProject = false, threadSafe = true)
public final class SnapshotMojo extends AbstractMojo {
    /** No snapshot is longer, so a longer file is not one. */
    private static final long MAX_EARLIER = 64L << 20;

    /**
     * The directory of certificates. The responses are saved in its folder {@code deployed}, and its certificates are trusted.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.directory", defaultValue = "${basedir}/certs")
    private File directory;

    /**
     * The publisher's host name or IP address.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.publisher")
    private String publisher;

    /**
     * The subscribers' host names or IP addresses.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.subscribers")
    private List<String> subscribers;

    /**
     * The IM and Presence nodes' host names or IP addresses.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.presence")
    private List<String> presence;

    /**
     * The id of the {@code <server>} in settings.xml with the user name and the password of a platform account (an account for
     * Cisco Unified OS Administration). Without such a server, the goal uses the environment variables
     * {@code CUCM_CERTS_USERNAME} and {@code CUCM_CERTS_PASSWORD}. No parameter exists for user name and password.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.serverId", defaultValue = "cucm")
    private String serverId;

    /**
     * The SHA-256 of certificates that a node can present, in hex, with or without colons. Such a certificate is accepted with any
     * name and dates. Any other certificate must meet all three conditions: it is valid; it names the node; and it is in the
     * directory or in Java's trust store, or its chain leads to a certificate there.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.pins")
    private List<String> pins;

    /**
     * The port of the nodes' web interface.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.httpsPort", defaultValue = "443")
    private int httpsPort;

    /**
     * The time limit in seconds for finding the addresses of a node, again for the connection to each of them, and again for reading
     * its whole response.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.timeoutSeconds", defaultValue = "10")
    private int timeoutSeconds;

    /**
     * The addresses of nodes that DNS does not know: {@code NODE=HOST} or {@code NODE=HOST:PORT}, with an IPv6 address in brackets.
     * The certificate must still name the node.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.addresses")
    private List<String> addresses;

    /**
     * Whether to only show the requests and the files, without sending or writing anything: true or false.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.dryRun", defaultValue = "false")
    private String dryRun;

    /**
     * Whether to skip the goal: true or false.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.skip", defaultValue = "false")
    private String skip;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private MojoExecution execution;

    private final SettingsDecrypter decrypter;
    private final Clock clock = Clock.systemUTC();

    @Inject
    SnapshotMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            if (Values.flag("skip", skip)) {
                getLog().info("Skipped (cucm-certs.skip)");
                return;
            }
            KnownProperties.verify(
                    session, project, execution.getMojoDescriptor().getPluginDescriptor());
            if (new Places(project, session, directory, null).isModuleWithoutDirectory()) {
                getLog().info("No snapshot to get: this module has no directory " + directory.getName() + ".");
                return;
            }
            List<Target> targets = targets();
            Duration timeout = Values.timeout(timeoutSeconds);
            Set<String> pinned = Values.pins(pins);
            if (Values.flag("dryRun", dryRun)) {
                targets.forEach(target -> getLog().info(target.node() + ": GET " + target.url() + " from "
                        + target.address() + " would be saved as " + file(target)));
                return;
            }
            output(ask(targets, pinned, timeout), pinned);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage());
        }
    }

    private List<Target> targets() throws MojoExecutionException {
        List<NodeName> nodes = new Cluster(
                        Values.hosts("publisher", Collections.singletonList(publisher)).stream()
                                .findFirst(),
                        Values.hosts("subscribers", subscribers),
                        Values.hosts("presence", presence),
                        Optional.empty(),
                        false,
                        false,
                        false,
                        false,
                        List.of())
                .nodes();
        if (nodes.isEmpty()) {
            throw new MojoExecutionException("No node is configured. Set the cluster's nodes with"
                    + " -Dcucm-certs.publisher=…, -Dcucm-certs.subscribers=… and -Dcucm-certs.presence=…");
        }
        return Addresses.targets(nodes, Values.trimmed(addresses), Values.port("httpsPort", httpsPort));
    }

    private Path file(Target target) {
        return folder().resolve(target.fileName());
    }

    private List<Result> ask(List<Target> targets, Set<String> pinned, Duration timeout) throws MojoExecutionException {
        Instant now = clock.instant();
        Optional<Inventory> read = read();
        List<byte[]> directory = read.stream()
                .flatMap(inventory -> inventory.objects(Certificate.class))
                .map(Certificate::encoded)
                .toList();
        Set<String> revoked = read.stream()
                .flatMap(inventory -> inventory.files().stream())
                .flatMap(file -> file.exports().stream())
                .flatMap(export -> export.items().stream())
                .filter(item -> item.kind() == Export.Kind.REVOKED)
                .map(item -> item.object().sha256())
                .collect(Collectors.toSet());
        Credentials credentials = PlatformAccount.credentials(
                serverId.strip(), session.getSettings(), decrypter, System::getenv, getLog());
        try {
            return Snapshots.take(
                    targets, TrustedCertificates.of(directory, revoked, pinned, now), credentials, timeout, now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("The snapshot was interrupted. No file was written.");
        }
    }

    /** What the directory contains; empty if it does not exist. */
    private Optional<Inventory> read() throws MojoExecutionException {
        if (!directory.exists()) {
            return Optional.empty();
        }
        if (!directory.isDirectory()) {
            throw new MojoExecutionException(directory + " is a file. cucm-certs.directory must be a directory.");
        }
        try {
            return Optional.of(DirectoryScan.scan(
                    directory.toPath(), List.of(), List.of(), AbstractDirectoryMojo.DEFAULT_EXCLUDES, Set.of()));
        } catch (IOException e) {
            throw new MojoExecutionException("The directory " + directory + " cannot be read: " + Output.reason(e), e);
        }
    }

    private void output(List<Result> results, Set<String> pinned) throws MojoFailureException {
        List<String> failed = new ArrayList<>();
        Set<String> all = new TreeSet<>(pinned);
        int untrusted = 0;
        for (Result result : results) {
            Target target = result.target();
            if (result instanceof Result.Taken taken) {
                if (!saved(taken)) {
                    failed.add(target.node().value());
                }
            } else if (result instanceof Result.Failed failure) {
                NoSnapshot why = failure.why();
                failed.add(target.node().value());
                untrusted += why.untrusted().isPresent() ? 1 : 0;
                why.untrusted().ifPresent(all::add);
                error("", target.node() + ": " + why.getMessage());
                why.details().forEach(detail -> getLog().error("    " + Visible.of(detail)));
                error("    ", "Fix: " + why.fix());
            }
        }
        if (untrusted > 1) {
            error("", "To accept all of these certificates: -Dcucm-certs.pins=" + String.join(",", all));
        }
        if (!failed.isEmpty()) {
            throw new MojoFailureException(failed.size() + " of " + results.size() + " nodes gave no snapshot: "
                    + String.join(", ", failed) + ". Their files in " + folder() + " are unchanged.");
        }
        getLog().info("Snapshots of " + results.size() + (results.size() == 1 ? " node" : " nodes") + ": " + folder());
    }

    private Path folder() {
        return directory.toPath().resolve("deployed").toAbsolutePath();
    }

    private void error(String indent, String text) {
        Paragraph.ofConsole(Terminal.columns())
                .lines(indent, text, indent + "  ")
                .forEach(getLog()::error);
    }

    private boolean saved(Result.Taken taken) {
        Snapshot snapshot = taken.snapshot();
        Path file = file(taken.target());
        NodeName node = taken.target().node();
        try {
            String news = news(file, snapshot);
            Output.replace(file, snapshot::write);
            getLog().info(node + ": " + snapshot.summary() + "; " + news);
            return true;
        } catch (IOException | UncheckedIOException e) {
            error("", node + ": " + file + " cannot be written: " + Output.reason(e));
            return false;
        }
    }

    private static String news(Path file, Snapshot snapshot) throws IOException {
        if (!Files.exists(file)) {
            return "its first snapshot";
        }
        if (Files.size(file) > MAX_EARLIER) {
            return "something has changed";
        }
        String earlier = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return snapshot.isSameAs(earlier) ? "nothing has changed" : "something has changed";
    }
}

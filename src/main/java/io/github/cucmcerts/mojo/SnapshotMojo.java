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
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Message;
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
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Gets from each configured node over HTTPS which certificates and CSRs it holds (CUCM's certificate REST interface, release 14 and later), and saves the
 * responses as {@code deployed/NODE.json} in the directory. The password of a platform account comes from settings.xml or from the
 * environment, and is sent only to a node whose certificate is trusted.
 */
@Mojo(name = "snapshot", requiresProject = false, threadSafe = true)
public final class SnapshotMojo extends AbstractGoalMojo {
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

    private final SettingsDecrypter decrypter;
    private final Clock clock = Clock.systemUTC();

    @Inject
    SnapshotMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    @Override
    void run(Language texts) throws MojoExecutionException, MojoFailureException {
        if (Values.flag("skip", skip)) {
            getLog().info(texts.text("mojo.skipped", "Skipped (cucm-certs.skip)"));
            return;
        }
        verifyProperties();
        if (new Places(project, session, directory, null).isModuleWithoutDirectory()) {
            getLog().info(texts.text(
                    "mojo.no-snapshot-in-module",
                    "No snapshot to get: this module has no directory {directory}.",
                    "directory",
                    directory.getName()));
            return;
        }
        List<Target> targets = targets();
        Duration timeout = Values.timeout(timeoutSeconds);
        Set<String> pinned = Values.pins(pins);
        if (Values.flag("dryRun", dryRun)) {
            targets.forEach(target -> getLog().info(texts.text(
                    "mojo.dry-run",
                    "{node}: GET {url} from {address} would be saved as {file}",
                    "node",
                    target.node(),
                    "url",
                    target.url(),
                    "address",
                    target.address(),
                    "file",
                    file(target))));
            return;
        }
        output(ask(targets, pinned, timeout), pinned, texts);
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
            throw Stopped.of(
                    "mojo.no-node",
                    "No node is configured. Set the cluster's nodes with -Dcucm-certs.publisher=…, -Dcucm-certs.subscribers=… and"
                            + " -Dcucm-certs.presence=…");
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
            throw Stopped.of("mojo.snapshot-interrupted", "The snapshot was interrupted. No file was written.");
        }
    }

    /** What the directory contains; empty if it does not exist. */
    private Optional<Inventory> read() throws MojoExecutionException {
        if (!directory.exists()) {
            return Optional.empty();
        }
        if (!directory.isDirectory()) {
            throw Reading.isAFile(directory);
        }
        try {
            return Optional.of(DirectoryScan.scan(
                    directory.toPath(), List.of(), List.of(), AbstractDirectoryMojo.DEFAULT_EXCLUDES, Set.of()));
        } catch (IOException e) {
            throw Reading.unreadable(directory, e);
        }
    }

    private void output(List<Result> results, Set<String> pinned, Language texts) throws MojoFailureException {
        List<String> failed = new ArrayList<>();
        Set<String> all = new TreeSet<>(pinned);
        int untrusted = 0;
        for (Result result : results) {
            Target target = result.target();
            if (result instanceof Result.Taken taken) {
                if (!saved(taken, texts)) {
                    failed.add(target.node().value());
                }
            } else if (result instanceof Result.Failed failure) {
                NoSnapshot why = failure.why();
                failed.add(target.node().value());
                untrusted += why.untrusted().isPresent() ? 1 : 0;
                why.untrusted().ifPresent(all::add);
                error("", texts.text("mojo.of-node", "{node}: {text}", "node", target.node(), "text", why.problem()));
                why.details()
                        .forEach(detail -> getLog().error(
                                        "    " + Visible.of(texts.in(detail).toString())));
                error("    ", texts.text("mojo.fix", "Fix: {fix}", "fix", why.fix()));
            }
        }
        if (untrusted > 1) {
            error(
                    "",
                    texts.text(
                            "mojo.accept-all",
                            "To accept all of these certificates: -Dcucm-certs.pins={pins}",
                            "pins",
                            String.join(",", all)));
        }
        if (!failed.isEmpty()) {
            throw new MojoFailureException(texts.text(
                    "mojo.no-snapshots",
                    "{number} of {all} nodes gave no snapshot: {nodes}. Their files in {folder} are unchanged.",
                    "number",
                    failed.size(),
                    "all",
                    results.size(),
                    "nodes",
                    String.join(", ", failed),
                    "folder",
                    folder()));
        }
        String nodes = texts.counted(
                "mojo.snapshots", results.size(), "Snapshots of {number} node", "Snapshots of {number} nodes");
        getLog().info(texts.text("mojo.snapshots-in", "{snapshots}: {folder}", "snapshots", nodes, "folder", folder()));
    }

    private Path folder() {
        return directory.toPath().resolve("deployed").toAbsolutePath();
    }

    private void error(String indent, String text) {
        Paragraph.ofConsole(Terminal.columns())
                .lines(indent, text, indent + "  ")
                .forEach(getLog()::error);
    }

    private boolean saved(Result.Taken taken, Language texts) {
        Snapshot snapshot = taken.snapshot();
        Path file = file(taken.target());
        NodeName node = taken.target().node();
        try {
            String news = texts.in(news(file, snapshot)).toString();
            Output.replace(file, snapshot::write);
            getLog().info(texts.text(
                    "mojo.snapshot-saved",
                    "{node}: {summary}; {news}",
                    "node",
                    node,
                    "summary",
                    snapshot.summary(),
                    "news",
                    news));
            return true;
        } catch (IOException | UncheckedIOException e) {
            error(
                    "",
                    texts.text(
                            "mojo.snapshot-not-saved",
                            "{node}: {file} cannot be written: {reason}",
                            "node",
                            node,
                            "file",
                            file,
                            "reason",
                            Output.reason(e)));
            return false;
        }
    }

    private static Message news(Path file, Snapshot snapshot) throws IOException {
        if (!Files.exists(file)) {
            return Message.of("mojo.first-snapshot", "its first snapshot");
        }
        boolean isSame = Files.size(file) <= MAX_EARLIER
                && snapshot.isSameAs(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        return isSame
                ? Message.of("mojo.nothing-changed", "nothing has changed")
                : Message.of("mojo.something-changed", "something has changed");
    }
}

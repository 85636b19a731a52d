package io.github.cucmcerts.rule;

import io.github.cucmcerts.check.Assessment;
import io.github.cucmcerts.check.Request;
import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.net.HostPort;
import io.github.cucmcerts.plan.procedure.Procedure;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.served.Endpoints;
import io.github.cucmcerts.served.ServedCheck;
import io.github.cucmcerts.served.Target;
import io.github.cucmcerts.served.Watch;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Endpoint;
import io.github.cucmcerts.trust.ProbeResult;
import io.github.cucmcerts.waiver.Waiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A directory, the settings of the build, and whether the rule is found in it; {@link #file} lists all findings. By default,
 * the cluster has the nodes {@link #PUB} and {@link #SUB} and no release, and the change window is the instant
 * {@link Times#NOW}.
 */
final class Case {
    static final String PUB = "cucm-pub.example.com";
    static final String SUB = "cucm-sub1.example.com";
    static final String IMP = "imp.example.com";
    static final String MULTI = "cucm-pub-ms.example.com";
    static final String TOMCAT = PUB + "/tomcat";

    /** The folder with all findings of each case that has any. */
    static final Path FILES = Path.of("src", "test", "resources", "cases");

    private final String rule;
    private final boolean isFound;
    private final String name;
    private final List<Rule> additional = new ArrayList<>();
    private Consumer<Tree> layout = tree -> {};
    private Optional<String> publisher = Optional.of(PUB);
    private List<String> presence = List.of();
    private Optional<Release> release = Optional.empty();
    private boolean mixedMode;
    private boolean fips;
    private boolean commonCriteria;
    private List<String> xmppDomains = List.of();
    private ChangeWindow window = ChangeWindow.at(Times.NOW);
    private Set<Purpose> purposes = Set.of();
    private Scope scope = Scope.ALL;
    private Severities severities = Severities.unchanged();
    private List<Waiver> waivers = List.of();
    private Function<Endpoint, ProbeResult> seen =
            endpoint -> new ProbeResult.Failed(Message.value("nobody connected"), Message.value("Connect."));

    private Case(String rule, boolean isFound, String name) {
        this.rule = rule;
        this.isFound = isFound;
        this.name = name;
    }

    static Case found(String rule, String name) {
        return new Case(rule, true, name);
    }

    /** A similar case that must not be found. */
    static Case clean(String rule, String name) {
        return new Case(rule, false, name);
    }

    /** Sets how to fill the directory. */
    Case in(Consumer<Tree> directory) {
        layout = directory;
        return this;
    }

    Case publisher(String host) {
        publisher = Optional.of(host);
        return this;
    }

    Case withoutPublisher() {
        publisher = Optional.empty();
        return this;
    }

    Case presence(String... hosts) {
        presence = List.of(hosts);
        return this;
    }

    Case release(String number) {
        release = Optional.of(Release.parse(number));
        return this;
    }

    Case mixedMode() {
        mixedMode = true;
        return this;
    }

    Case fips() {
        fips = true;
        return this;
    }

    Case commonCriteria() {
        commonCriteria = true;
        return this;
    }

    Case xmppDomains(String... domains) {
        xmppDomains = List.of(domains);
        return this;
    }

    Case window(Instant start, Instant end) {
        window = ChangeWindow.between(start, end);
        return this;
    }

    Case purposes(Purpose... only) {
        purposes = Set.of(only);
        return this;
    }

    Case topics(Topic... only) {
        scope = new Scope("check-" + only[0], Set.of(only));
        return this;
    }

    Case changed(String id, Severity severity) {
        severities = new Severities(Map.of(id, severity), Set.of());
        return this;
    }

    Case off(String id) {
        severities = new Severities(Map.of(), Set.of(id));
        return this;
    }

    Case waiver(Waiver... all) {
        waivers = List.of(all);
        return this;
    }

    /** Checks what nodes serve: this is the result of each endpoint. */
    Case seeing(Function<Endpoint, ProbeResult> sight) {
        scope = Scope.SERVED;
        seen = sight;
        return this;
    }

    /** Adds a rule that is not in the catalogue; it is checked before all others. */
    Case checking(Rule other) {
        additional.add(other);
        return this;
    }

    /** The file that lists all findings. */
    Path file() {
        return FILES.resolve(rule)
                .resolve(name.toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9]+", "-")
                                .replaceAll("^-|-$", "")
                        + ".txt");
    }

    boolean hasWaivers() {
        return !waivers.isEmpty();
    }

    String rule() {
        return rule;
    }

    boolean isFound() {
        return isFound;
    }

    /** The findings in the directory {@code certs}. */
    List<Finding> findings(Path parent) throws IOException {
        return report(layOut(parent)).findings();
    }

    /** The filled directory. */
    Tree layOut(Path parent) {
        Tree tree = Tree.in(parent.resolve("certs"));
        layout.accept(tree);
        return tree;
    }

    /** The report on a directory with the settings of the case. */
    Report report(Tree tree) throws IOException {
        Path directory = tree.directory();
        Cluster cluster = new Cluster(
                publisher.map(NodeName::new),
                List.of(new NodeName(SUB)),
                presence.stream().map(NodeName::new).toList(),
                release,
                mixedMode,
                false,
                fips,
                commonCriteria,
                xmppDomains);
        List<Rule> rules = Stream.concat(additional.stream(), RuleBook.of(scope.topics()).stream())
                .toList();
        Request request = new Request(
                Requests.files(directory),
                Requests.situation(cluster, window),
                purposes,
                scope,
                rules,
                severities,
                waivers);
        return new Report("1", "certs", "certs", "certs", checked(request));
    }

    private Assessment checked(Request request) throws IOException {
        if (!scope.isServed()) {
            return Requests.checked(request);
        }
        Watch watch = new Watch(
                target -> seen.apply(target.endpoint()),
                Duration.ZERO,
                Clock.fixed(Times.NOW, ZoneOffset.UTC),
                time -> {},
                doing -> {});
        Assessment files = Requests.checked(request.ofFiles());
        List<Target> targets = Endpoints.of(files, Map.of()).stream()
                .map(endpoint -> new Target(
                        endpoint,
                        new HostPort(endpoint.node().value(), endpoint.port().number())))
                .toList();
        Map<Purpose, Message> restarts = Procedure.restarts(request.situation().cluster());
        try {
            return new ServedCheck(restarts, watch).run(request, files, targets);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public String toString() {
        return rule + (isFound ? " is found: " : " is not found: ") + name;
    }
}

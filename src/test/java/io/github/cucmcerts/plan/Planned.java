package io.github.cucmcerts.plan;

import io.github.cucmcerts.check.Request;
import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.waiver.Waiver;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The plan for a test's directory; by default, the cluster has a publisher, a subscriber, and an IM and Presence node. */
final class Planned {
    static final String PUB = "cucm-pub.example.com";
    static final String SUB = "cucm-sub1.example.com";
    static final String IMP = "imp1.example.com";
    static final Cluster THREE_NODES = new Cluster(
            Optional.of(new NodeName(PUB)),
            List.of(new NodeName(SUB)),
            List.of(new NodeName(IMP)),
            Optional.empty(),
            false,
            false,
            false,
            false,
            List.of());

    private final Path directory;
    private Cluster cluster = THREE_NODES;
    private ChangeWindow window = ChangeWindow.at(Times.NOW);
    private Set<Purpose> purposes = Set.of();
    private List<Waiver> waivers = List.of();
    private Language language = Language.ENGLISH;

    private Planned(Path directory) {
        this.directory = directory;
    }

    static Planned in(Tree tree) {
        return new Planned(tree.directory());
    }

    static Cluster cluster(String release, boolean mixedMode, boolean sso) {
        return new Cluster(
                THREE_NODES.publisher(),
                THREE_NODES.subscribers(),
                THREE_NODES.presence(),
                Optional.of(Release.parse(release)),
                mixedMode,
                sso,
                false,
                false,
                List.of());
    }

    Planned cluster(Cluster other) {
        cluster = other;
        return this;
    }

    Planned window(ChangeWindow other) {
        window = other;
        return this;
    }

    Planned purposes(Purpose... only) {
        purposes = Set.of(only);
        return this;
    }

    Planned waiving(Waiver... some) {
        waivers = List.of(some);
        return this;
    }

    Planned language(Language other) {
        language = other;
        return this;
    }

    Plan plan() throws IOException {
        Request request =
                Requests.of(Requests.files(directory), Requests.situation(cluster, window), purposes, waivers);
        return Runbook.of(new Report("1", "certs", "certs", "certs", Requests.checked(request)).in(language));
    }

    String markdown() throws IOException {
        StringWriter writer = new StringWriter();
        PlanMarkdown.write(plan(), writer);
        return writer.toString();
    }

    String page() throws IOException {
        StringWriter writer = new StringWriter();
        PlanPage.write(plan(), writer);
        return writer.toString();
    }
}

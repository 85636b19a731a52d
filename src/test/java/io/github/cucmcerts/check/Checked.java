package io.github.cucmcerts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The checked directory of a cluster with the nodes {@link #PUB}, {@link #SUB} and {@link #IMP}. */
record Checked(Report report) {
    static final String PUB = "cucm-pub.example.com";
    static final String SUB = "cucm-sub1.example.com";
    static final String IMP = "imp.example.com";

    private static final Cluster CLUSTER = new Cluster(
            Optional.of(new NodeName(PUB)),
            List.of(new NodeName(SUB)),
            List.of(new NodeName(IMP)),
            Optional.empty(),
            false,
            false,
            false,
            false,
            List.of());

    /**
     * The result for an upload set.
     *
     * @param errors the rules of the errors on it
     */
    record Verdict(State state, Set<String> errors) {
        static final Verdict READY = new Verdict(State.READY, Set.of());
    }

    static Checked in(Path directory) {
        Assessment assessment;
        try {
            assessment = Requests.checked(Requests.of(directory, CLUSTER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(assessment.findings())
                .as("rules")
                .noneMatch(finding -> finding.rule().id().equals("rule-failed"));
        return new Checked(new Report("1", "certs", "certs", "certs", assessment));
    }

    /** By the sets' ids. */
    Map<String, Verdict> verdicts() {
        Map<String, Verdict> all = new TreeMap<>();
        report.sets().forEach(set -> all.put(set.id(), new Verdict(report.state(set), errors(report.findings(set)))));
        return all;
    }

    Verdict verdict(String set) {
        return verdicts().get(set);
    }

    private static Set<String> errors(Collection<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.counts(Severity.ERROR))
                .map(finding -> finding.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

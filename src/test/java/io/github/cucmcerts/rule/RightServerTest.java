package io.github.cucmcerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.cucmcerts.check.Request;
import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.CommonName;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.plan.Plan;
import io.github.cucmcerts.plan.Runbook;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.upload.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The runbook uploads each certificate on the node that generated its CSR: whatever the folders, the CSR names that node. */
class RightServerTest {
    @TempDir
    private Path directory;

    static List<Case> cases() {
        return RulesTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void inTheDirectoryOfEachRule(Case each) throws IOException {
        Report report = each.report(each.layOut(directory));
        assertThat(misdirected(report)).as("%s", each).isEmpty();
    }

    /** {@code -Dcucm-certs.scenarios=DIR}: folders with {@code certs} and the settings in {@code expected.json}. */
    @Test
    @EnabledIfSystemProperty(named = "cucm-certs.scenarios", matches = ".+")
    void inEachScenario() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> scenarios = Files.list(Path.of(System.getProperty("cucm-certs.scenarios")))) {
            for (Path scenario : scenarios.sorted().toList()) {
                misdirected(scenario(scenario)).forEach(what -> wrong.add(scenario.getFileName() + ": " + what));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Report scenario(Path folder) throws IOException {
        JsonObject settings = JsonParser.parseString(Files.readString(folder.resolve("expected.json")))
                .getAsJsonObject()
                .getAsJsonObject("settings");
        Cluster cluster = new Cluster(
                names(settings, "publisher").stream().findFirst(),
                names(settings, "subscribers"),
                names(settings, "presence"),
                Optional.ofNullable(settings.get("release")).map(number -> Release.parse(number.getAsString())),
                false,
                false,
                false,
                false,
                List.of());
        ChangeWindow window = ChangeWindow.parse(Optional.ofNullable(settings.get("changeWindow"))
                .map(text -> text.getAsString())
                .orElse("2026-12-01"));
        Request.Files source =
                new Request.Files(folder.resolve("certs"), List.of(), List.of(), List.of("**/old/**"), Set.of());
        Request request = Requests.of(source, Requests.situation(cluster, window), Set.of(), List.of());
        return new Report("1", "certs", "certs", "certs", Requests.checked(request));
    }

    private static List<NodeName> names(JsonObject settings, String parameter) {
        return settings.has(parameter)
                ? Stream.of(settings.get(parameter).getAsString().split(","))
                        .map(NodeName::new)
                        .toList()
                : List.of();
    }

    /** The uploads on a node that the certificate's CSR does not name, although it names another node. */
    private static List<String> misdirected(Report report) {
        List<String> wrong = new ArrayList<>();
        for (Plan.Part part : Runbook.of(report).parts()) {
            for (Plan.Section section : part.sections()) {
                for (Plan.Step step : section.steps()) {
                    List<Csr> csrs = csrs(step, report.facts().inventory());
                    Optional<NodeName> where = node(step.text());
                    if (!csrs.isEmpty()
                            && where.isPresent()
                            && csrs.stream().allMatch(csr -> isOthers(csr, where.get(), report))) {
                        wrong.add(step.text() + " " + csrs.get(0).origin().file());
                    }
                }
            }
        }
        return wrong;
    }

    private static boolean isOthers(Csr csr, NodeName where, Report report) {
        List<NodeName> servers = otherServers(csr, report);
        return !isMultiServer(csr, report.facts().cluster())
                && !names(csr, where)
                && servers.stream().anyMatch(where::sameAs)
                && servers.stream().anyMatch(server -> names(csr, server));
    }

    /** The configured nodes, and the nodes that generated another CSR. */
    private static List<NodeName> otherServers(Csr csr, Report report) {
        Stream<NodeName> asking = report.facts()
                .inventory()
                .objects(Csr.class)
                .filter(other -> !other.key().equals(csr.key()))
                .flatMap(other -> other.subject().commonName().stream())
                .map(name -> new CommonName(name).node());
        return Stream.concat(report.facts().cluster().nodes().stream(), asking).toList();
    }

    /** The CSRs that the uploaded certificate matches; empty if it is uploaded to a trust store. */
    private static List<Csr> csrs(Plan.Step step, Inventory inventory) {
        boolean isTrust =
                step.text().spans().stream().anyMatch(span -> span.text().endsWith("-trust"));
        if (isTrust) {
            return List.of();
        }
        return step.facts().stream()
                .filter(fact -> fact.label().equals("SHA-256"))
                .flatMap(fact -> inventory
                        .objects(Certificate.class)
                        .filter(certificate ->
                                certificate.sha256().equals(fact.value().toString())))
                .flatMap(certificate ->
                        inventory.objects(Csr.class).filter(csr -> csr.key().equals(certificate.key())))
                .toList();
    }

    private static Optional<NodeName> node(Words text) {
        return text.spans().stream()
                .filter(Words.Span::code)
                .findFirst()
                .map(span -> new NodeName(span.text().substring(span.text().lastIndexOf('/') + 1)));
    }

    private static boolean isMultiServer(Csr csr, Cluster cluster) {
        return Distribution.isMultiServerName(csr, cluster)
                || cluster.nodes().stream().filter(node -> names(csr, node)).count() > 1;
    }

    private static boolean names(Csr csr, NodeName server) {
        return Stream.concat(
                        csr.subject().commonName().map(name -> new CommonName(name).node()).stream(),
                        csr.extensions().san().stream()
                                .flatMap(entry -> entry.host().stream())
                                .map(NodeName::new))
                .anyMatch(server::sameAs);
    }
}

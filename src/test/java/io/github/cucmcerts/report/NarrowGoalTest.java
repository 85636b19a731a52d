package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.cucmcerts.check.Request;
import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.Severities;
import io.github.cucmcerts.rule.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a goal for one topic says about a directory that the goal check blocks. */
class NarrowGoalTest {
    private static final Scope VALIDITY = new Scope("check-validity", EnumSet.of(Topic.VALIDITY));
    private static final String CAVEAT =
            "The goal check-validity checks only validity, not csr-match, san, chain, trust-store, key-usage, files, deployed, change."
                    + " To see whether a set can be uploaded, run the goal check.";

    @TempDir
    private Path directory;

    @BeforeEach
    void aBlockedSetAndOneThatAwaitsItsCertificate() {
        Tree.in(directory)
                .set(Reported.SET, GoodSet.of("cucm-pub.example.com").leaf(with -> with.san("DNS:other.example.com")))
                .file("cucm-sub1.example.com/tomcat/tomcat.csr", Csr.of("cucm-sub1.example.com"));
    }

    @Test
    void itNeverSaysReady() throws IOException {
        Map<String, String> outputs = Outputs.of(report(VALIDITY));
        assertThat(outputs)
                .allSatisfy((output, text) -> assertThat(text).as(output).doesNotContain("READY", "Ready", "AWAITING"));
    }

    @Test
    void theConsoleNamesTheTopicAndWhatTheGoalDidNotCheck() throws IOException {
        assertThat(Outputs.of(report(VALIDITY)).get("console").replaceAll("\\n\\[INFO\\] +", " "))
                .contains("cucm-pub.example.com/tomcat: validity: no error")
                .contains(CAVEAT);
        assertThat(Outputs.of(report(Scope.ALL)).get("console")).doesNotContain("checks only");
    }

    @Test
    void thePagesNameTheTopicAndWhatTheGoalDidNotCheck() throws IOException {
        Map<String, String> outputs = Outputs.of(report(VALIDITY));
        Document page = Jsoup.parse(outputs.get("report.html"));
        assertThat(page.select("h1.info").text()).isEqualTo("validity: no error");
        assertThat(page.select(".caveat").text()).isEqualTo(CAVEAT);
        assertThat(page.select(".set.info .badge").eachText()).containsOnly("validity: no error");
        assertThat(outputs.get("report.md"))
                .startsWith("**validity: no error.**")
                .contains(CAVEAT);
    }

    @Test
    void theFilterHasItsStatesOnly() throws IOException {
        Tree tree = Tree.in(directory);
        for (String node : List.of("a.example.com", "b.example.com", "c.example.com", "d.example.com")) {
            tree.set(node + "/tomcat", GoodSet.of(node).leaf(with -> with.valid("2024-01-01", "2025-01-01")));
        }
        String page = Outputs.of(report(VALIDITY)).get("report.html");
        assertThat(Jsoup.parse(page).select("[name=state] option").eachText())
                .contains("BLOCKED", "validity: no error")
                .doesNotContain("READY");
    }

    @Test
    void itsOwnErrorsBlock() throws IOException {
        Tree.in(directory)
                .set(
                        "cucm-sub2.example.com/tomcat",
                        GoodSet.of("cucm-sub2.example.com").leaf(with -> with.valid("2024-01-01", "2025-01-01")));
        Map<String, String> outputs = Outputs.of(report(VALIDITY));
        assertThat(Jsoup.parse(outputs.get("report.html")).select("h1.error").text())
                .isEqualTo("Not ready: 1 of 3 upload sets is blocked");
        assertThat(outputs.get("console")).contains("cucm-sub2.example.com/tomcat: BLOCKED");
    }

    @Test
    void reportJsonNamesTheGoalItsTopicsAndItsOwnStates() throws IOException {
        JsonObject narrow = json(report(VALIDITY));
        assertThat(narrow.get("goal").getAsString()).isEqualTo("check-validity");
        assertThat(narrow.get("topics")).hasToString("[\"validity\"]");
        assertThat(states(narrow)).containsExactly("NO_ERROR", "NO_ERROR");
        JsonObject whole = json(report(Scope.ALL));
        assertThat(whole.get("goal").getAsString()).isEqualTo("check");
        assertThat(whole.getAsJsonArray("topics")).hasSize(Topic.values().length - 2);
        assertThat(states(whole)).containsExactly("BLOCKED", "AWAITING_CERTIFICATE");
    }

    @Test
    void aDeployedSetStaysDeployed() throws IOException {
        GoodSet good = GoodSet.of("cucm-sub2.example.com");
        Tree.in(directory)
                .set("cucm-sub2.example.com/tomcat", good)
                .file("deployed/cucm-sub2.example.com/tomcat/tomcat.pem", good.leaf());
        assertThat(states(json(report(VALIDITY)))).containsExactly("NO_ERROR", "NO_ERROR", "DEPLOYED");
    }

    private Report report(Scope scope) throws IOException {
        Request request = new Request(
                Requests.files(directory),
                Requests.situation(Cluster.unknown(), ChangeWindow.at(Times.NOW)),
                Set.of(),
                scope,
                RuleBook.of(scope.topics()),
                Severities.unchanged(),
                List.of());
        return new Report("1", "certs", "certs", "certs", Requests.checked(request));
    }

    private static JsonObject json(Report report) throws IOException {
        return JsonParser.parseString(Reported.written(ReportFormat.JSON, report))
                .getAsJsonObject();
    }

    private static List<String> states(JsonObject json) {
        return json.getAsJsonArray("uploadSets").asList().stream()
                .map(set -> set.getAsJsonObject().get("state").getAsString())
                .toList();
    }
}

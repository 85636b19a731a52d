package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.plan.PlanPage;
import io.github.cucmcerts.plan.Runbook;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The axe-core accessibility checks find nothing on the pages. */
class AccessibilityTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final String LIGHT = "--blink-settings=preferredColorScheme=1";
    private static final String DARK = "--blink-settings=preferredColorScheme=0";

    /** Adds an element with the id "done" when axe-core has finished. */
    private static final String RUN = "axe.run().then(result => {"
            + "for (const found of result.violations.concat(result.passes.length ? [] : [{id: 'nothing was tested', nodes: []}])) {"
            + "const line = document.body.appendChild(document.createElement('p')); line.className = 'violation';"
            + "line.textContent = found.id + ': ' + found.nodes.map(node => node.html).join(' '); }"
            + "document.body.appendChild(document.createElement('p')).id = 'done'; });";

    @TempDir
    private Path certs;

    @TempDir
    private Path browser;

    @ParameterizedTest
    @ValueSource(strings = {LIGHT, DARK})
    void aBlockedCluster(String colors) throws Exception {
        blocked();
        assertAccessible(report(), colors);
    }

    @Test
    void aGoodDirectory() throws Exception {
        Tree.in(certs).set(PUB + "/tomcat");
        assertAccessible(report(), LIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {LIGHT, DARK})
    void theRunbook(String colors) throws Exception {
        blocked();
        StringWriter plan = new StringWriter();
        PlanPage.write(Runbook.of(Reported.of(certs)), plan);
        assertAccessible(plan.toString(), colors);
    }

    /** Findings of each severity, filters, an inventory, a path that replaces a certificate, and a path that ends early. */
    private void blocked() {
        Tree tree = Tree.in(certs).set(PUB + "/tomcat", GOOD).set(PUB + "/CallManager");
        for (String node : new String[] {"a.example.com", "b.example.com", "c.example.com", "d.example.com"}) {
            tree.set(node + "/tomcat", GoodSet.of(node).leaf(with -> with.san("DNS:" + node, "DNS:www." + node)));
        }
        tree.set("e.example.com/ipsec", GoodSet.ipsec("e.example.com"))
                .without("e.example.com/ipsec/intermediate.pem")
                .file(
                        "deployed/tomcat-trust/old.pem",
                        GOOD.root(with -> with.valid("2016-01-01", "2026-12-15"))
                                .root())
                .file(
                        "deployed/" + PUB + "/tomcat/held.pem",
                        GOOD.leaf(with -> with.valid("2025-01-01", "2026-11-30"))
                                .leaf())
                .file("note.pem", "no certificate");
    }

    private String report() throws IOException {
        return Reported.written(ReportFormat.HTML, Reported.of(certs));
    }

    private void assertAccessible(String page, String colors) throws Exception {
        Document copy = Jsoup.parse(page);
        copy.select("meta[http-equiv=Content-Security-Policy]").remove();
        copy.select("details").attr("open", "");
        try (InputStream axe = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            run(copy, new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        run(copy, RUN);
        Document tested = Browser.open(copy.html(), browser, colors, "--virtual-time-budget=60000");
        assertThat(tested.select(".violation").eachText()).isEmpty();
        assertThat(tested.getElementById("done")).isNotNull();
    }

    private static void run(Document copy, String script) {
        copy.body().appendElement("script").appendChild(new DataNode(script));
    }
}

package io.github.cucmcerts.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.report.Browser;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do with the page during the night. */
class PlanPageInBrowserTest {
    private static final String PUB = "cucm-pub.example.com";

    @TempDir
    private Path certs;

    @TempDir
    private Path browser;

    private String page;
    private int steps;

    @BeforeEach
    void plan() throws Exception {
        Tree tree = Tree.in(certs).set(PUB + "/CallManager", GoodSet.of(PUB));
        page = Planned.in(tree)
                .window(ChangeWindow.parse("2026-12-01T22:00:00-06:00"))
                .page();
        steps = Jsoup.parse(page).select("li.todo").size();
    }

    @Test
    void beginsWithTheFirstStep() throws Exception {
        Document shown = Browser.open(page, browser);
        assertThat(shown.select("#progress").hasAttr("hidden")).isFalse();
        assertThat(shown.select("#progress output").text()).isEqualTo("0 of " + steps + ",");
        assertThat(shown.select("#progress .goto").text()).isEqualTo("next: 1");
        assertThat(shown.select("#progress .goto").attr("href")).isEqualTo("#step-1");
    }

    @Test
    void worksIfNoNodeIsConfigured() throws Exception {
        Document shown = Browser.open(
                Planned.in(Tree.in(certs)).cluster(Cluster.unknown()).page(), browser);
        assertThat(shown.select("#progress").hasAttr("hidden")).isFalse();
        assertThat(shown.select("input.number").eachAttr("aria-label"))
                .contains("Registered phones of " + PUB, "Registered phones of every other node");
    }

    /** A click next to the check box counts, and one on it; the page shows the time in the window's offset and in UTC. */
    @Test
    void ticksSurviveAReload() throws Exception {
        Document shown = after("if (name !== 'again') {"
                + "name = 'again'; document.querySelector('#step-1').click(); document.querySelector('#step-2 input').click();"
                + "setTimeout(() => location.reload(), 50); }");
        assertThat(shown.select("#progress output").text()).isEqualTo("2 of " + steps + ",");
        assertThat(shown.select("#progress .goto").text()).isEqualTo("next: 3");
        assertThat(shown.select(".done").eachAttr("id")).containsExactly("step-1", "step-2");
        assertThat(shown.select("#step-1 time").text())
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d \\(\\d\\d:\\d\\d UTC\\)");
    }

    @Test
    void aStepIsDoneWhenAllItsNodesAre() throws Exception {
        Document shown = after("const nodes = document.querySelectorAll('#step-3 .ticks input');"
                + "nodes[0].click(); document.body.dataset.some = document.querySelector('#step-3 > p input').checked;"
                + "nodes[1].click(); nodes[2].click();"
                + "document.querySelector('#step-5').click();");
        assertThat(shown.body().attr("data-some")).isEqualTo("false");
        assertThat(shown.select(".done").eachAttr("id")).contains("step-3", "step-5");
        assertThat(shown.select("#step-3 .ticks time")).hasSize(3);
    }

    @Test
    void resetNeedsTwoClicks() throws Exception {
        Document shown = after("document.querySelector('#step-1').click();"
                + "const reset = document.querySelector('#progress button'); reset.click();"
                + "document.body.dataset.asked = reset.textContent;"
                + "document.body.dataset.still = document.querySelector('#progress output').textContent;"
                + "reset.click();");
        assertThat(shown.body().attr("data-asked")).isEqualTo("Delete all ticks?");
        assertThat(shown.body().attr("data-still")).isEqualTo("1 of " + steps + ",");
        assertThat(shown.select("#progress output").text()).isEqualTo("0 of " + steps + ",");
        assertThat(shown.select(".done, .todo time")).isEmpty();
    }

    @Test
    void copiesWithTheClipboardOrWithoutIt() throws Exception {
        Document shown = after(
                "const copied = text => { document.body.dataset.copied = (document.body.dataset.copied || '') + text + ' '; };"
                        + "Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText: async text => copied(text)}});"
                        + "document.querySelector('[aria-label=\"Copy show ctl\"]').click();"
                        + "setTimeout(() => {"
                        + "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
                        + "document.execCommand = () => { copied(document.activeElement.value); return true; };"
                        + "document.querySelector('dd .copied + button').click(); }, 100);");
        assertThat(shown.body().attr("data-copied")).isEqualTo("show ctl 12-cucm-pub-callmanager-trust-root.pem ");
        assertThat(shown.select(".done")).isEmpty();
        assertThat(shown.select("textarea")).isEmpty();
    }

    /** After the change, the page shows the number from before it. */
    @Test
    void savesTheNumberOfPhones() throws Exception {
        Document shown = after(
                "if (name !== 'again') { name = 'again';"
                        + "const field = document.querySelector('.number'); field.value = '412'; field.dispatchEvent(new Event('input'));"
                        + "setTimeout(() => location.reload(), 50); } else {"
                        + "document.body.dataset.numbers = [...document.querySelectorAll('.number')].map(field => field.value + '/' + field.placeholder); }");
        assertThat(shown.body().attr("data-numbers")).isEqualTo("412/,/,/412,/,/412,/");
        assertThat(shown.select(".done")).isEmpty();
    }

    @Test
    void withoutScriptTheBoxesAreThere() {
        Document raw = Jsoup.parse(page);
        assertThat(raw.select("#progress").hasAttr("hidden")).isTrue();
        assertThat(raw.select("main button")).isEmpty();
        assertThat(raw.select("li.todo > p input[type=checkbox]")).hasSize(steps);
    }

    /** Another plan has other ticks; the same plan has the same. */
    @Test
    void theKeyOfTheTicksChangesWithThePlan() throws Exception {
        Tree tree = Tree.in(certs);
        Planned same = Planned.in(tree).window(ChangeWindow.parse("2026-12-01T22:00:00-06:00"));
        assertThat(key(same.page())).isEqualTo(key(page)).hasSize(64);
        tree.set("cucm-sub1.example.com/CallManager", GoodSet.of("cucm-sub1.example.com"));
        assertThat(key(same.page())).isNotEqualTo(key(page));
    }

    private static String key(String page) {
        return Jsoup.parse(page).body().attr("data-plan");
    }

    private Document after(String script) throws Exception {
        Document copy = Jsoup.parse(page);
        copy.select("meta[http-equiv=Content-Security-Policy]").remove();
        Element run = copy.body().appendElement("script");
        run.appendChild(new DataNode("addEventListener('load', () => {" + script + "});"));
        return Browser.open(copy.outerHtml(), browser, "--virtual-time-budget=5000");
    }
}

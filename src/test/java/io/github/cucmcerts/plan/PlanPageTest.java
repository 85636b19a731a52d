package io.github.cucmcerts.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Markup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanPageTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final String MARKUP = "<img src=x onerror=alert(1)>`b` [x](https:evil) @team ::set-output ##[error]";
    private static final String FOLDER = "<b>`|$(x) 'q' [x](y) ::set-output name=a::b";

    @TempDir
    private Path directory;

    private Planned planned;

    @BeforeEach
    void plant() {
        String subject = "O=\u202e\u0007\n" + MARKUP.replaceAll("[\\\\,+\"<>;=]", "\\\\$0") + ",CN=" + PUB;
        Csr csr = Csr.of(PUB, with -> with.subject(subject));
        Tree tree = Tree.in(directory)
                .set(FOLDER + "/tomcat", GoodSet.of(PUB).csr(csr))
                .set(
                        FOLDER + "/ipsec",
                        GoodSet.of("other.example.com").leaf(GoodSet.of(PUB).leaf()));
        planned = Planned.in(tree);
    }

    @Test
    void namesAreTextOnThePage() throws IOException {
        Document page = Jsoup.parse(planned.page());
        assertThat(page.select("img, script:not(body > script), b:not(:matchesOwn(^[0-9]+$)), [onerror], [style]"))
                .isEmpty();
        assertThat(page.text()).contains("img src", FOLDER).doesNotContain("\u202e", "\u0007");
    }

    @Test
    void namesAreCodeInMarkdown() throws IOException {
        String plan = planned.markdown();
        assertThat(Markup.of(plan).active()).isEmpty();
        assertThat(plan).contains("[x]").doesNotContain("\u202e", "\u0007", "##[error]");
        assertThat(plan.lines()).noneMatch(line -> line.startsWith("::"));
    }

    @Test
    void everyStepHasACheckBoxAndEveryLinkATarget() throws IOException {
        Document page = Jsoup.parse(planned.page());
        List<Integer> numbers = page.select("li.todo > p > label > b").eachText().stream()
                .map(Integer::valueOf)
                .toList();
        assertThat(numbers).startsWith(1, 2, 3).isSorted().doesNotHaveDuplicates();
        assertThat(page.select("li.todo > p > label > input[type=checkbox]")).hasSameSizeAs(numbers);
        assertThat(page.select("nav a, a[href^=#]"))
                .isNotEmpty()
                .allSatisfy(
                        link -> assertThat(page.getElementById(link.attr("href").substring(1)))
                                .isNotNull());
        assertThat(planned.markdown().lines().filter(line -> line.startsWith("- [ ] **")))
                .hasSameSizeAs(numbers);
    }

    @Test
    void everyCitationLinksToItsDocumentOrToTheListOfDocuments() throws IOException {
        Document page = Jsoup.parse(planned.page());
        assertThat(page.select(".source"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.select("a"))
                        .hasSameSizeAs(source.text().split("; ")));
        Element guide =
                page.select(".source a:contains(Administration Guide 12.5)").first();
        assertThat(guide.attr("href")).isEqualTo("#Administration-Guide-12-5-1-SU3");
        assertThat(page.getElementById("Administration-Guide-12-5-1-SU3").text())
                .isEqualTo("Administration Guide 12.5(1)SU3");
    }

    @Test
    void anotherLanguageHasTheSameLinksAndFiles() throws IOException {
        Document english = Jsoup.parse(planned.page());
        Document chinese =
                Jsoup.parse(planned.language(Language.of("zh-TW").orElseThrow()).page());
        assertThat(english.select("html").attr("lang")).isEqualTo("en");
        assertThat(chinese.select("html").attr("lang")).isEqualTo("zh-TW");
        for (String attribute : List.of("id", "href")) {
            String any = "[" + attribute + "]";
            assertThat(chinese.select(any).eachAttr(attribute))
                    .as("the tech note also has a Chinese edition")
                    .map(value -> value.replace("/zh_tw/", "/en/us/"))
                    .isEqualTo(english.select(any).eachAttr(attribute));
        }
        assertThat(chinese.select(".copied").eachText())
                .contains("13-b-x-q-x-y-set-output-name-a-b-tomcat.pem")
                .containsExactlyInAnyOrderElementsOf(english.select(".copied").eachText());
    }

    @Test
    void commandsHaveACopyButton() throws IOException {
        Document page = Jsoup.parse(planned.page());
        assertThat(page.select("code.copied").eachText())
                .contains("utils service restart Cisco Tomcat")
                .anyMatch(command -> command.startsWith("mvn "));
    }

    @Test
    void thePageLoadsNothing() throws IOException {
        Document page = Jsoup.parse(planned.page());
        assertThat(page.select("[src], link, iframe, object")).isEmpty();
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .matches(
                        "default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'");
        assertThat(page.select("style"))
                .extracting(Element::data)
                .singleElement()
                .asString()
                .isNotEmpty();
    }
}

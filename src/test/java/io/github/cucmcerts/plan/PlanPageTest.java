package io.github.cucmcerts.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
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
        List<Node> markup = new ArrayList<>();
        String plan = planned.markdown();
        Parser.builder().build().parse(plan).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                markup.add(link);
            }

            @Override
            public void visit(Image image) {
                markup.add(image);
            }

            @Override
            public void visit(HtmlInline html) {
                markup.add(html);
            }

            @Override
            public void visit(HtmlBlock html) {
                markup.add(html);
            }
        });
        assertThat(markup).isEmpty();
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
        assertThat(page.select("nav a"))
                .isNotEmpty()
                .allSatisfy(
                        link -> assertThat(page.getElementById(link.attr("href").substring(1)))
                                .isNotNull());
        assertThat(planned.markdown().lines().filter(line -> line.startsWith("- [ ] **")))
                .hasSameSizeAs(numbers);
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

package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReportTest {
    private static final Origin FILE = new Origin("a.pem", 0, 1, 0, false);

    @TempDir
    private Path directory;

    @Test
    void nothingThatACertificateHoldsIsMarkup() throws IOException {
        Tree.in(directory).set("@team #1 [x](https:evil.example) a|b `c` <b>/tomcat");
        String page = page(
                Reported.sanAdded(Reported.HOSTILE, Reported.HOSTILE, "`", " ` "),
                Reported.finding("rule-failed", Severity.WARNING, Optional.empty(), FILE, Reported.HOSTILE),
                Reported.waived(Reported.sanAdded("b.pem", Reported.HOSTILE), Reported.HOSTILE));
        List<String> markup = new ArrayList<>();
        StringBuilder prose = new StringBuilder();
        StringBuilder code = new StringBuilder();
        Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(page)
                .accept(new AbstractVisitor() {
                    @Override
                    public void visit(Link link) {
                        markup.add(link.getDestination());
                    }

                    @Override
                    public void visit(Image image) {
                        markup.add(image.getDestination());
                    }

                    @Override
                    public void visit(HtmlInline html) {
                        markup.add(html.getLiteral());
                    }

                    @Override
                    public void visit(HtmlBlock html) {
                        markup.add(html.getLiteral());
                    }

                    @Override
                    public void visit(Text text) {
                        prose.append(text.getLiteral());
                    }

                    @Override
                    public void visit(Code span) {
                        code.append(span.getLiteral());
                    }
                });
        assertThat(markup)
                .hasSize(2)
                .allSatisfy(
                        html -> assertThat(html).matches("<details>\n<summary>Warnings: \\d+</summary>|</details>"));
        assertThat(prose).doesNotContain("@", "#", "evil", "script", "`", "|", "[");
        assertThat(code).contains("@team #1", "evil.example", "a\\u007cb", "\\u000d", "\\u0060");
    }

    @Test
    void errorsComeFirstWithWhatToDo() throws IOException {
        Tree.in(directory).set(Reported.SET);
        String page = page(
                Reported.finding("san-wildcard", Severity.WARNING, Optional.of(Reported.SET), FILE),
                Reported.finding("san-ip-in-multi-server", Severity.INFO, Optional.of(Reported.SET), FILE),
                Reported.waived(Reported.sanAdded("b.pem", "DNS:b"), "CUCM accepted it in the lab"),
                Reported.sanAdded("cucm_pub/tomcat.pem", "DNS:a", "DNS:www.a"));
        assertThat(page)
                .startsWith("**Blocked.** 1 upload set: 1 error, 1 warning, 1 notice, 1 waived (`certs`, ")
                .containsSubsequence(
                        "| `" + Reported.SET + "` | BLOCKED |\n",
                        "### Errors\n\n- **`cucm_pub/tomcat.pem`**, line 3: ",
                        "`DNS:a` and `DNS:www.a`",
                        " (`san-added`)\n  - CUCM: CSR SAN and Certificate SAN does not match\n  - Cause: ",
                        "\n  - Fix: ",
                        "<details>\n<summary>Warnings: 1</summary>\n\n- **`a.pem`**, line 1: ",
                        "\n</details>\n",
                        "### Waived\n\n- **`b.pem`**",
                        "\n  - Waived until 2026-12-31: `CUCM accepted it in the lab`\n")
                .doesNotContain("san-ip-in-multi-server");
    }

    @Test
    void withoutFindingsItHasTheVerdictAndTheSets() throws IOException {
        Tree.in(directory).set(Reported.SET);
        assertThat(page())
                .startsWith("**Ready.** ")
                .endsWith("| upload set | state |\n|---|---|\n| `" + Reported.SET + "` | READY |\n");
        Tree.in(directory).without(Reported.SET + "/tomcat.pem");
        assertThat(page()).startsWith("**No errors, but certificates are missing.** ");
    }

    @Test
    void ifThereAreManySetsTheReadyOnesAreOnlyCounted() throws IOException {
        Tree tree = Tree.in(directory).set(Reported.SET).set("a/tomcat").without("a/tomcat/tomcat.pem");
        GoodSet set = GoodSet.of("node.example.com");
        for (int number = 0; number < 50; number++) {
            tree.set("node" + number + ".example.com/tomcat", set);
        }
        assertThat(page(Reported.sanAdded("a.pem", "DNS:a")))
                .contains("|---|---|\n| `" + Reported.SET + "` | BLOCKED |\n| `a/tomcat` | AWAITING CERTIFICATE |\n\n")
                .contains("\nNot listed: 50 READY\n")
                .doesNotContain("| `node7.example.com");
    }

    @Test
    void itFitsIntoACommentAndSaysWhatIsLeftOut() throws IOException {
        Tree.in(directory).set(Reported.SET);
        String longName = "\ud83d\ude00".repeat(1_000);
        Finding error =
                Reported.sanAdded(longName, Collections.nCopies(1_000, longName).toArray(String[]::new));
        Finding[] findings = IntStream.range(0, 2_000)
                .mapToObj(number -> number % 2 == 0 ? error : Reported.waived(error, longName))
                .toArray(Finding[]::new);
        String page = page(findings);
        assertThat(page)
                .hasSizeLessThan(60_000)
                .contains("990 more", "…`")
                .containsPattern(
                        "\n\\d+ more are left out here. If report.json is written, it lists more.\n\n### Waived\n\n"
                                + "\n1000 more are left out here");
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        Tree.in(directory).set(Reported.SET);
        assertThat(page(Reported.sanAdded("a.pem", Reported.HOSTILE)))
                .isEqualTo(page(Reported.sanAdded("a.pem", Reported.HOSTILE)))
                .doesNotContain("\r", directory.toString());
    }

    private String page(Finding... findings) throws IOException {
        return Reported.written(ReportFormat.MARKDOWN, Reported.of(directory, findings));
    }
}

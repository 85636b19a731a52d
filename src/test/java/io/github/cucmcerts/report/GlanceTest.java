package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of nodes by purposes at the top of the page. */
class GlanceTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final String SUB = "cucm-sub1.example.com";
    private static final String IMP = "imp1.example.com";
    private static final Cluster CLUSTER = new Cluster(
            Optional.of(new NodeName(PUB)),
            List.of(new NodeName("cucm-sub1")),
            List.of(new NodeName(IMP)),
            Optional.empty(),
            false,
            false,
            false,
            false,
            List.of());

    @TempDir
    private Path directory;

    private Tree tree;

    @BeforeEach
    void anEmptyDirectory() {
        tree = Tree.in(directory);
    }

    @Test
    void nodesByPurposesEachCellALinkToItsSet() throws IOException {
        tree.set(PUB + "/ipsec", GoodSet.ipsec(PUB))
                .set(SUB + "/tomcat", GoodSet.of(SUB).leaf(with -> with.san("DNS:www." + SUB)))
                .file(SUB + "/ipsec/ipsec.csr", Csr.of(SUB));
        Document page = page(CLUSTER);
        assertThat(page.select(".glance thead th").eachText()).containsExactly("Node", "tomcat", "ipsec");
        assertThat(rows(page))
                .containsExactly(
                        PUB + " publisher | | READY",
                        "cucm-sub1 subscriber | BLOCKED | AWAITING CERTIFICATE",
                        IMP + " IM and Presence | |");
        assertThat(page.select(".glance a").eachAttr("href"))
                .containsExactly("#set-" + PUB + "/ipsec", "#set-" + SUB + "/tomcat", "#set-" + SUB + "/ipsec")
                .allSatisfy(link ->
                        assertThat(page.getElementById(link.substring(1))).isNotNull());
    }

    @Test
    void aMultiServerSetSpansItsNodes() throws IOException {
        tree.set(
                        "cucm-pub-ms.example.com/tomcat",
                        GoodSet.of("cucm-pub-ms.example.com")
                                .csr(Csr.of(
                                        "cucm-pub-ms.example.com",
                                        with -> with.san("DNS:" + PUB, "DNS:" + SUB, "DNS:" + IMP))))
                .set(PUB + "/ipsec", GoodSet.ipsec(PUB));
        Elements cells = page(CLUSTER).select(".glance td[rowspan=3]");
        assertThat(cells.eachText()).containsExactly("READY multi-server");
    }

    @Test
    void theDomainInTheSanOfAMultiServerCsrIsNoNode() throws IOException {
        String name = "cucm-pub-ms.example.com";
        tree.set(
                name + "/tomcat",
                GoodSet.of(name).csr(Csr.of(name, with -> with.san("DNS:example.com", "DNS:" + PUB, "DNS:" + SUB))));
        assertThat(rows(page(Cluster.unknown()))).containsExactly(PUB + " | READY multi-server", SUB);
    }

    @Test
    void aDeployedCertificateShowsItsDaysEvenWithoutASet() throws IOException {
        tree.set(PUB + "/tomcat")
                .file(
                        "deployed/" + PUB + "/tomcat/tomcat.pem",
                        GoodSet.of(PUB)
                                .leaf(with -> with.valid("2024-01-01", "2026-12-11"))
                                .leaf())
                .file(
                        "deployed/" + SUB + "/ipsec/ipsec.pem",
                        GoodSet.ipsec(SUB)
                                .leaf(with -> with.valid("2024-01-01", "2026-01-01"))
                                .leaf());
        assertThat(rows(page(Cluster.unknown())))
                .containsExactly(PUB + " | READY deployed: 9 days left |", SUB + " | | deployed: expired");
    }

    @Test
    void aSetWithoutANodeHasItsRow() throws IOException {
        tree.file("tomcat.csr", Csr.of(""));
        assertThat(rows(page(Cluster.unknown()))).containsExactly("no node | AWAITING CERTIFICATE");
    }

    @Test
    void namesAreText() throws IOException {
        tree.set("<b>x/tomcat");
        assertThat(page(Cluster.unknown()).select(".glance th").eachText()).contains("<b>x");
    }

    private static List<String> rows(Document page) {
        return page.select(".glance tbody tr").stream()
                .map(row -> String.join(
                                " | ",
                                row.children().stream().map(Element::text).toList())
                        .replaceAll(" +", " ")
                        .strip())
                .toList();
    }

    private Document page(Cluster cluster) throws IOException {
        Report report = Reported.as(cluster, ChangeWindow.at(Times.NOW), List.of(), directory, List.of());
        return Jsoup.parse(Reported.written(ReportFormat.HTML, report));
    }
}

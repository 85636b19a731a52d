package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final String MARKUP =
            "<img src=x onerror=\"document.title='pwned'\"></script><script>document.title='pwned'</script>";

    @TempDir
    private Path temporary;

    @Test
    void theVerdictComesFirstAndThenWhatToDo() throws IOException {
        Document page = page(tree -> tree.set(PUB + "/tomcat", GOOD)
                .set("sub.example.com/tomcat")
                .without("sub.example.com/tomcat/root.pem")
                .without("sub.example.com/tomcat/intermediate.pem")
                .file("sub.example.com/tomcat/tomcat.pem", GOOD.leaf()));
        assertThat(page.select("h1").text()).isEqualTo("Not ready: 1 of 2 upload sets is blocked");
        assertThat(page.select(".next li").get(0).text()).endsWith(" sub.example.com/tomcat");
        assertThat(page.select("details.set > summary h3").eachText())
                .containsExactly("sub.example.com/tomcat", PUB + "/tomcat");
        assertThat(page.select("details.set").get(0).hasAttr("open")).isTrue();
        assertThat(page.select("details.set").get(1).hasAttr("open")).isFalse();
    }

    @Test
    void thePageNamesItsLanguage() throws IOException {
        assertThat(page(tree -> tree.set(PUB + "/tomcat", GOOD)).select("html").attr("lang"))
                .isEqualTo("en");
        Report chinese =
                Reported.of(temporary.resolve("certs")).in(Language.of("zh-CN").orElseThrow());
        Document page = Jsoup.parse(Reported.written(ReportFormat.HTML, chinese));
        assertThat(page.select("html").attr("lang")).isEqualTo("zh-CN");
    }

    @Test
    void oneRemedyForSeveralSetsIsOneStep() throws IOException {
        Document page = page(tree -> {
            for (String node : List.of("a.example.com", "b.example.com", "c.example.com")) {
                tree.set(node + "/tomcat", GoodSet.of(node).leaf(with -> with.san("DNS:" + node, "DNS:www." + node)));
            }
            tree.set(PUB + "/tomcat", GOOD);
        });
        assertThat(page.select(".next li").eachText())
                .hasSize(2)
                .element(0)
                .asString()
                .startsWith(Reported.of(temporary.resolve("certs"))
                        .findings()
                        .get(0)
                        .remedy())
                .endsWith(" 3 places: a.example.com/tomcat b.example.com/tomcat c.example.com/tomcat");
        assertThat(page.select(".next a").eachAttr("href"))
                .containsExactly(
                        "#set-a.example.com/tomcat",
                        "#set-b.example.com/tomcat",
                        "#set-c.example.com/tomcat",
                        "#set-" + PUB + "/tomcat")
                .allSatisfy(link ->
                        assertThat(page.getElementById(link.substring(1))).isNotNull());
    }

    @Test
    void csrAndCertificateSideBySide() throws IOException {
        Document page =
                page(tree -> tree.set(PUB + "/tomcat", GOOD.leaf(with -> with.san("DNS:" + PUB, "DNS:www." + PUB))));
        assertThat(page.select("tr.differs").eachText()).containsExactly("SAN differs DNS:www." + PUB);
        assertThat(page.select(".finding.error .cucm").text()).isEqualTo("CSR SAN and Certificate SAN does not match");
    }

    @Test
    void thePathFromLeafToRootOrToWhereItEnds() throws IOException {
        Document good = page(tree -> tree.set(PUB + "/tomcat", GOOD)
                .without(PUB + "/tomcat/root.pem")
                .file("deployed/tomcat-trust/root.pem", GOOD.root()));
        assertThat(good.select(".chain li .origin").eachText())
                .containsExactly(
                        PUB + "/tomcat/tomcat.pem",
                        "offered: " + PUB + "/tomcat/intermediate.pem",
                        "deployed: deployed/tomcat-trust/root.pem");
        Document broken = page(tree -> tree.without("deployed/tomcat-trust/root.pem"));
        assertThat(broken.select(".chain li.missing").text())
                .contains("CN=Example Root CA", "Missing: neither in this directory nor in tomcat-trust");
        Document wrong =
                page(tree -> tree.file("ca/root.pem", Cert.root("Example Root CA", with -> with.key(Keys.rsa("new")))));
        assertThat(wrong.select(".chain li.missing").text()).contains("ca/root.pem");
    }

    @Test
    void thePathSaysWhichCertificateOfItsNameIsDeployed() throws IOException {
        Document newer = page(tree -> tree.set(PUB + "/tomcat", GOOD)
                .file("deployed/tomcat-trust/old.pem", root("2016-01-01", "2027-01-01")));
        assertThat(newer.select(".chain .namesake").eachText())
                .containsExactly("replaces O=Example,CN=Example Root CA, 2016-01-01T00:00:00Z to 2027-01-01T00:00:00Z,"
                        + " deployed: deployed/tomcat-trust/old.pem");
        Document older = page(tree -> tree.file("deployed/tomcat-trust/old.pem", root("2026-10-01", "2027-01-01")));
        assertThat(older.select(".chain .namesake").eachText())
                .containsExactly(
                        "blocked by O=Example,CN=Example Root CA, 2026-10-01T00:00:00Z to 2027-01-01T00:00:00Z,"
                                + " deployed: deployed/tomcat-trust/old.pem");
        Document same = page(tree -> tree.file("deployed/tomcat-trust/old.pem", GOOD.root()));
        assertThat(same.select(".chain .namesake")).isEmpty();
    }

    private static Cert root(String from, String to) {
        return Cert.root("Example Root CA", with -> with.valid(from, to).key(Keys.rsa("former")));
    }

    @Test
    void validityPeriodsNameThePlaceAndContinuePastTheAxis() throws IOException {
        Document page =
                page(tree -> tree.set(PUB + "/tomcat", GOOD.leaf(with -> with.valid("2026-01-01", "2027-07-02")))
                        .file(
                                "deployed/" + PUB + "/tomcat/held.pem",
                                GOOD.leaf(with -> with.valid("2020-01-01", "2026-12-10"))
                                        .leaf()));
        assertThat(page.select(".axis tbody th").eachText())
                .containsExactly(
                        "tomcat " + PUB + " " + PUB + " deployed, to be replaced, 2020-01-01 to 2026-12-10",
                        "tomcat " + PUB + " " + PUB + " to be uploaded, 2026-01-01 to 2027-07-02",
                        "tomcat-trust all nodes Example Issuing CA to be uploaded, 2020-01-01 to 2040-01-01",
                        "tomcat-trust all nodes Example Root CA to be uploaded, 2020-01-01 to 2040-01-01");
        assertThat(page.select(".axis thead text").eachText())
                .containsExactly("change window", "2025", "2026", "2027", "2028", "2029", "2030");
        assertThat(page.select(".axis tbody tr").eachAttr("class")).containsExactly("gone", "good", "good", "good");
        assertThat(page.select(".axis .period").eachAttr("x1")).containsExactly("0.00%", "16.65%", "0.00%", "0.00%");
        assertThat(page.select(".axis .period").eachAttr("x2"))
                .containsExactly("32.31%", "41.62%", "100.00%", "100.00%");
        assertThat(page.select(".axis .on")).hasSize(5);
        assertThat(page.select(".axis .on").eachAttr("x")).containsExactly("100%", "100%");
        assertThat(page.select(".axis title").get(1).text())
                .startsWith("C=US,")
                .endsWith(", " + PUB + "/tomcat/tomcat.pem");
    }

    @Test
    void validityPeriodsThatAreNotShownAreCounted() throws IOException {
        page(tree -> tree.set(PUB + "/tomcat"));
        Report report = Reported.of(temporary.resolve("certs"));
        CertificateRow row = CertificateList.of(report).get(0);
        HtmlPage.Timeline timeline = TimeAxis.draw(Collections.nCopies(2_005, row), report);
        assertThat(timeline.periods()).hasSize(2_000);
        assertThat(timeline.more()).isEqualTo("This chart does not show the rows that expire last (5).");
    }

    @Test
    void aWindowOfManyYearsRunsPastTheAxis() throws IOException {
        page(tree -> tree.set(PUB + "/tomcat"));
        Report report = Reported.as(
                Cluster.unknown(),
                ChangeWindow.parse("2026-12-01/9999-01-01"),
                List.of(),
                temporary.resolve("certs"),
                List.of());
        HtmlPage.Timeline timeline = TimeAxis.draw(CertificateList.of(report), report);
        assertThat(timeline.ticks())
                .hasSize(16)
                .last()
                .extracting(HtmlPage.Tick::label)
                .isEqualTo("2040");
    }

    @Test
    void manySetsHaveAFilterForWhatDistinguishesThem() throws IOException {
        assertThat(page(tree -> List.of("a", "b", "c", "d", "e").forEach(node -> tree.set(node + "/tomcat")))
                        .select("#filter"))
                .isEmpty();
        assertThat(page(tree -> tree.set("f/tomcat")).select("#filter select")).isEmpty();
        Document page =
                page(tree -> tree.file("f/tomcat/tomcat.pem", GOOD.leaf()).set("f/ipsec"));
        assertThat(page.select("#filter select").eachAttr("name")).containsExactly("state", "purpose");
    }

    @Test
    void namesAndPathsBreakBetweenTheirParts() throws IOException {
        Document page = page(tree -> tree.set(PUB + "/tomcat", GOOD).without(PUB + "/tomcat/root.pem"));
        String broken = "O=Example,<wbr>CN=Example Root CA";
        assertThat(page.select(".chain b").outerHtml()).contains(broken);
        assertThat(page.select(".finding h4").outerHtml()).contains(broken);
        assertThat(page.select("td .value").outerHtml()).contains("O=Example,<wbr>CN=Example Issuing CA");
        String node = "cucm-pub.<wbr>example.<wbr>com";
        assertThat(page.select(".glance th").outerHtml()).contains(node);
        assertThat(page.select("#inventory td").outerHtml()).contains(node, node + "/<wbr>tomcat/<wbr>tomcat.<wbr>pem");
    }

    @Test
    void theInventoryHasARowForEachCertificateInItsPlace() throws IOException {
        Document page = page(tree -> tree.set(
                        PUB + "/tomcat",
                        GOOD.leaf(with -> with.serial(0xABCDEFL).valid("2026-01-01", "2026-12-31")))
                .file(
                        "deployed/" + PUB + "/ipsec/held.pem",
                        GOOD.leaf(with -> with.valid("2025-01-01", "2026-11-30"))
                                .leaf()));
        assertThat(page.select("#inventory thead th").eachText())
                .containsExactly(
                        "Node",
                        "Purpose or store",
                        "State",
                        "Role",
                        "Subject",
                        "Issuer",
                        "Serial",
                        "Valid from",
                        "Valid to",
                        "Days left",
                        "Extended key usages");
        Elements rows = page.select("#inventory tbody tr");
        assertThat(rows.get(1).select("td").eachText())
                .containsExactly(
                        PUB,
                        "tomcat",
                        "to be uploaded",
                        "leaf",
                        "C=US,ST=California,L=San Jose,O=Example,OU=Voice,CN=" + PUB + " " + PUB + "/tomcat/tomcat.pem",
                        "O=Example,CN=Example Issuing CA",
                        "abcdef",
                        "2026-01-01",
                        "2026-12-31",
                        "29",
                        "clientAuth, serverAuth");
        assertThat(rows.get(1).select("[title]").eachAttr("title"))
                .containsExactly("2026-01-01T00:00:00Z", "2026-12-31T00:00:00Z");
        assertThat(rows.select("td.days").eachText()).startsWith("-2", "29").hasSize(4);
        assertThat(rows.select("td.days.error").eachText()).containsExactly("-2");
        assertThat(rows.select("td.days.warning").eachText()).containsExactly("29");
        assertThat(rows.select("[data-client]")).containsExactly(rows.get(0), rows.get(1));
    }

    @Test
    void aLongInventoryHasAFilterAndCountsWhatItDoesNotShow() throws IOException {
        Document few = page(tree -> tree.set(PUB + "/tomcat").file("archive.pem", GOOD.leaf()));
        assertThat(few.select("#inventory-filter")).isEmpty();
        assertThat(few.select("#inventory > .where").eachText())
                .containsExactly(
                        "1 certificate is not listed: it is neither deployed nor offered by a checked upload set.");
        Document many = page(tree -> tree.set(PUB + "/CallManager").set(PUB + "/ipsec"));
        assertThat(many.select("#inventory tbody tr")).hasSize(9);
        assertThat(many.select("#inventory-filter")).hasSize(1);
        Report report = Reported.of(temporary.resolve("certs"));
        CertificateRow row = CertificateList.of(report).get(0);
        InventoryView view = InventoryView.of(Collections.nCopies(2_005, row), report);
        assertThat(view.rows()).hasSize(2_000);
        assertThat(view.notes())
                .contains("This page does not show the rows that expire last (5). report.csv (reports=csv) has more.");
    }

    @Test
    void everyTableHeadHasAName() throws IOException {
        Document page = page(tree -> tree.set(PUB + "/tomcat"));
        assertThat(page.select("th")).hasSizeGreaterThan(11 + 3 + 2).allMatch(Element::hasText);
        assertThat(page.select("#inventory th[aria-sort]").eachText()).containsExactly("Valid to");
    }

    @Test
    void everyLinkLeadsToAPlaceOfThePage() throws IOException {
        Document page = page(tree -> tree.set("a node's \"home\"/tomcat", GOOD)
                .file("a node's \"home\"/tomcat/tomcat.pem", GoodSet.of("b").leaf())
                .file("key.pem", "no key"));
        Elements links = page.select("a[href^=#]");
        assertThat(links).hasSizeGreaterThan(3).allSatisfy(link -> {
            String target = link.attr("href").substring(1);
            assertThat(page.getElementById(target)).as(target).isNotNull();
        });
        assertThat(page.select("a:not([href^=#])"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.attr("href")).startsWith("https://www.cisco.com/"));
    }

    @Test
    void eachSetHasAnAnchorThatALinkNeedNotEncode() throws IOException {
        Document page = page(tree -> List.of("a b", "a_b", "a_20_b", "50%25", "50%", "50+", "'")
                .forEach(node -> tree.set(node + "/tomcat", GOOD)
                        .file(node + "/tomcat/tomcat.pem", GoodSet.of("b").leaf())));
        assertThat(page.select("details.set"))
                .hasSize(7)
                .extracting(Element::id)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).matches("[A-Za-z0-9_./-]+"));
        assertThat(page.select("a[href^=#set-]"))
                .isNotEmpty()
                .allSatisfy(
                        link -> assertThat(page.getElementById(link.attr("href").substring(1))
                                        .select("summary"))
                                .extracting(Element::text)
                                .singleElement()
                                .asString()
                                .contains(link.text()));
    }

    @Test
    void thePolicyAllowsThePagesOwnStyleAndScriptAndNothingElse() throws Exception {
        Document page = page(tree -> tree.set(PUB + "/tomcat"));
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy)
                .startsWith("default-src 'none'; ")
                .contains("style-src '" + hash(page.select("style").get(0)) + "'")
                .contains("script-src '" + hash(page.select("script").get(0)) + "'");
        assertThat(page.select("[src], link, iframe, object, embed, [style], [onclick]"))
                .isEmpty();
    }

    @Test
    void namesAreText() throws IOException {
        Document page = page(this::hostile);
        assertThat(page.select("img")).isEmpty();
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.text()).contains("<img src=x").doesNotContain("\u202e", "\u0007");
        assertThat(html()).isEqualTo(html());
    }

    @Test
    void noScriptOfANameRunsInABrowserAndThePagesOwnDoes() throws Exception {
        page(tree -> {
            hostile(tree);
            List.of("a", "b", "c", "d", "e").forEach(node -> tree.set(node + "/tomcat"));
        });
        Document page = Browser.open(html(), Files.createDirectories(temporary.resolve("browser")));
        assertThat(page.title()).startsWith("cucm-certs: ");
        assertThat(page.select("#shown").text()).isEqualTo("6 of 6");
        assertThat(page.select("#inventory th > button")).hasSize(11);
        int rows = page.select("#inventory tbody tr").size();
        assertThat(page.select("#inventory-filter output").text()).isEqualTo(rows + " of " + rows);
        Element axis = page.getElementById("axis");
        long now = Instant.now().getEpochSecond();
        boolean isOnAxis =
                now >= Long.parseLong(axis.attr("data-first")) && now <= Long.parseLong(axis.attr("data-last"));
        assertThat(axis.select(".today").eachText()).isEqualTo(isOnAxis ? List.of("today") : List.of());
    }

    private void hostile(Tree tree) {
        Csr csr = Csr.of(
                PUB,
                with -> with.subject("O=\u202e\u0007" + escaped(MARKUP) + ",CN=" + PUB)
                        .san("DNS:" + PUB, "DNS:" + MARKUP));
        tree.set(PUB + "/tomcat", GOOD.csr(csr));
        for (int i = 0; i < 6; i++) {
            Cert hostile = Cert.root("a", with -> with.subject("O=\u202e" + escaped(MARKUP)));
            tree.file("deployed/tomcat-trust/" + i + ".pem", hostile);
        }
    }

    private static String escaped(String value) {
        return value.replaceAll("[\\\\,+\"<>;=]", "\\\\$0");
    }

    private Document page(Consumer<Tree> layout) throws IOException {
        layout.accept(Tree.in(Files.createDirectories(temporary.resolve("certs"))));
        return Jsoup.parse(html());
    }

    private String html() throws IOException {
        return Reported.written(ReportFormat.HTML, Reported.of(temporary.resolve("certs")));
    }

    private static String hash(Element element) throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(element.data().getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}

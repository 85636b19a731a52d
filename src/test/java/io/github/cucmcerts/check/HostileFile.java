package io.github.cucmcerts.check;

import static io.github.cucmcerts.check.Checked.PUB;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.plan.Plan;
import io.github.cucmcerts.plan.PlanMarkdown;
import io.github.cucmcerts.plan.PlanPage;
import io.github.cucmcerts.plan.Runbook;
import io.github.cucmcerts.plan.UploadArchive;
import io.github.cucmcerts.plan.UploadFile;
import io.github.cucmcerts.report.Console;
import io.github.cucmcerts.report.GitHubAnnotations;
import io.github.cucmcerts.report.Inspection;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.report.ReportFormat;
import io.github.cucmcerts.request.CaRequest;
import io.github.cucmcerts.request.Drafting;
import io.github.cucmcerts.request.ExtensionFile;
import io.github.cucmcerts.request.RequestMarkdown;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.text.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A file with any bytes as a leaf, a CSR, a CA certificate, a deployed certificate, and a file without a purpose. The sets without
 * it are good.
 */
record HostileFile(Tree tree, List<String> places) {
    private static final String LEAF = "leaf.example.com/ipsec";
    private static final String CSR = "csr.example.com/ipsec";
    private static final String CA = "ca.example.com/ipsec";
    private static final String DEPLOYED = "deployed.example.com/ipsec";
    private static final List<String> BYSTANDERS = List.of(PUB + "/ipsec", PUB + "/CAPF");

    static HostileFile amongGoodOnes(Path directory) {
        Tree tree = Tree.in(directory);
        tree.set(BYSTANDERS.get(0), GoodSet.ipsec(PUB)).set(BYSTANDERS.get(1), GoodSet.capf(PUB));
        for (String set : List.of(LEAF, CSR, CA, DEPLOYED)) {
            tree.set(set, GoodSet.ipsec("same.example.com"));
        }
        List<String> places = List.of(
                LEAF + "/ipsec.pem",
                CSR + "/ipsec.csr",
                CA + "/intermediate.pem",
                "deployed/" + DEPLOYED + "/ipsec.cer",
                "deployed/deployed.example.com.json",
                "nowhere/file");
        return new HostileFile(tree, places);
    }

    static HostileFile only(Path directory) {
        return new HostileFile(Tree.in(directory), List.of("deployed/export", "named.pem", "unnamed"));
    }

    /** Decodes the file: every copy is listed, and a copy named like a certificate has objects or remarks. */
    void decode(byte[] bytes) throws IOException {
        places.forEach(place -> tree.file(place, bytes));
        List<ScannedFile> files = DirectoryScan.scan(tree.directory(), List.of(), List.of(), List.of(), Set.of())
                .files();
        assertThat(files).extracting(ScannedFile::path).containsExactlyElementsOf(places);
        assertThat(files.get(1).objects().size() + files.get(1).remarks().size())
                .isPositive();
    }

    /** Checks the directory with the file in it, and fails if the check does not keep its promises. */
    void check(byte[] bytes) throws IOException {
        places.forEach(place -> tree.file(place, bytes));
        Checked checked = Checked.in(tree.directory());
        Report report = checked.report();
        assertThat(report.facts().inventory().files())
                .extracting(ScannedFile::path)
                .containsAll(places);
        assertThat(BYSTANDERS)
                .allSatisfy(set -> assertThat(checked.verdict(set)).as(set).isEqualTo(Checked.Verdict.READY));
        for (ReportFormat format : ReportFormat.values()) {
            StringWriter writer = new StringWriter();
            format.write(report, writer);
            isWellFormed(format, writer.toString());
        }
        Plan plan = Runbook.of(report);
        PlanMarkdown.write(plan, new StringWriter());
        UploadArchive.write(UploadFile.contents(plan.files()), OutputStream.nullOutputStream());
        StringWriter page = new StringWriter();
        PlanPage.write(plan, page);
        isWellFormed(ReportFormat.HTML, page.toString());
        CaRequest request = Drafting.of(report);
        RequestMarkdown.write(request, new StringWriter());
        for (ExtensionFile file : request.files()) {
            file.bytes(Language.ENGLISH);
        }
        GitHubAnnotations.lines(report);
        List<String> lines = new ArrayList<>(Console.lines(report));
        Inspection.of(report.facts().inventory(), 80, report.language()).forEach(line -> lines.add(line.text()));
        assertThat(lines).allSatisfy(line -> assertThat(line.chars()).noneMatch(Character::isISOControl));
    }

    private static void isWellFormed(ReportFormat format, String text) throws IOException {
        switch (format) {
            case JSON, SARIF -> assertThat(json(text).isJsonObject()).isTrue();
            case JUNIT -> assertThat(xml(text)).isEqualTo("testsuites");
            case HTML -> {
                Parser parser = Parser.htmlParser().setTrackErrors(1);
                assertThat(Jsoup.parse(text, parser).body().childrenSize()).isPositive();
                assertThat(parser.getErrors()).isEmpty();
            }
            case MARKDOWN -> assertThat(text).isNotBlank();
            case CSV, CALENDAR -> assertThat(text).endsWith("\r\n");
        }
    }

    private static JsonElement json(String text) throws IOException {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        JsonElement json = JsonParser.parseReader(reader);
        assertThat(reader.peek()).isEqualTo(JsonToken.END_DOCUMENT);
        return json;
    }

    private static String xml(String text) throws IOException {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            return builder.parse(new InputSource(new StringReader(text)))
                    .getDocumentElement()
                    .getTagName();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }
}

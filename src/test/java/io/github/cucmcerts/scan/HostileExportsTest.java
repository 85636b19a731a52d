package io.github.cucmcerts.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Pem;
import io.github.cucmcerts.fixture.Session;
import io.github.cucmcerts.fixture.Session.Row;
import io.github.cucmcerts.fixture.Snapshot;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Export;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.PrivateKey;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.inventory.ScannedFile.Format;
import io.github.cucmcerts.inventory.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an export contains, reading it ends and stays within limits, and unreadable parts are reported. */
@Timeout(120)
class HostileExportsTest {
    private static final String NODE = "cucm-pub.example.com";
    private static final Cert ROOT = Cert.root("Test Root");
    private static final String ESCAPED = ROOT.pem().replace("\n", "\\n");

    @TempDir
    private Path directory;

    @Test
    void aDeeplyNestedAnswer() throws IOException {
        ScannedFile file = read("{\"server\": \"a\", \"identities\": " + "[".repeat(1_000_000));

        assertThat(file.format()).isEqualTo(Format.UNREADABLE);
        assertThat(broken(file)).singleElement().asString().contains("its JSON is damaged");
    }

    @Test
    void nestingInAPartThatIsNotRead() throws IOException {
        String nested = "{\"a\": ".repeat(1_000_000);

        assertThat(broken(read("{\"trackingId\": " + nested))).isNotEmpty();
        assertThat(broken(read("{\"revokedCertificates\": " + nested))).isNotEmpty();
        assertThat(broken(read("{\"trackingId\": 1, \"server\": \"a\", \"x\": " + nested)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"service\": 1, \"service\": 2}",
                "{\"service\": \"a\", \"certificate\": \"b\"}",
                "{\"service\": \"a\", \"certificate_data\": [{}, {}]}",
                "7"
            })
    void aMillionEntries(String entry) throws IOException {
        String list = "[" + entry + ("," + entry).repeat(300_000) + "]";

        for (String name : List.of("identities", "trusts", "revokedCertificates")) {
            ScannedFile file = read("{\"server\": \"a\", \"" + name + "\": " + list + "}");
            assertThat(file.exports()).hasSize(1);
            assertThat(file.objects()).hasSizeLessThanOrEqualTo(PemScanner.MAX_BLOCKS + 1);
            assertThat(file.exports().get(0).unassigned()).hasSizeLessThanOrEqualTo(PemScanner.MAX_BLOCKS);
        }
    }

    @Test
    void manyTextsBelowALongName() throws IOException {
        String texts = "[\"\"" + ",\"\"".repeat(1_000_000) + "]";

        ScannedFile file =
                read("{\"server\": \"a\", \"revokedCertificates\": {\"" + "a".repeat(8 << 20) + "\": " + texts + "}}");
        assertThat(file.exports()).hasSize(1);
        assertThat(file.objects()).isEmpty();
    }

    @Test
    void aMillionAnswers() throws IOException {
        for (String answers :
                List.of("{\"trackingId\": 1}".repeat(500_000), "[" + "{\"trackingId\": 1},".repeat(500_000) + "{}]")) {
            ScannedFile file = read(answers);
            assertThat(file.exports()).hasSizeLessThanOrEqualTo(PemScanner.MAX_BLOCKS);
            assertThat(broken(file)).singleElement().asString().contains("more than 10000 parts");
        }
    }

    @Test
    void aMillionRowsAndServers() throws IOException {
        StringBuilder rows = new StringBuilder();
        StringBuilder table = new StringBuilder("servername name certificate\n========== ==== ===========\n");
        for (int i = 0; i < 100_000; i++) {
            rows.append("<row><servername>").append(i).append("</servername><certificate>x</certificate></row>\n");
            table.append(i).append(" a -----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n");
        }

        for (String text : List.of(rows.toString(), table.toString())) {
            ScannedFile file = read(text);
            assertThat(file.exports()).isNotEmpty().hasSizeLessThanOrEqualTo(PemScanner.MAX_BLOCKS);
            assertThat(file.objects()).hasSizeLessThanOrEqualTo(2 * PemScanner.MAX_BLOCKS);
            assertThat(broken(file)).isNotEmpty();
        }
    }

    @Test
    void namesWithEscapesAndNul() throws IOException {
        ScannedFile file =
                read("{\"\\u0073erver\": \"" + NODE + "\", \"trust\\u0073\": [{\"service\": \"tom\u0000cat\","
                        + "\"certificate_data\": [{\"certificate\": \"" + ESCAPED + "\"}]}]}");

        assertThat(file.format()).isEqualTo(Format.PEM);
        assertThat(file.exports().get(0).server()).contains(NODE);
        assertThat(file.exports().get(0).items()).extracting(Export.Item::unit).containsExactly("tomcat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2026-11-20 10:00:00] ",
                "2026-11-20T10:00:00.123+01:00 ",
                "10:00:00,123\t",
                "[20.11.2026 10:00:00]",
                "11/20/26 10:00:00Z "
            })
    void aTimeStampBeforeEachLineOfASession(String stamp) throws IOException {
        ScannedFile file = read(Session.begin()
                .own("tomcat", ROOT)
                .trust("tomcat-trust/root.pem", ROOT)
                .text()
                .replaceAll("(?m)^", stamp));

        assertThat(file.exports().get(0).items())
                .extracting(Export.Item::unit)
                .containsExactly("tomcat", "tomcat-trust");
        assertThat(broken(file)).isEmpty();
    }

    @Test
    void theFirstOfRepeatedNamesCounts() throws IOException {
        String entry = "{\"service\": \"tomcat\", \"service\": \"ipsec\", \"certificate\": \"" + ESCAPED + "\"}";
        Export export = read("{\"server\": \"a\", \"identities\": [" + entry + "]}")
                .exports()
                .get(0);

        assertThat(export.items()).extracting(Export.Item::unit).containsExactly("tomcat");
        assertThat(export.unassigned())
                .singleElement()
                .satisfies(part -> assertThat(part.reason().toString())
                        .isEqualTo("$.identities[0].service occurs twice, so only the first one counts"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
                "<!DOCTYPE r SYSTEM \"file:///etc/passwd\">"
            })
    void aDtdIsNotRead(String dtd) throws IOException {
        ScannedFile file = read("<?xml version=\"1.0\"?>" + dtd + Session.axl(new Row(NODE, "&b;", ROOT)));

        assertThat(file.format()).isEqualTo(Format.UNREADABLE);
        assertThat(broken(file)).singleElement().asString().contains("its XML is damaged");
        assertThat(file.objects()).noneMatch(Certificate.class::isInstance);
    }

    @Test
    void anUndeclaredEntity() throws IOException {
        ScannedFile file = read(Session.axl(new Row(NODE, "tomcat-trust", ROOT), new Row("&host;", "tomcat", ROOT)));

        assertThat(broken(file)).singleElement().asString().contains("its XML is damaged");
        assertThat(file.objects()).filteredOn(Certificate.class::isInstance).hasSize(1);
    }

    @Test
    void deepXml() throws IOException {
        ScannedFile file = read("<servername/><certificate/>" + "<row>".repeat(500_000));

        assertThat(file.format()).isEqualTo(Format.UNREADABLE);
    }

    @Test
    void aLineOfDeclarations() throws IOException {
        String row = "<row>\n<servername>a</servername><certificate/></row>\n";

        assertThat(read(row + "<?xml".repeat(256_000)).exports()).hasSize(1);
    }

    @Test
    void aTableWithManyColumns() throws IOException {
        String block = "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n";
        String table = "servername certificate\n" + "= ".repeat(300_000) + "\n" + block.repeat(5_000);

        assertThat(read("admin:run sql select\n" + table).exports())
                .allSatisfy(export -> assertThat(export.items()).isEmpty());
    }

    @Test
    void aSessionFullOfEscapes() throws IOException {
        String noise = "\u001b[".repeat(100_000) + "\u001b]".repeat(100_000) + "\b".repeat(100_000) + "\u001b";
        String text = "sho\bow\u001b[0m\r\nadmin:show\u0007 cert own tom\u001b[Kcax\bt\r\n" + ROOT.pem() + noise;

        assertThat(read(text).exports())
                .singleElement()
                .satisfies(export ->
                        assertThat(export.items()).extracting(Export.Item::unit).containsExactly("tomcat"));
    }

    @Test
    void aPrivateKeyIsFoundOnceAnywhere() throws IOException {
        String key = Pem.privateKey(Keys.rsa("key"));
        List<String> texts = List.of(
                Snapshot.of(NODE)
                        .identity("tomcat", key, "")
                        .identity("ipsec", ROOT)
                        .json(),
                Session.begin()
                        .own("ipsec", ROOT)
                        .type("show cert own tomcat")
                        .print(key)
                        .text(),
                Session.axl(new Row(NODE, "ipsec", ROOT)).replace("</row>", "</row>" + key));

        assertThat(texts).allSatisfy(text -> {
            ScannedFile file = read(text);
            assertThat(file.objects()).filteredOn(PrivateKey.class::isInstance).hasSize(1);
            assertThat(file.objects()).filteredOn(Certificate.class::isInstance).hasSize(1);
            assertThat(file.objects())
                    .extracting(object -> object.origin().index())
                    .containsExactly(0, 1);
        });
    }

    @Test
    void anExportThatIsTooLarge() throws IOException {
        String large = Snapshot.of(NODE).trust("tomcat", ROOT).pretty() + " ".repeat(17 << 20);

        assertThat(broken(read(large))).singleElement().asString().contains("larger than 16 MiB");
    }

    @Test
    void onlyInDeployed() throws IOException {
        String session = Session.begin().own("tomcat", ROOT).text();
        Tree.in(directory).file("saved/session.txt", session).file("deployed", session);

        assertThat(scan()).allSatisfy(file -> assertThat(file.exports()).isEmpty());
    }

    private ScannedFile read(String text) throws IOException {
        Tree.in(directory).file("deployed/" + NODE, text.getBytes(StandardCharsets.UTF_8));
        return scan().get(0);
    }

    private List<ScannedFile> scan() throws IOException {
        return DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of())
                .files();
    }

    private static List<String> broken(ScannedFile file) {
        return file.objects().stream()
                .filter(Unreadable.class::isInstance)
                .map((FileObject object) -> ((Unreadable) object).reason().toString())
                .toList();
    }
}

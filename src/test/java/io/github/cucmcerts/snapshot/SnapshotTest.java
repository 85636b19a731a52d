package io.github.cucmcerts.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.fixture.Cert;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final Instant TAKEN_AT = Instant.parse("2026-12-01T22:00:00.987Z");

    private final List<NodeName> nodes = new ArrayList<>(List.of(new NodeName(PUB), new NodeName("imp1.example.com")));

    @Test
    void itHasATimeAnOrderAndNoTrackingId() throws Exception {
        List<Cert> sorted = Stream.of("A", "B", "C")
                .map(Cert::root)
                .sorted((one, other) -> one.sha256().compareTo(other.sha256()))
                .toList();
        String stored = "[" + Answers.stored(sorted.get(2)) + "," + Answers.stored(sorted.get(0)) + ","
                + Answers.stored(sorted.get(1)) + "]";
        String text = text(snapshot("""
                {"trackingId":"1","server":"CUCM-PUB.example.com","takenAt":"never",
                 "identities":[{"service":"tomcat"},{"service":"CallManager","certificate":"","csr":null,"size":2048.0}],
                 "trusts":[{"service":"tomcat-trust","certificate_data":%s},{"service":"CAPF","certificate_data":[]}],
                 "revokedCertificates":["b","a"],"new":{"z":[3,1],"a":null}}
                """.formatted(stored)));
        assertThat(text)
                .startsWith("{\n  \"takenAt\": \"2026-12-01T22:00:00Z\",\n")
                .endsWith("}\n");
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        assertThat(json.keySet())
                .containsExactly("takenAt", "server", "identities", "trusts", "revokedCertificates", "new");
        assertThat(json.get("server").getAsString()).isEqualTo("CUCM-PUB.example.com");
        assertThat(json.get("identities").toString())
                .isEqualTo("[{\"service\":\"CallManager\",\"certificate\":\"\",\"csr\":null,\"size\":2048.0},"
                        + "{\"service\":\"tomcat\"}]");
        JsonArray trusts = json.getAsJsonArray("trusts");
        assertThat(trusts.get(0).getAsJsonObject().get("service").getAsString()).isEqualTo("CAPF");
        assertThat(trusts.get(1).getAsJsonObject().getAsJsonArray("certificate_data"))
                .extracting(entry -> entry.getAsJsonObject().get("certificate").getAsString())
                .containsExactlyElementsOf(sorted.stream().map(Cert::pem).toList());
        assertThat(json.get("revokedCertificates").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(json.get("new").toString()).isEqualTo("{\"z\":[3,1],\"a\":null}");
    }

    @Test
    void twoStoresOfOneServiceHaveAFixedOrder() throws Exception {
        String a = Answers.stored(Cert.root("A"));
        String b = Answers.stored(Cert.root("B"));
        String c = Answers.stored(Cert.root("C"));
        assertThat(text(snapshot(twoStores(a + "," + b, c)))).isEqualTo(text(snapshot(twoStores(c, b + "," + a))));
    }

    private static String twoStores(String one, String other) {
        return """
                {"server":"cucm-pub.example.com","identities":[],"trusts":[
                 {"service":"tomcat","certificate_data":[%s]},{"service":"tomcat","certificate_data":[%s]}]}
                """.formatted(one, other);
    }

    @Test
    void aDeeplyNestedAnswerIsRejected() {
        String deep = "[".repeat(30) + "]".repeat(30);
        assertThatThrownBy(() -> snapshot(
                        "{\"server\":\"cucm-pub.example.com\",\"identities\":[],\"trusts\":[],\"x\":" + deep + "}"))
                .hasMessageContaining("its response is not a snapshot (damaged JSON");
    }

    @Test
    void thePemCanHaveAnyForm() throws Exception {
        Cert root = Cert.root("A");
        String other = Answers.stored(Cert.root("B"));
        Snapshot pretty = snapshot(stores(Answers.stored(root), other));
        Snapshot odd = snapshot(stores(other, Answers.stored(root).replace("\\n", "")));
        assertThat(certificates(odd)).isEqualTo(certificates(pretty));
    }

    private static List<String> certificates(Snapshot snapshot) throws Exception {
        List<String> found = new ArrayList<>();
        for (JsonElement entry : JsonParser.parseString(text(snapshot))
                .getAsJsonObject()
                .getAsJsonArray("trusts")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("certificate_data")) {
            found.add(entry.getAsJsonObject().get("certificate").getAsString().replace("\n", ""));
        }
        return found;
    }

    @Test
    void theOrderOfTheAnswerDoesNotMatter() throws Exception {
        String one = Answers.stored(Cert.root("A"));
        String other = Answers.stored(Cert.root("B"));
        assertThat(text(snapshot(stores(one, other)))).isEqualTo(text(snapshot(stores(other, one))));
    }

    private static String stores(String... entries) {
        return "{\"server\":\"" + PUB
                + "\",\"identities\":[],\"trusts\":[{\"service\":\"tomcat\",\"certificate_data\":["
                + String.join(",", entries) + "]}]}";
    }

    @Test
    void itIsTheSameUnlessTheNodeHoldsSomethingElse() throws Exception {
        Snapshot snapshot = snapshot(Answers.of(PUB));
        String saved = text(snapshot);
        assertThat(snapshot.isSameAs(saved.replace("2026-12-01T22", "2026-11-01T00")))
                .isTrue();
        assertThat(snapshot.isSameAs(saved.replace("tomcat", "TVS"))).isFalse();
        assertThat(snapshot.isSameAs(saved.substring(1))).isFalse();
        assertThat(snapshot.isSameAs("[]")).isFalse();
    }

    @Test
    void itIsCounted() throws Exception {
        assertThat(snapshot(Answers.of(PUB)).summary()).hasToString("1 identity, 1 CSR, 2 trust certificates");
        assertThat(snapshot(stores()).summary()).hasToString("0 identities, 0 CSRs, 0 trust certificates");
    }

    @ParameterizedTest
    @CsvSource({
        "cucm-pub.example.com, CUCM-PUB.EXAMPLE.COM",
        "cucm-pub.example.com, cucm-pub",
        "cucm-pub, cucm-pub.example.com",
        "10.1.2.3, 10.1.2.3",
        "2001:db8::1, 2001:DB8:0::1"
    })
    void aNodeIsRecognizedByItsName(String node, String server) throws Exception {
        nodes.set(0, new NodeName(node));
        assertThat(text(snapshot(Answers.of(PUB).replace("\"server\":\"" + PUB, "\"server\":\"" + server))))
                .contains("\"server\": \"" + server + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"imp1.example.com", "IMP1", "cucm-sub1.example.com", "10.1.2.4", "cucm-pub.example.org"})
    void anotherServerIsNotTheNode(String server) {
        assertThatThrownBy(() -> snapshot(Answers.of(PUB).replace("\"server\":\"" + PUB, "\"server\":\"" + server)))
                .hasMessage("its response is from " + server + ", so it is not saved for " + PUB);
    }

    @Test
    void aShortNameOfTwoNodesIsNeither() {
        nodes.add(new NodeName("cucm-pub.example.org"));
        assertThatThrownBy(() -> snapshot(Answers.of(PUB).replace("\"server\":\"" + PUB, "\"server\":\"cucm-pub")))
                .hasMessageStartingWith("its response is from cucm-pub, so it is not saved");
    }

    @Test
    void anotherNodesAddressIsNotTheNode() {
        nodes.add(new NodeName("10.1.2.3"));
        assertThatThrownBy(() -> snapshot(Answers.of(PUB).replace("\"server\":\"" + PUB, "\"server\":\"10.1.2.3")))
                .hasMessageStartingWith("its response is from 10.1.2.3, so it is not saved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"server\":\"\",", "\"server\":null,", ""})
    void anAnswerWithoutAServerBelongsToNoNode(String server) {
        assertThatThrownBy(() -> snapshot(Answers.of(PUB).replace("\"server\":\"" + PUB + "\",", server)))
                .hasMessage("its response is not a snapshot (it does not name its server)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|not a JSON object",
                "<html>|damaged JSON at line 1 column 1)",
                "''|not a JSON object",
                "{} {}|damaged JSON at line 1 column 5)",
                "{\"server\":\"cucm-pub.example.com\"}|it has no list identities)",
                "{\"server\":\"cucm-pub.example.com\",\"identities\":[]}|it has no list trusts)",
                "{\"server\":\"cucm-pub.example.com\",\"identities\":{},\"trusts\":[]}|it has no list identities)",
                "{server:1}|damaged JSON at line 1 column 3)"
            })
    void anotherBodyIsNotASnapshot(String body, String reason) {
        assertThatThrownBy(() -> snapshot(body)).hasMessageStartingWith("its response is not a snapshot (" + reason);
    }

    @Test
    void textThatIsNotUtf8IsNotASnapshot() {
        assertThatThrownBy(() -> snapshot(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))
                .hasMessageStartingWith("its response is not a snapshot (damaged JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[],", "{\"a\":"})
    void anAnswerThatWouldFillTheMemoryIsNotParsed(String part) {
        assertThatThrownBy(() -> snapshot("{\"identities\":[" + part.repeat(5_000_000 / part.length())))
                .hasMessage("its response is not a snapshot (more than 1,000,000 values)");
        assertThatThrownBy(() -> snapshot("{\"identities\":[" + part.repeat(100_000)))
                .hasMessageStartingWith("its response is not a snapshot (damaged JSON");
    }

    private Snapshot snapshot(String body) throws Exception {
        return snapshot(body.getBytes(StandardCharsets.UTF_8));
    }

    private Snapshot snapshot(byte[] body) throws Exception {
        HttpsGet.Answer answer = new HttpsGet.Answer(
                new HttpAnswer(200, Optional.empty(), ByteBuffer.wrap(body)),
                InetAddress.getByAddress(new byte[] {10, 1, 2, 3}));
        return Snapshot.of(answer, new Target(nodes.get(0), "10.1.2.3", 443), nodes, TAKEN_AT);
    }

    private static String text(Snapshot snapshot) throws Exception {
        StringWriter text = new StringWriter();
        snapshot.write(text);
        return text.toString();
    }
}

package io.github.cucmcerts.mojo;

import static org.apache.maven.api.plugin.testing.MojoExtension.getVariableValueFromObject;
import static org.apache.maven.api.plugin.testing.MojoExtension.setVariableValueToObject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Snapshot;
import io.github.cucmcerts.fixture.StandIn;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.snapshot.Answers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLParameters;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

/** Runs the goal against the JDK's HTTPS server. */
@MojoTest(realRepositorySession = true)
@Basedir("src/test/resources/unit/example")
@MojoParameter(name = "publisher", value = "CUCM-pub.example.com")
@MojoParameter(name = "presence", value = "imp1.example.com")
@MojoParameter(name = "timeoutSeconds", value = "60")
class SnapshotMojoTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final String IMP = "imp1.example.com";
    private static final String PASSWORD = "geheim";
    private static final String ENCODED =
            Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path temporary;

    private final List<HttpsServer> servers = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Tree certs;

    @BeforeEach
    void aDirectoryWithTheRoot() {
        certs = Tree.in(temporary.resolve("certs"))
                .file("ca/root.pem", GoodSet.of(PUB).root());
    }

    @AfterEach
    void stopTheServers() {
        servers.forEach(server -> server.stop(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void eachNodeHasItsFile(String version, @InjectMojo(goal = "snapshot", pom = "pom.xml") SnapshotMojo mojo)
            throws Exception {
        node(PUB, version, 200, Answers.of(PUB));
        node(IMP, version, 200, Answers.of(IMP));
        execute(mojo);
        assertThat(deployed(PUB)).startsWith("{\n  \"takenAt\": \"2026-12-01T22:00:00Z\",\n  \"server\": \"" + PUB);
        assertThat(deployed(IMP)).contains("\"server\": \"" + IMP + "\"").doesNotContain("trackingId");
        assertThat(requests)
                .containsExactlyInAnyOrder(
                        "GET /platformcom/api/v1/certmgr/config/snapshot/server Basic " + ENCODED
                                + " CUCM-pub.example.com",
                        "GET /platformcom/api/v1/certmgr/config/snapshot/server Basic " + ENCODED
                                + " imp1.example.com");
        assertThat(lines)
                .containsExactly(
                        "CUCM-pub.example.com: 1 identity, 1 CSR, 2 trust certificates; its first snapshot",
                        "imp1.example.com: 1 identity, 1 CSR, 2 trust certificates; its first snapshot",
                        "Snapshots of 2 nodes: " + temporary.resolve("certs/deployed"));
        assertThat(temporary.resolve("certs/deployed").toFile().list())
                .containsExactlyInAnyOrder(PUB + ".json", IMP + ".json");
    }

    @Test
    @InjectMojo(goal = "snapshot", pom = "pom.xml")
    void changesSinceTheLastSnapshotAreShown(SnapshotMojo mojo) throws Exception {
        node(PUB, "TLSv1.3", 200, Answers.of(PUB));
        node(IMP, "TLSv1.3", 200, Answers.of(IMP));
        execute(mojo);
        certs.file("deployed/" + IMP + ".json", new byte[] {'{', (byte) 0xff})
                .file("deployed/" + PUB + ".json", deployed(PUB).replace("2026-12-01", "2026-11-01"));
        execute(mojo);
        assertThat(lines)
                .contains(
                        "CUCM-pub.example.com: 1 identity, 1 CSR, 2 trust certificates; nothing has changed",
                        "imp1.example.com: 1 identity, 1 CSR, 2 trust certificates; something has changed");
        assertThat(deployed(PUB)).contains("2026-12-01T22:00:00Z");
    }

    @Test
    @InjectMojo(goal = "snapshot", pom = "pom.xml")
    void aNodeThatFailsKeepsItsFileAndFailsTheBuildAfterTheOthers(SnapshotMojo mojo) throws Exception {
        certs.file("deployed/" + PUB + ".json", "earlier");
        node(PUB, "TLSv1.3", 500, "Database down\nmore");
        node(IMP, "TLSv1.3", 200, Answers.of(IMP));
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("1 of 2 nodes gave no snapshot: CUCM-pub.example.com. Their files in "
                        + temporary.resolve("certs/deployed") + " are unchanged.");
        assertThat(deployed(PUB)).isEqualTo("earlier");
        assertThat(deployed(IMP)).contains(IMP);
        assertThat(lines).contains("ERROR CUCM-pub.example.com: status 500: Database down");
    }

    @Test
    @InjectMojo(goal = "snapshot", pom = "pom.xml")
    @MojoParameter(
            name = "pins",
            value = "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF")
    void untrustedCertificatesAreShownWithTheParameterThatAcceptsAllOfThem(SnapshotMojo mojo) throws Exception {
        Cert pub = Cert.selfSigned(Csr.of(PUB));
        Cert imp = Cert.selfSigned(Csr.of(IMP));
        node(PUB, "TLSv1.3", 200, Answers.of(PUB), pub);
        node(IMP, "TLSv1.2", 200, Answers.of(IMP), imp);
        assertThatThrownBy(() -> execute(mojo)).hasMessageStartingWith("2 of 2 nodes gave no snapshot");
        assertThat(requests).isEmpty();
        assertThat(temporary.resolve("certs/deployed")).doesNotExist();
        String known = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
        List<String> all =
                List.of(known, pub.sha256(), imp.sha256()).stream().sorted().toList();
        assertThat(lines)
                .contains("ERROR     SHA-256: " + pub.sha256(), "ERROR     SHA-256: " + imp.sha256())
                .last()
                .isEqualTo("ERROR   -Dcucm-certs.pins=" + String.join(",", all));
        setVariableValueToObject(mojo, "pins", all);
        execute(mojo);
        assertThat(requests).hasSize(2);
    }

    @Test
    @InjectMojo(goal = "snapshot", pom = "pom.xml")
    void aCertificateInTheArchiveIsNotTrusted(SnapshotMojo mojo) throws Exception {
        certs.without("ca/root.pem").file("archive/root.pem", GoodSet.of(PUB).root());
        node(PUB, "TLSv1.3", 200, Answers.of(PUB));
        node(IMP, "TLSv1.3", 200, Answers.of(IMP));
        assertThatThrownBy(() -> execute(mojo)).isInstanceOf(MojoFailureException.class);
        assertThat(requests).isEmpty();
    }

    @Test
    @InjectMojo(goal = "snapshot", pom = "pom.xml")
    void certificatesOfASnapshotAreTrustedUnlessRevoked(SnapshotMojo mojo) throws Exception {
        Cert pub = Cert.selfSigned(Csr.of(PUB));
        Cert imp = Cert.selfSigned(Csr.of(IMP));
        node(PUB, "TLSv1.3", 200, Answers.of(PUB), pub);
        node(IMP, "TLSv1.3", 200, Answers.of(IMP), imp);
        Snapshot saved = Snapshot.of(PUB).identity("tomcat", pub).trust("tomcat", imp);
        certs.file("deployed/earlier.json", saved.pretty());
        execute(mojo);
        assertThat(requests).hasSize(2);

        certs.file("deployed/earlier.json", saved.revoked(imp).pretty());
        requests.clear();
        assertThatThrownBy(() -> execute(mojo)).hasMessageStartingWith("1 of 2 nodes gave no snapshot: " + IMP);
        assertThat(requests).hasSize(1);
    }

    @Test
    @InjectMojo(goal = "snapshot", pom = "pom.xml")
    @MojoParameter(name = "dryRun", value = "true")
    @MojoParameter(name = "httpsPort", value = "8443")
    @MojoParameter(name = "serverId", value = "nobody")
    void aDryRunSendsNothingAndNeedsNoPassword(SnapshotMojo mojo) throws Exception {
        try (StandIn imp = StandIn.plain((in, out) -> in.read())) {
            addresses.add("imp1=127.0.0.1:" + imp.port());
            execute(mojo);
            assertThat(lines)
                    .containsExactly(
                            "CUCM-pub.example.com: GET https://CUCM-pub.example.com:8443/platformcom/api/v1/certmgr/config/"
                                    + "snapshot/server from CUCM-pub.example.com:8443 would be saved as "
                                    + temporary.resolve("certs/deployed/cucm-pub.example.com.json"),
                            "imp1.example.com: GET https://imp1.example.com:" + imp.port()
                                    + "/platformcom/api/v1/certmgr/config/snapshot/server from 127.0.0.1:" + imp.port()
                                    + " would be saved as "
                                    + temporary.resolve("certs/deployed/imp1.example.com.json"));
            assertThat(imp.received()).isEmpty();
        }
        assertThat(temporary.resolve("certs/deployed")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "snapshot", pom = "pom.xml")
    @MojoParameter(name = "skip", value = "true")
    @MojoParameter(name = "publisher", value = "no/node")
    void skipComesBeforeAnythingThatCanFail(SnapshotMojo mojo) throws Exception {
        execute(mojo);
        assertThat(lines).containsExactly("Skipped (cucm-certs.skip)");
    }

    @Test
    @InjectMojo(goal = "snapshot", pom = "pom.xml")
    @MojoParameter(name = "publisher", value = " ")
    @MojoParameter(name = "presence", value = " ")
    void withoutANodeTheGoalFails(SnapshotMojo mojo) {
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("No node is configured. ");
    }

    @Test
    @InjectMojo(goal = "snapshot", pom = "pom.xml")
    @MojoParameter(name = "serverId", value = "nobody")
    void withoutCredentialsNothingIsSent(SnapshotMojo mojo) throws Exception {
        node(PUB, "TLSv1.3", 200, Answers.of(PUB));
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("no <server> with the id nobody (cucm-certs.serverId)");
        assertThat(requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "publisher|../x|Unknown value '../x' of cucm-certs.publisher. Allowed: host names in ASCII and IP addresses",
                "publisher|a b|Unknown value 'a b' of cucm-certs.publisher. Allowed: host names in ASCII and IP addresses",
                "publisher|10.1.2.300|Unknown value '10.1.2.300' of cucm-certs.publisher. Allowed: host names in ASCII and"
                        + " IP addresses",
                "dryRun|yes|Unknown value 'yes' of cucm-certs.dryRun. Allowed: true, false"
            })
    void aWrongValueStopsTheBuild(
            String parameter,
            String value,
            String message,
            @InjectMojo(goal = "snapshot", pom = "pom.xml") SnapshotMojo mojo)
            throws Exception {
        setVariableValueToObject(mojo, parameter, value);
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "httpsPort|0|Unknown value '0' of cucm-certs.httpsPort. Allowed: 1 to 65535",
                "httpsPort|65536|Unknown value '65536' of cucm-certs.httpsPort. Allowed: 1 to 65535",
                "timeoutSeconds|0|Unknown value '0' of cucm-certs.timeoutSeconds. Allowed: 1 to 3600",
                "timeoutSeconds|3601|Unknown value '3601' of cucm-certs.timeoutSeconds. Allowed: 1 to 3600"
            })
    void aWrongNumberStopsTheBuild(
            String parameter,
            int value,
            String message,
            @InjectMojo(goal = "snapshot", pom = "pom.xml") SnapshotMojo mojo)
            throws Exception {
        setVariableValueToObject(mojo, parameter, value);
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(message);
    }

    @Test
    @InjectMojo(goal = "snapshot", pom = "pom.xml")
    @MojoParameter(name = "pins", value = "abc")
    void aWrongPinStopsTheBuild(SnapshotMojo mojo) {
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "Unknown value 'abc' of cucm-certs.pins. Allowed: the SHA-256 of certificates, 64 hexadecimal"
                                + " digits each");
    }

    @Test
    @InjectMojo(goal = "snapshot", pom = "pom.xml")
    void aFileThatCannotBeWrittenIsAFailureOfItsNode(SnapshotMojo mojo) throws Exception {
        certs.file("deployed/" + PUB + ".json/in-the-way", "");
        node(PUB, "TLSv1.3", 200, Answers.of(PUB));
        node(IMP, "TLSv1.3", 200, Answers.of(IMP));
        assertThatThrownBy(() -> execute(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("1 of 2 nodes gave no snapshot: CUCM-pub.example.com");
        assertThat(deployed(IMP)).contains(IMP);
    }

    private String deployed(String node) throws Exception {
        return Files.readString(temporary.resolve("certs/deployed/" + node + ".json"));
    }

    private void node(String name, String version, int status, String answer) throws Exception {
        GoodSet set = GoodSet.of(name);
        node(name, version, status, answer, set.leaf(), set.intermediate());
    }

    private void node(String name, String version, int status, String answer, Cert... chain) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(StandIn.context(chain)) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = getSSLContext().getDefaultSSLParameters();
                tls.setProtocols(new String[] {version});
                parameters.setSSLParameters(tls);
            }
        });
        server.createContext("/", exchange -> {
            String host = exchange.getRequestHeaders().getFirst("Host");
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + host.substring(0, host.indexOf(':')));
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        servers.add(server);
        addresses.add(name + "=127.0.0.1:" + server.getAddress().getPort());
    }

    private void execute(SnapshotMojo mojo) throws Exception {
        Server account = new Server();
        account.setId("cucm");
        account.setUsername("admin");
        account.setPassword(PASSWORD);
        Settings settings = new Settings();
        settings.addServer(account);
        MavenSession session = (MavenSession) getVariableValueFromObject(mojo, "session");
        Mockito.when(session.getSettings()).thenReturn(settings);
        setVariableValueToObject(mojo, "directory", certs.directory().toFile());
        setVariableValueToObject(mojo, "addresses", addresses);
        setVariableValueToObject(mojo, "clock", Clock.fixed(Times.NOW, ZoneOffset.UTC));
        lines.clear();
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence text) {
                lines.add(text.toString());
            }

            @Override
            public void error(CharSequence text) {
                lines.add("ERROR " + text);
            }
        });
        try {
            mojo.execute();
        } finally {
            assertThat(lines).noneMatch(line -> line.contains(PASSWORD) || line.contains(ENCODED));
        }
    }
}

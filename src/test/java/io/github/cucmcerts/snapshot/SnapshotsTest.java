package io.github.cucmcerts.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.StandIn;
import io.github.cucmcerts.fixture.StandIn.Talk;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.text.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses real servers on this machine. */
@Timeout(120)
class SnapshotsTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final String USER = "admin";
    private static final String PASSWORD = "geheim-zażółć";
    private static final String SENT =
            "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final Duration PATIENT = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final GoodSet SET = GoodSet.of(PUB);
    private static final Cert SELF_SIGNED = Cert.selfSigned(Csr.of(PUB));

    private final List<Cert> directory = new ArrayList<>(List.of(SET.root()));
    private final Set<String> pins = new TreeSet<>();
    private Duration timeout = PATIENT;
    private String node = PUB;

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aNodeWithATrustedCertificateIsQueried(String version) throws Exception {
        try (StandIn pub =
                StandIn.tls(version, StandIn.answering(200, Answers.of(PUB)), SET.leaf(), SET.intermediate())) {
            assertThat(taken(pub)).contains("\"takenAt\": \"2026-12-01T22:00:00Z\"", "\"server\": \"" + PUB + "\"");
            assertThat(pub.received())
                    .isEqualTo("GET /platformcom/api/v1/certmgr/config/snapshot/server HTTP/1.1\r\nHost: " + PUB + ":"
                            + pub.port() + "\r\nAuthorization: " + SENT
                            + "\r\nAccept: application/json\r\nAccept-Encoding: identity"
                            + "\r\nUser-Agent: cucm-certs-maven-plugin\r\nConnection: close\r\n\r\n");
        }
    }

    @Test
    void aSelfSignedCertificateInTheDirectoryIsTrusted() throws Exception {
        directory.add(SELF_SIGNED);
        try (StandIn pub = StandIn.tls("TLSv1.3", StandIn.answering(200, Answers.of(PUB)), SELF_SIGNED)) {
            taken(pub);
        }
    }

    @Test
    void anEcCertificateWorksToo() throws Exception {
        Cert leaf = SET.intermediate().sign(Csr.of(PUB, with -> with.key(Keys.ec(PUB))));
        try (StandIn pub = StandIn.tls("TLSv1.2", StandIn.answering(200, Answers.of(PUB)), leaf, SET.intermediate())) {
            taken(pub);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void anUnknownCertificateIsShownAndGetsNoPassword(String version) throws Exception {
        try (StandIn pub = StandIn.tls(version, StandIn.answering(200, Answers.of(PUB)), SELF_SIGNED)) {
            NoSnapshot why = refused(pub);
            assertThat(why.getMessage())
                    .startsWith(
                            "its certificate is not trusted, so the password was not sent: it is not one"
                                    + " of the certificates that the directory or Java trusts, and does not chain to one (Java says: ");
            assertThat(why.details())
                    .extracting(Message::toString)
                    .containsExactly(
                            "Subject: CN=cucm-pub.example.com,OU=Voice,O=Example,L=San Jose,ST=California,C=US",
                            "Issuer:  CN=cucm-pub.example.com,OU=Voice,O=Example,L=San Jose,ST=California,C=US",
                            "Valid:   2026-01-01T00:00:00Z to 2028-01-01T00:00:00Z",
                            "SHA-256: " + SELF_SIGNED.sha256());
            assertThat(why.fix().toString()).contains(" -Dcucm-certs.pins=" + SELF_SIGNED.sha256() + " ");
            assertThat(why.untrusted()).contains(SELF_SIGNED.sha256());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aPinnedCertificateIsAcceptedWithAnyNameAndDates(String version) throws Exception {
        Cert odd = Cert.selfSigned(Csr.of("other.example.com"), with -> with.valid("2001-01-01", "2002-01-01"));
        pins.add(odd.sha256());
        try (StandIn pub = StandIn.tls(version, StandIn.answering(200, Answers.of(PUB)), odd)) {
            taken(pub);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void anotherPinDoesNotCount(String version) throws Exception {
        pins.add(SET.leaf().sha256());
        try (StandIn pub = StandIn.tls(version, StandIn.answering(200, Answers.of(PUB)), SELF_SIGNED)) {
            assertThat(refused(pub).fix().toString())
                    .contains("-Dcucm-certs.pins=")
                    .contains(SET.leaf().sha256())
                    .contains(SELF_SIGNED.sha256());
        }
    }

    @Test
    void aPinOfAnotherCertificateInTheChainDoesNotCount() throws Exception {
        directory.clear();
        pins.add(SET.intermediate().sha256());
        try (StandIn pub =
                StandIn.tls("TLSv1.3", StandIn.answering(200, Answers.of(PUB)), SET.leaf(), SET.intermediate())) {
            refused(pub);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aCertificateThatNamesAnotherNodeGetsNoPassword(String version) throws Exception {
        Cert sub = GoodSet.of("cucm-sub1.example.com").leaf();
        try (StandIn pub = StandIn.tls(version, StandIn.answering(200, Answers.of(PUB)), sub, SET.intermediate())) {
            assertThat(refused(pub))
                    .hasMessage("its certificate is not trusted, so the password was not sent: it does"
                            + " not contain the name cucm-pub.example.com, only cucm-sub1.example.com");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void anExpiredCertificateGetsNoPassword(String version) throws Exception {
        Cert expired = SET.intermediate().sign(SET.csr(), with -> with.valid("2024-01-01", "2026-11-30"));
        directory.add(expired);
        try (StandIn pub = StandIn.tls(version, StandIn.answering(200, Answers.of(PUB)), expired, SET.intermediate())) {
            assertThat(refused(pub)).hasMessageEndingWith("not sent: it has expired");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15030100020246", // the protocol_version alert
                "160301002a020000260301000000000000000000000000000000000000000000000000000000000000000000002f00"
            })
    void aServerOfTls10GetsNoPassword(String hex) throws Exception {
        Talk old = (in, out) -> {
            in.readNBytes(100);
            out.write(HexFormat.of().parseHex(hex));
            out.flush();
            in.transferTo(OutputStream.nullOutputStream());
        };
        try (StandIn pub = StandIn.plain(old)) {
            NoSnapshot why = refusedBeforeTls(pub);
            assertThat(why.getMessage())
                    .startsWith("it offers neither TLS 1.2 nor TLS 1.3, so the password was not sent (");
            assertThat(why.fix().toString())
                    .contains("below 14, log a command line session", "`show cert own tomcat/tomcat.pem`");
        }
    }

    @Test
    void aServerWithoutTlsGetsNoPassword() throws Exception {
        Talk http = (in, out) -> {
            in.readNBytes(100);
            out.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            in.transferTo(OutputStream.nullOutputStream());
        };
        try (StandIn pub = StandIn.plain(http)) {
            assertThat(refusedBeforeTls(pub))
                    .hasMessage("it does not speak TLS at 127.0.0.1:" + pub.port() + ", so the password was not sent");
        }
    }

    @Test
    void aServerThatHangsUpIsReported() throws Exception {
        Talk hangingUp = (in, out) -> {
            byte[] record = in.readNBytes(5);
            in.readNBytes((record[3] & 0xff) << 8 | record[4] & 0xff);
        };
        try (StandIn pub = StandIn.plain(hangingUp)) {
            assertThat(refusedBeforeTls(pub).getMessage()).startsWith("TLS failed: ");
        }
    }

    @Test
    void aMissingServerIsReported() throws Exception {
        StandIn pub = StandIn.plain((in, out) -> {});
        pub.close();
        assertThat(failed(pub).getMessage()).startsWith("the connection failed at 127.0.0.1:" + pub.port() + ": ");
    }

    @Test
    void aServerThatHangsBeforeTlsTimesOut() throws Exception {
        timeout = SHORT;
        try (StandIn pub = StandIn.plain((in, out) -> in.transferTo(OutputStream.nullOutputStream()))) {
            assertThat(refusedBeforeTls(pub)).hasMessage("no complete response within 1 s at 127.0.0.1:" + pub.port());
        }
    }

    @Test
    void aServerThatNeverAnswersTimesOut() throws Exception {
        assertLate((in, out) -> {
            StandIn.request(in);
            in.transferTo(OutputStream.nullOutputStream());
        });
    }

    @Test
    void aServerWithADrippingAnswerTimesOut() throws Exception {
        assertLate((in, out) -> {
            StandIn.request(in);
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            drip(out);
        });
    }

    @Test
    void aServerWithDrippingHeadersTimesOut() throws Exception {
        assertLate((in, out) -> {
            StandIn.request(in);
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            drip(out);
        });
    }

    private static void drip(OutputStream out) throws IOException {
        while (true) {
            out.write(' ');
            out.flush();
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 10737418240\r\n\r\n", "\r\n", "Transfer-Encoding: chunked\r\n\r\n"})
    void onlyTheMaximumSizeOfA10GbAnswerIsRead(String head) throws Exception {
        AtomicLong written = new AtomicLong();
        byte[] block = ("10000\r\n" + "x".repeat(1 << 16) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        Talk endless = (in, out) -> {
            StandIn.request(in);
            out.write(("HTTP/1.1 200 OK\r\n" + head).getBytes(StandardCharsets.US_ASCII));
            while (written.get() < 10L << 30) {
                out.write(block);
                written.addAndGet(block.length);
            }
        };
        try (StandIn pub = StandIn.tls("TLSv1.3", endless, SET.leaf(), SET.intermediate())) {
            assertThat(failed(pub)).hasMessage("its response is larger than 16 MiB");
        }
        assertThat(written.get()).isLessThan(100 << 20);
    }

    @Test
    void endlessHeadersAreNotRead() throws Exception {
        Talk endless = (in, out) -> {
            StandIn.request(in);
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write("Set-Cookie: a=b\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        };
        try (StandIn pub = StandIn.tls("TLSv1.3", endless, SET.leaf(), SET.intermediate())) {
            assertThat(failed(pub)).hasMessage("its response's head is larger than 64 KiB");
        }
    }

    @Test
    void aCutOffAnswerIsNotASnapshot() throws Exception {
        String whole = Answers.of(PUB);
        String half = whole.substring(0, whole.length() / 2);
        assertThat(answered(StandIn.answering(200, half)).getMessage())
                .startsWith("its response is not a snapshot (damaged JSON at line 1 column ");
        assertThat(answered(
                        StandIn.answering("HTTP/1.1 200 OK\r\nContent-Length: " + whole.length() + "\r\n\r\n" + half)))
                .hasMessage("its response is cut off");
    }

    @Test
    void wrongCredentialsAreExplained() throws Exception {
        NoSnapshot why = answered(StandIn.answering(401, "<html>"));
        assertThat(why).hasMessage("status 401: it does not accept the user name and the password");
        assertThat(why.fix().toString()).contains("platform account", "Application users", "do not work");
    }

    @Test
    void aReleaseWithoutTheInterfaceIsExplained() throws Exception {
        NoSnapshot why = answered(StandIn.answering(404, ""));
        assertThat(why).hasMessage("status 404: it has no certificate REST interface. CUCM has it from release 14 on");
        assertThat(why.fix().toString())
                .contains(
                        "deployed/cucm-pub.example.com.txt", "`show cert list own`", "`show csr own tomcat/tomcat.csr`")
                .contains("`show cert list trust`", "`show cert trust tomcat-trust/NAME.pem`");
    }

    @Test
    void anotherStatusIsReportedWithTheFirstLine() throws Exception {
        assertThat(answered(StandIn.answering(500, "\n Database \u001b[31mdown\nmore")))
                .hasMessage("status 500: Database \u001b[31mdown");
        assertThat(answered(StandIn.answering(503, ""))).hasMessage("status 503: no text");
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (StandIn other = StandIn.tls(
                        "TLSv1.3", StandIn.answering(200, Answers.of(PUB)), SET.leaf(), SET.intermediate());
                StandIn pub = StandIn.tls(
                        "TLSv1.3",
                        StandIn.answering("HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1:" + other.port()
                                + "/\r\nContent-Length: 0\r\n\r\n"),
                        SET.leaf(),
                        SET.intermediate())) {
            assertThat(failed(pub))
                    .hasMessage("status 302: it redirects to https://127.0.0.1:" + other.port()
                            + "/, and the plugin does not follow redirects");
            assertThat(other.received()).isEmpty();
        }
    }

    @Test
    void theAnswerOfAnotherNodeIsNotAccepted() throws Exception {
        assertThat(answered(StandIn.answering(200, Answers.of("cucm-sub1.example.com"))))
                .hasMessage("its response is from cucm-sub1.example.com, so it is not saved for cucm-pub.example.com");
    }

    @Test
    void theContactedAddressIsTheNode() throws Exception {
        try (StandIn pub = StandIn.tls(
                "TLSv1.3",
                StandIn.answering(200, Answers.of(PUB).replace("\"server\":\"" + PUB, "\"server\":\"127.0.0.1")),
                SET.leaf(),
                SET.intermediate())) {
            assertThat(taken(pub)).contains("\"server\": \"" + PUB + "\"");
        }
        assertThat(answered(StandIn.answering(
                        200, Answers.of(PUB).replace("\"server\":\"" + PUB, "\"server\":\"127.0.0.2"))))
                .hasMessage("its response is from 127.0.0.2, so it is not saved for cucm-pub.example.com");
    }

    @Test
    void aNodeConfiguredByAddressIsNamedByIt() throws Exception {
        node = "127.0.0.1";
        Cert leaf = SET.intermediate().sign(Csr.of(PUB, with -> with.san("DNS:" + PUB, "IP:127.0.0.1")));
        String answer = Answers.of(PUB).replace("\"server\":\"" + PUB, "\"server\":\"127.0.0.1");
        try (StandIn pub = StandIn.tls("TLSv1.3", StandIn.answering(200, answer), leaf, SET.intermediate())) {
            taken(pub);
        }
        try (StandIn pub = StandIn.tls("TLSv1.3", StandIn.answering(200, answer), SET.leaf(), SET.intermediate())) {
            assertThat(refused(pub))
                    .hasMessageEndingWith("it does not contain the name 127.0.0.1, and its names include no address");
        }
        try (StandIn pub = StandIn.tls("TLSv1.3", StandIn.answering(200, Answers.of(PUB)), leaf, SET.intermediate())) {
            assertThat(failed(pub).fix()).hasToString("configure the node with the name in its response");
        }
    }

    @Test
    void oneFailingNodeDoesNotStopTheOthers() throws Exception {
        try (StandIn good = StandIn.tls(
                        "TLSv1.3", StandIn.answering(200, Answers.of(PUB)), SET.leaf(), SET.intermediate());
                StandIn bad = StandIn.tls("TLSv1.3", StandIn.answering(500, ""), SELF_SIGNED)) {
            List<Result> results = take(List.of(target("cucm-sub1.example.com", bad), target(PUB, good)));
            assertThat(results)
                    .extracting(Result::target)
                    .extracting(Target::fileName)
                    .containsExactly("cucm-sub1.example.com.json", "cucm-pub.example.com.json");
            assertThat(results.get(0)).isInstanceOf(Result.Failed.class);
            assertThat(results.get(1)).isInstanceOf(Result.Taken.class);
        }
    }

    @Test
    void aHangingNodeDoesNotDelayTheOthers() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        Talk hanging = (in, out) -> {
            StandIn.request(in);
            try {
                answered.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
        Talk answering = (in, out) -> {
            StandIn.answering(200, Answers.of(PUB)).with(in, out);
            answered.countDown();
        };
        try (StandIn slow = StandIn.tls("TLSv1.3", hanging, SET.leaf(), SET.intermediate());
                StandIn good = StandIn.tls("TLSv1.3", answering, SET.leaf(), SET.intermediate())) {
            pins.add(SET.leaf().sha256());
            List<Result> results = take(List.of(target("cucm-sub1.example.com", slow), target(PUB, good)));
            assertThat(((Result.Failed) results.get(0)).why()).hasMessage("its response is cut off");
            assertThat(results.get(1)).isInstanceOf(Result.Taken.class);
        }
    }

    private void assertLate(Talk talk) throws Exception {
        timeout = SHORT;
        try (StandIn pub = StandIn.tls("TLSv1.3", talk, SET.leaf(), SET.intermediate())) {
            assertThat(failed(pub)).hasMessage("no complete response within 1 s at 127.0.0.1:" + pub.port());
        }
    }

    private NoSnapshot answered(Talk talk) throws Exception {
        try (StandIn pub = StandIn.tls("TLSv1.2", talk, SET.leaf(), SET.intermediate())) {
            return failed(pub);
        }
    }

    private String taken(StandIn server) throws Exception {
        Result result = take(List.of(target(node, server))).get(0);
        assertThat(result)
                .as(() -> String.valueOf(((Result.Failed) result).why()))
                .isInstanceOf(Result.Taken.class);
        StringWriter text = new StringWriter();
        ((Result.Taken) result).snapshot().write(text);
        return text.toString();
    }

    private NoSnapshot failed(StandIn server) throws Exception {
        Result result = take(List.of(target(node, server))).get(0);
        assertThat(result).isInstanceOf(Result.Failed.class);
        return ((Result.Failed) result).why();
    }

    /** The handshake ends, and nothing is sent to the server through it. */
    private NoSnapshot refused(StandIn server) throws Exception {
        NoSnapshot why = failed(server);
        assertThat(server.received()).isEmpty();
        return why;
    }

    /** The server only received the beginning of a handshake. */
    private NoSnapshot refusedBeforeTls(StandIn server) throws Exception {
        NoSnapshot why = failed(server);
        assertThat(server.received())
                .startsWith("\u0016\u0003")
                .doesNotContain("GET", "Basic", SENT.substring(6), PASSWORD, USER);
        return why;
    }

    private static Target target(String node, StandIn server) {
        return new Target(new NodeName(node), "127.0.0.1", server.port());
    }

    private List<Result> take(List<Target> targets) throws InterruptedException {
        return Snapshots.take(
                targets,
                TrustedCertificates.of(directory.stream().map(Cert::der).toList(), Set.of(), pins, Times.NOW),
                Credentials.of(USER, PASSWORD),
                timeout,
                Times.NOW);
    }
}

package io.github.cucmcerts.served;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Server;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.net.Connector;
import io.github.cucmcerts.net.Deadline;
import io.github.cucmcerts.net.HostPort;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Endpoint;
import io.github.cucmcerts.trust.ProbeResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.StandardConstants;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses real servers on this computer. */
@Timeout(120)
class TlsProbeTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final GoodSet RSA = GoodSet.of(PUB);
    private static final GoodSet EC = GoodSet.ecdsa(PUB);
    private static final List<Cert> RSA_CHAIN = Server.chain(RSA.leaf(), RSA.intermediate());
    private static final List<Cert> EC_CHAIN = Server.chain(EC.leaf(), EC.intermediate());
    private static final Duration PATIENT = Duration.ofSeconds(60);

    private final CompletableFuture<Void> late = new CompletableFuture<>();
    private Deadline.Timer timer = Deadline.Timer.SYSTEM;
    private Connector.Resolver resolver = Connector.SYSTEM;

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void certificatesAreReadInTheOrderInWhichTheNodeSendsThem(String version) {
        try (Server server = Server.tls(Server.version(version), RSA_CHAIN)) {
            assertThat(served(probed(server, Purpose.TOMCAT)))
                    .containsExactly(RSA.leaf().sha256(), RSA.intermediate().sha256());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void eachPurposeGetsTheCertificateWithItsTypeOfKey(String version) {
        try (Server server = Server.tls(Server.version(version), RSA_CHAIN, EC_CHAIN)) {
            assertThat(served(probed(server, Purpose.CALL_MANAGER)).get(0))
                    .isEqualTo(RSA.leaf().sha256());
            assertThat(served(probed(server, Purpose.CALL_MANAGER_ECDSA)).get(0))
                    .isEqualTo(EC.leaf().sha256());
        }
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2,TOMCAT_ECDSA", "TLSv1.3,TOMCAT_ECDSA"})
    void aNodeWithoutACertificateWithAnEcKeyRefuses(String version, Purpose purpose) {
        try (Server server = Server.tls(Server.version(version), RSA_CHAIN)) {
            assertThat(probed(server, purpose))
                    .isInstanceOfSatisfying(
                            ProbeResult.NoSuchKey.class,
                            refused -> assertThat(refused.reason().toString()).contains("handshake_failure"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aCertificateWithAnEcKeyIsNotReadForAPurposeWithAnRsaKey(String version) {
        try (Server server = Server.tls(Server.version(version), EC_CHAIN)) {
            assertThat(probed(server, Purpose.TOMCAT)).isInstanceOf(ProbeResult.NoSuchKey.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void certificatesOfANodeThatRequestsAClientCertificateAreRead(String version) {
        try (Server server = Server.tls(
                socket -> {
                    socket.setEnabledProtocols(new String[] {version});
                    socket.setNeedClientAuth(true);
                },
                RSA_CHAIN)) {
            assertThat(served(probed(server, Purpose.TVS)).get(0))
                    .isEqualTo(RSA.leaf().sha256());
            assertThat(server.connections()).isLessThanOrEqualTo(version.equals("TLSv1.3") ? 2 : 1);
        }
    }

    @Test
    void theServerNameIsTheNameOfTheNode() {
        AtomicReference<String> requested = new AtomicReference<>();
        SNIMatcher matcher = new SNIMatcher(StandardConstants.SNI_HOST_NAME) {
            @Override
            public boolean matches(SNIServerName name) {
                requested.set(new String(name.getEncoded(), StandardCharsets.US_ASCII));
                return true;
            }
        };
        try (Server server = Server.tls(
                socket -> {
                    SSLParameters parameters = socket.getSSLParameters();
                    parameters.setSNIMatchers(List.of(matcher));
                    socket.setSSLParameters(parameters);
                },
                RSA_CHAIN)) {
            probed(server, Purpose.TOMCAT);
        }
        assertThat(requested).hasValue(PUB);
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"CUP_XMPP", "CUP_XMPP_S2S"})
    void tlsIsRequestedInXmpp(Purpose purpose) {
        AtomicReference<String> received = new AtomicReference<>();
        try (Server server = Server.talking(xmpp(received, "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"))) {
            assertThat(served(probed(server, purpose)).get(0))
                    .isEqualTo(RSA.leaf().sha256());
        }
        assertThat(received.get())
                .contains(purpose == Purpose.CUP_XMPP ? "xmlns='jabber:client'" : "xmlns='jabber:server'")
                .contains("to='chat.example.com'");
    }

    @Test
    void xmppCanCloseItsElementWithAnEndTag() {
        try (Server server = Server.talking(
                xmpp(new AtomicReference<>(), "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'></proceed>"))) {
            assertThat(served(probed(server, Purpose.CUP_XMPP)).get(0))
                    .isEqualTo(RSA.leaf().sha256());
        }
    }

    @Test
    void xmppThatRefusesTlsIsReported() {
        try (Server server =
                Server.talking(xmpp(new AtomicReference<>(), "<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"))) {
            assertThat(failed(probed(server, Purpose.CUP_XMPP)).reason().toString())
                    .isEqualTo(
                            "it refuses TLS in XMPP. Its answer is: <failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<stream:features><mechanisms/></stream:features>|it does not offer TLS in XMPP",
                "<stream:error><not-authorized/></stream:error>|it does not offer TLS in XMPP",
                "HTTP/1.1 400 Bad Request|it closed the connection and did not answer in XMPP. It sent: HTTP/1.1 400 Bad Request"
            })
    void xmppThatDoesNotOfferTlsIsReported(String answer, String reason) {
        try (Server server = Server.talking(socket -> Server.say(socket.getOutputStream(), answer))) {
            assertThat(failed(probed(server, Purpose.CUP_XMPP_S2S)).reason().toString())
                    .startsWith(reason);
        }
    }

    @Test
    void endlessXmppIsReadUpToTheLimit() {
        try (Server server = Server.talking(socket -> {
            while (true) {
                Server.say(socket.getOutputStream(), "<stream>".repeat(1000));
            }
        })) {
            assertThat(failed(probed(server, Purpose.CUP_XMPP)).reason().toString())
                    .isEqualTo("it does not use XMPP");
        }
    }

    @Test
    void aNodeThatHangsEndsAtTheTimeout() {
        timer = this::whenTheServerSaysSo;
        try (Server server = Server.talking(socket -> {
            socket.getInputStream().read();
            late.complete(null);
            while (socket.getInputStream().read() >= 0) {}
        })) {
            assertThat(failed(probed(server, Purpose.TOMCAT)).reason().toString())
                    .isEqualTo("it sent no certificate within 60 s at 127.0.0.1:" + server.port());
            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void aNodeThatSendsSlowlyEndsAtTheTimeout() {
        timer = this::whenTheServerSaysSo;
        try (Server server = Server.talking(socket -> {
            socket.getOutputStream().write(new byte[] {22, 3, 3, 64, 0});
            for (int sent = 0; sent < 1 << 14; sent++) {
                socket.getOutputStream().write(2);
                if (sent == 100) {
                    late.complete(null);
                }
            }
            while (socket.getInputStream().read() >= 0) {}
        })) {
            assertThat(failed(probed(server, Purpose.TOMCAT)).reason().toString())
                    .startsWith("it sent no certificate within 60 s");
        }
    }

    private Runnable whenTheServerSaysSo(Duration time, Runnable work) {
        CompletableFuture<Void> end = late.thenRun(work);
        return () -> end.cancel(false);
    }

    @Test
    void aResetIsReported() {
        try (Server server = Server.talking(socket -> {
            socket.getInputStream().read();
            socket.setSoLinger(true, 0);
        })) {
            assertThat(failed(probed(server, Purpose.TOMCAT)).reason().toString())
                    .startsWith("the TLS handshake ended before it sent a certificate (TLS 1.2: ");
        }
    }

    @Test
    void plainTextIsReported() {
        try (Server server = Server.talking(socket -> {
            socket.getInputStream().read();
            Server.say(socket.getOutputStream(), "HTTP/1.1 400 Bad Request\r\n\r\n");
        })) {
            assertThat(failed(probed(server, Purpose.TOMCAT)).reason().toString())
                    .isEqualTo("it does not use TLS at 127.0.0.1:" + server.port());
        }
    }

    @Test
    void aClosedPortIsReported() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(probed("127.0.0.1", port, Purpose.TOMCAT))
                .isInstanceOfSatisfying(
                        ProbeResult.Closed.class,
                        closed -> assertThat(closed.reason().toString())
                                .isEqualTo("it refused the connection to 127.0.0.1:" + port));
    }

    @Test
    void aNameWithoutAnAddressIsReported() {
        resolver = host -> {
            throw new UnknownHostException(host);
        };
        assertThat(failed(probed("cucm-pub.invalid", 1, Purpose.TOMCAT)))
                .hasToString(new ProbeResult.Failed(
                                Message.value("no address is known for cucm-pub.invalid"),
                                Message.value("Check the name of the node. If it is right, add " + PUB
                                        + "=ADDRESS to cucm-certs.addresses."))
                        .toString());
    }

    @Test
    void anAlertOfTheNodeIsShown() {
        try (Server server = Server.talking(socket -> {
            socket.getInputStream().read();
            socket.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, 80});
            while (socket.getInputStream().read() >= 0) {}
        })) {
            assertThat(failed(probed(server, Purpose.TOMCAT)).reason().toString())
                    .contains("TLS 1.2: it sent the alert internal_error(80)");
        }
    }

    @Test
    void anErrorOfTheLibraryIsNotTooMuchData() {
        IOException error = new TlsFatalAlert(AlertDescription.internal_error);
        assertThat(Failures.isFinal(error)).isFalse();
        assertThat(Failures.reason(error).toString())
                .isEqualTo("the TLS library of the plugin failed (internal_error)");
    }

    @Test
    void theVersionOfTlsIsKnown() {
        for (boolean tls13 : new boolean[] {true, false}) {
            try (Server server = Server.tls(Server.version(tls13 ? "TLSv1.3" : "TLSv1.2"), RSA_CHAIN)) {
                assertThat(((ProbeResult.Served) probed(server, Purpose.TOMCAT)).tls13())
                        .isEqualTo(tls13);
            }
        }
    }

    @Test
    void anXmppDomainThatTheNodeDoesNotHostIsNamed() {
        try (Server server = Server.talking(
                socket -> Server.say(socket.getOutputStream(), "<stream:error><host-unknown/></stream:error>"))) {
            ProbeResult.Failed failed = failed(probed(server, Purpose.CUP_XMPP));
            assertThat(failed.reason().toString()).isEqualTo("it does not host the XMPP domain chat.example.com");
            assertThat(failed.advice().toString()).startsWith("Set cucm-certs.xmppDomains to ");
        }
    }

    @Test
    void anIpv6AddressWorks() {
        try (Server server = Server.talking("::1", Server.tls(() -> Server.context(RSA_CHAIN), socket -> {}))) {
            assertThat(served(probed("::1", server.port(), Purpose.TOMCAT)).get(0))
                    .isEqualTo(RSA.leaf().sha256());
        }
    }

    @Test
    void aMegabyteOfCertificatesIsNotRead() {
        byte[][] megabyte = new byte[1024][1024];
        try (Server server = Server.talking(sending(megabyte))) {
            assertThat(failed(probed(server, Purpose.TOMCAT)).reason().toString())
                    .isEqualTo("it sends more data than certificates need at 127.0.0.1:" + server.port());
            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void anEmptyListOfCertificatesIsReported() {
        try (Server server = Server.talking(sending())) {
            assertThat(failed(probed(server, Purpose.TOMCAT)).reason().toString())
                    .startsWith("the TLS handshake ended before it sent a certificate");
        }
    }

    @Test
    void anUndecodableCertificateIsReported() {
        try (Server server = Server.talking(sending(new byte[] {5, 0}))) {
            assertThat(failed(probed(server, Purpose.TOMCAT)).reason().toString())
                    .isEqualTo("its certificate cannot be decoded");
        }
    }

    @Test
    void theFirstOfAHundredCertificatesAreRead() {
        byte[][] many = new byte[101][];
        Arrays.fill(many, RSA.intermediate().der());
        many[0] = RSA.leaf().der();
        try (Server server = Server.talking(sending(many))) {
            assertThat(served(probed(server, Purpose.TOMCAT)))
                    .startsWith(RSA.leaf().sha256(), RSA.intermediate().sha256())
                    .hasSizeLessThanOrEqualTo(21);
        }
    }

    @Test
    void anExpiredSelfSignedCertificateIsRead() {
        Cert old = Cert.selfSigned(Csr.of(PUB), with -> with.valid("2001-01-01", "2002-01-01"));
        try (Server server = Server.tls(socket -> {}, Server.chain(old))) {
            assertThat(served(probed(server, Purpose.TOMCAT))).containsExactly(old.sha256());
        }
    }

    /** A TLS 1.2 handshake that is correct up to the certificates. */
    private static Server.Talk sending(byte[]... certificates) {
        return socket -> {
            hello(socket);
            ByteArrayOutputStream list = new ByteArrayOutputStream();
            for (byte[] certificate : certificates) {
                list.write(length(certificate.length));
                list.write(certificate);
            }
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            message.write(11);
            message.write(length(list.size() + 3));
            message.write(length(list.size()));
            list.writeTo(message);
            records(socket, message.toByteArray());
            while (socket.getInputStream().read() >= 0) {}
        };
    }

    private static byte[] length(int length) {
        return new byte[] {(byte) (length >> 16), (byte) (length >> 8), (byte) length};
    }

    private static void hello(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] head = in.readNBytes(5);
        in.readNBytes((head[3] & 255) << 8 | head[4] & 255);
        byte[] hello = new byte[4 + 2 + 32 + 1 + 2 + 1];
        hello[0] = 2;
        hello[3] = (byte) (hello.length - 4);
        hello[4] = 3;
        hello[5] = 3;
        hello[39] = (byte) 0xc0; // TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
        hello[40] = 0x30;
        records(socket, hello);
    }

    private static void records(Socket socket, byte[] message) throws IOException {
        for (int from = 0; from < message.length; from += 16384) {
            int length = Math.min(16384, message.length - from);
            socket.getOutputStream().write(new byte[] {22, 3, 3, (byte) (length >> 8), (byte) length});
            socket.getOutputStream().write(message, from, length);
        }
    }

    private static Server.Talk xmpp(AtomicReference<String> received, String answer) {
        return socket -> {
            StringBuilder opening = new StringBuilder();
            while (opening.indexOf("to='") < 0 || opening.charAt(opening.length() - 1) != '>') {
                opening.append((char) socket.getInputStream().read());
            }
            received.set(opening.toString());
            Server.say(
                    socket.getOutputStream(),
                    "<?xml version='1.0'?><stream:stream id='1'><stream:features>"
                            + "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>");
            Server.hear(socket.getInputStream(), "xmpp-tls'/>");
            Server.say(socket.getOutputStream(), answer);
            if (answer.startsWith("<proceed")) {
                Server.tls(() -> Server.context(RSA_CHAIN), each -> {}).with(socket);
            }
        };
    }

    @Test
    void aServiceThatStopsAfterTheFirstConnectionIsNotClosed() {
        CompletableFuture<Server> own = new CompletableFuture<>();
        Server server = Server.talking(socket -> own.join().close());
        own.complete(server);
        assertThat(probed(server, Purpose.CALL_MANAGER))
                .isInstanceOfSatisfying(
                        ProbeResult.Failed.class,
                        failed -> assertThat(failed.reason().toString()).contains("TLS 1.2: ", "TLS 1.3: ", "refused"));
    }

    private ProbeResult probed(Server server, Purpose purpose) {
        return probed("127.0.0.1", server.port(), purpose);
    }

    private ProbeResult probed(String host, int port, Purpose purpose) {
        Endpoint endpoint =
                new Endpoint(PUB + "/" + purpose, purpose, new NodeName(PUB), Port.named(purpose, port), "");
        return new TlsProbe(new Connector(PATIENT, resolver), timer, Optional.of("chat.example.com"))
                .read(new Target(endpoint, new HostPort(host, port)));
    }

    private static List<String> served(ProbeResult seen) {
        assertThat(seen).isInstanceOf(ProbeResult.Served.class);
        return ((ProbeResult.Served) seen)
                .sent().stream().map(Certificate::sha256).toList();
    }

    private static ProbeResult.Failed failed(ProbeResult seen) {
        assertThat(seen).isInstanceOf(ProbeResult.Failed.class);
        return (ProbeResult.Failed) seen;
    }
}

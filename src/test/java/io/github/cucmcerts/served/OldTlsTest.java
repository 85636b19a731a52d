package io.github.cucmcerts.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Pem;
import io.github.cucmcerts.fixture.Server;
import io.github.cucmcerts.net.HostPort;
import io.github.cucmcerts.trust.Endpoint;
import io.github.cucmcerts.trust.ProbeResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentialedDecryptor;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedDecryptor;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers with TLS that a modern JVM disables. The tests do not change the settings of the JVM. */
@Timeout(120)
class OldTlsTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final GoodSet GOOD = GoodSet.of(PUB);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"TLSv10,TLS 1.0 only", "TLSv11,TLS 1.1 at most", "TLSv12,only old cipher suites of TLS 1.2"})
    void rsaKeyExchangeInAnOldVersion(String version, String oldTls) throws ReflectiveOperationException {
        String disabled = Security.getProperty("jdk.tls.disabledAlgorithms");
        ProtocolVersion only =
                (ProtocolVersion) ProtocolVersion.class.getField(version).get(null);
        try (Server server = Server.talking(socket -> serve(socket, only))) {
            assertThat(probed(server.port(), Purpose.TOMCAT))
                    .isInstanceOfSatisfying(ProbeResult.Served.class, served -> {
                        assertThat(served.own().sha256()).isEqualTo(GOOD.leaf().sha256());
                        assertThat(served.oldTls().orElseThrow()).hasToString(oldTls);
                    });
            assertThat(server.connections()).isEqualTo(3);
            assertThat(probed(server.port(), Purpose.TOMCAT_ECDSA)).isInstanceOf(ProbeResult.NoSuchKey.class);
        }
        assertThat(Security.getProperty("jdk.tls.disabledAlgorithms")).isEqualTo(disabled);
    }

    /** The server of OpenSSL, if it still has TLS 1.0. */
    @ParameterizedTest
    @CsvSource({"TOMCAT", "TOMCAT_ECDSA"})
    void opensslWithTls10(Purpose purpose) throws Exception {
        int port = free();
        Cert cert = purpose.isEcdsa()
                ? Cert.selfSigned(Csr.of(PUB, with -> with.key(Keys.ec(PUB))))
                : Cert.selfSigned(Csr.of(PUB));
        Files.writeString(directory.resolve("cert.pem"), cert.pem());
        Files.writeString(directory.resolve("key.pem"), Pem.privateKey(cert.key()));
        Optional<Process> started = openssl(port);
        assumeTrue(started.isPresent(), "openssl is not installed, or has no TLS 1.0");
        try {
            assertThat(probed(port, purpose)).isInstanceOfSatisfying(ProbeResult.Served.class, served -> {
                assertThat(served.own().sha256()).isEqualTo(cert.sha256());
                assertThat(served.oldTls().orElseThrow()).hasToString("TLS 1.0 only");
            });
        } finally {
            started.get().destroy();
        }
    }

    @Test
    void aModernServerNeverSeesTheOldOffer() {
        try (Server server = Server.tls(Server.version("TLSv1.2"), Server.chain(GOOD.leaf()))) {
            assertThat(((ProbeResult.Served) probed(server.port(), Purpose.TOMCAT)).oldTls())
                    .isEmpty();
            assertThat(server.connections()).isOne();
        }
    }

    private Optional<Process> openssl(int port) throws IOException {
        try {
            Process process = new ProcessBuilder(
                            "openssl",
                            "s_server",
                            "-accept",
                            "127.0.0.1:" + port,
                            "-tls1",
                            "-cipher",
                            "ALL:@SECLEVEL=0",
                            "-cert",
                            "cert.pem",
                            "-key",
                            "key.pem")
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("ACCEPT")) {
                    return Optional.of(process);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int free() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static ProbeResult probed(int port, Purpose purpose) {
        Endpoint endpoint =
                new Endpoint(PUB + "/" + purpose, purpose, new NodeName(PUB), Port.named(purpose, port), "");
        return TlsProbe.of(Duration.ofSeconds(60), Optional.empty())
                .read(new Target(endpoint, new HostPort("127.0.0.1", port)));
    }

    private static void serve(Socket socket, ProtocolVersion version) throws IOException {
        BcTlsCrypto crypto = new BcTlsCrypto();
        AsymmetricKeyParameter key =
                PrivateKeyFactory.createKey(GOOD.leaf().key().getPrivate().getEncoded());
        Certificate chain = new Certificate(
                new TlsCertificate[] {crypto.createCertificate(GOOD.leaf().der())});
        new TlsServerProtocol(socket.getInputStream(), socket.getOutputStream()).accept(new DefaultTlsServer(crypto) {
            @Override
            protected ProtocolVersion[] getSupportedVersions() {
                return version.only();
            }

            @Override
            protected int[] getSupportedCipherSuites() {
                return new int[] {CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA};
            }

            @Override
            protected TlsCredentialedDecryptor getRSAEncryptionCredentials() {
                return new BcDefaultTlsCredentialedDecryptor(crypto, chain, key);
            }
        });
    }
}

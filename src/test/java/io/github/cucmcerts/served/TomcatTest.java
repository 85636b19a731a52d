package io.github.cucmcerts.served;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.net.HostPort;
import io.github.cucmcerts.trust.Endpoint;
import io.github.cucmcerts.trust.ProbeResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Tomcat, as on a node, with an RSA and an EC certificate on the same port. */
@Timeout(120)
class TomcatTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final GoodSet RSA = GoodSet.of(PUB);
    private static final GoodSet EC = GoodSet.ecdsa(PUB);
    private static final Logger LOG = Logger.getLogger("org.apache");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"TLSv1.2,none", "TLSv1.3,none", "TLSv1.2+TLSv1.3,none", "TLSv1.2,required", "TLSv1.3,required"})
    void eachPurposeGetsTheCertificateWithItsTypeOfKey(String protocols, String clientCertificate) throws Exception {
        LOG.setLevel(Level.OFF);
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setSecure(true);
        connector.setScheme("https");
        connector.setProperty("SSLEnabled", "true");
        SSLHostConfig host = new SSLHostConfig();
        host.setProtocols(protocols);
        host.setCertificateVerification(clientCertificate);
        host.setTruststoreFile(trusting(RSA.root()).toString());
        host.setTruststoreType("PKCS12");
        host.setTruststorePassword("changeit");
        host.addCertificate(certificate(host, SSLHostConfigCertificate.Type.RSA, RSA));
        host.addCertificate(certificate(host, SSLHostConfigCertificate.Type.EC, EC));
        connector.addSslHostConfig(host);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(directory.toString());
        tomcat.setConnector(connector);
        tomcat.start();
        try {
            assertThat(own(connector.getLocalPort(), Purpose.TOMCAT))
                    .isEqualTo(RSA.leaf().sha256());
            assertThat(own(connector.getLocalPort(), Purpose.TOMCAT_ECDSA))
                    .isEqualTo(EC.leaf().sha256());
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }

    private static String own(int port, Purpose purpose) {
        Endpoint endpoint =
                new Endpoint(PUB + "/" + purpose, purpose, new NodeName(PUB), Port.named(purpose, port), "");
        ProbeResult seen = TlsProbe.of(Duration.ofSeconds(60), Optional.empty())
                .read(new Target(endpoint, new HostPort("127.0.0.1", port)));
        assertThat(seen).isInstanceOf(ProbeResult.Served.class);
        return ((ProbeResult.Served) seen)
                .sent().stream().map(Certificate::sha256).findFirst().orElseThrow();
    }

    private Path trusting(Cert root) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("root", root.x509());
        return stored(store, "trust.p12");
    }

    private Path stored(KeyStore store, String name) throws Exception {
        Path file = directory.resolve(name);
        try (var out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
        return file;
    }

    private SSLHostConfigCertificate certificate(SSLHostConfig host, SSLHostConfigCertificate.Type type, GoodSet set)
            throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "key", set.leaf().key().getPrivate(), "changeit".toCharArray(), new java.security.cert.Certificate[] {
                    set.leaf().x509(), set.intermediate().x509()
                });
        SSLHostConfigCertificate certificate = new SSLHostConfigCertificate(host, type);
        certificate.setCertificateKeystoreFile(stored(store, type + ".p12").toString());
        certificate.setCertificateKeystoreType("PKCS12");
        certificate.setCertificateKeystorePassword("changeit");
        return certificate;
    }
}

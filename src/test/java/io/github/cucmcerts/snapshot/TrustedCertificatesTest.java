package io.github.cucmcerts.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.text.Message;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedCertificatesTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final GoodSet SET = GoodSet.of(PUB);
    private static final String NO_PATH = "it is not one of the certificates that the directory or Java trusts,"
            + " and does not chain to one (Java says: ";

    private final List<Cert> directory = new ArrayList<>(List.of(SET.root()));
    private final Set<String> pins = new TreeSet<>();
    private final Set<String> revoked = new TreeSet<>();

    @ParameterizedTest
    @CsvSource({
        "cucm-pub.example.com, DNS:cucm-pub.example.com, true",
        "cucm-pub.example.com, DNS:CUCM-PUB.Example.com., true",
        "CUCM-PUB.example.com, DNS:cucm-sub1.example.com;DNS:cucm-pub.example.com, true",
        "cucm-pub.example.com, DNS:cucm-pub, false",
        "cucm-pub, DNS:cucm-pub.example.com, false",
        "cucm-pub, DNS:cucm-pub.evil.example, false",
        "cucm-pub, DNS:cucm-pub, true",
        "cucm-pub.example.com, DNS:*.example.com, false",
        "cucm-pub.example.com, DNS:cucm-pub.example.com.evil.example, false",
        "cucm-pub.example.com, email:cucm-pub.example.com, false",
        "cucm-pub.example.com, URI:https://cucm-pub.example.com, false",
        "10.1.2.3, IP:10.1.2.3, true",
        "10.1.2.3, DNS:10.1.2.3, false",
        "10.1.2.3, IP:10.1.2.4, false",
        "2001:db8::1, IP:2001:DB8:0:0:0:0:0:1, true",
        "2001:db8::1, IP:2001:db8::2, false"
    })
    void theNodeItselfMustBeNamed(String node, String names, boolean named) {
        Cert leaf = SET.intermediate().sign(Csr.of(PUB, with -> with.san(names.split(";"))));
        assertThat(objections(node, leaf, SET.intermediate()).isEmpty()).isEqualTo(named);
    }

    @Test
    void theCommonNameDoesNotCount() {
        Cert leaf = SET.intermediate().sign(SET.csr(), with -> with.without(Extension.subjectAlternativeName));
        assertThat(objections(PUB, leaf, SET.intermediate()))
                .containsExactly(
                        "it does not contain the name cucm-pub.example.com, and its names include no DNS name");
    }

    @Test
    void unreadableNamesDoNotCount() {
        Cert leaf = SET.intermediate()
                .sign(SET.csr(), with -> with.extension(Extension.subjectAlternativeName, false, new byte[] {1, 2, 3}));
        assertThat(objections(PUB, leaf, SET.intermediate())).isNotEmpty();
    }

    @Test
    void aChainToTheDirectoryIsTrusted() {
        assertThat(objections(PUB, SET.leaf(), SET.intermediate(), SET.root())).isEmpty();
        assertThat(objections(PUB, SET.leaf(), SET.intermediate())).isEmpty();
        assertThat(objections(PUB, SET.leaf())).singleElement().asString().startsWith(NO_PATH);
    }

    @Test
    void anIntermediateOfTheDirectoryIsEnough() {
        directory.set(0, SET.intermediate());
        assertThat(objections(PUB, SET.leaf())).isEmpty();
        assertThat(objections(PUB, SET.leaf(), SET.intermediate(), SET.root())).isEmpty();
    }

    @Test
    void theCertificateItselfInTheDirectoryIsEnough() {
        directory.set(0, SET.leaf());
        assertThat(objections(PUB, SET.leaf())).isEmpty();
        directory.set(0, Cert.selfSigned(SET.csr()));
        assertThat(objections(PUB, directory.get(0))).isEmpty();
    }

    @Test
    void aLeafInTheDirectoryVouchesForNoOther() {
        directory.set(0, GoodSet.of("cucm-sub1.example.com").leaf());
        Cert forged = directory.get(0).sign(SET.csr());
        assertThat(objections(PUB, forged, directory.get(0)))
                .singleElement()
                .asString()
                .startsWith(NO_PATH);
    }

    @Test
    void anotherCaWithTheSameNameIsNotTheDirectorys() {
        Cert forger = Cert.root("Example Root CA", with -> with.key(Keys.rsa("forger")));
        Cert leaf = forger.sign(SET.csr());
        assertThat(objections(PUB, leaf, forger)).singleElement().asString().startsWith(NO_PATH);
    }

    @ParameterizedTest
    @CsvSource({"512, false", "2048, true"})
    void aCaWhoseKeyJavaCallsTooShortIsNotTrusted(int bits, boolean trusted) {
        Cert ca = Cert.root("Other CA", with -> with.key(Keys.rsa("other", bits)));
        directory.add(ca);
        assertThat(objections(PUB, ca.sign(SET.csr()), ca).isEmpty()).isEqualTo(trusted);
    }

    @Test
    void withoutADirectoryThereIsStillJavasTrustStore() {
        directory.clear();
        assertThat(objections(PUB, SET.leaf(), SET.intermediate(), SET.root()))
                .singleElement()
                .asString()
                .startsWith(NO_PATH);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T22:00:00Z, 2028-01-01T00:00:00Z, ''",
        "2026-12-01T22:00:01Z, 2028-01-01T00:00:00Z, it is not valid yet",
        "2026-01-01T00:00:00Z, 2026-12-01T22:00:00Z, ''",
        "2026-01-01T00:00:00Z, 2026-12-01T21:59:59Z, it has expired"
    })
    void itMustBeValidNow(String from, String to, String objection) {
        Cert leaf = SET.intermediate()
                .sign(SET.csr(), with -> with.notBefore(Instant.parse(from)).notAfter(Instant.parse(to)));
        List<String> expected = objection.isEmpty() ? List.of() : List.of(objection);
        assertThat(objections(PUB, leaf, SET.intermediate())).isEqualTo(expected);
        directory.add(leaf);
        assertThat(objections(PUB, leaf, SET.intermediate()))
                .as("where it is in the directory")
                .isEqualTo(expected);
    }

    @Test
    void anExpiredCaIsNeitherAnAnchorNorPartOfAPath() {
        GoodSet expired = SET.root(with -> with.valid("2010-01-01", "2020-01-01"));
        directory.set(0, expired.root());
        assertThat(objections(PUB, expired.leaf(), expired.intermediate(), expired.root()))
                .singleElement()
                .asString()
                .startsWith(NO_PATH);
        GoodSet between = SET.intermediate(with -> with.valid("2010-01-01", "2020-01-01"));
        directory.set(0, between.root());
        assertThat(objections(PUB, between.leaf(), between.intermediate())).hasSize(1);
    }

    @Test
    void aClientCertificateIsNotAServers() {
        Cert leaf = SET.intermediate().sign(SET.csr(), with -> with.extendedKeyUsage("clientAuth"));
        assertThat(objections(PUB, leaf, SET.intermediate()))
                .singleElement()
                .asString()
                .startsWith(NO_PATH);
    }

    @Test
    void everyObjectionIsReported() {
        directory.clear();
        assertThat(objections("imp1.example.com", SET.leaf(), SET.intermediate()))
                .hasSize(2)
                .element(0)
                .isEqualTo("it does not contain the name imp1.example.com, only cucm-pub.example.com");
    }

    @Test
    void aPinCountsOnlyForTheServersOwnCertificate() {
        pins.add(SET.leaf().sha256());
        assertThat(objections("imp1.example.com", SET.leaf())).isEmpty();
        Cert other = GoodSet.of("other.example.com").leaf();
        assertThat(objections("imp1.example.com", other, SET.leaf())).isNotEmpty();
    }

    @Test
    void aCertificateListedAsRevokedIsRejectedUnlessPinned() {
        directory.add(SET.leaf());
        assertThat(objections(PUB, SET.leaf(), SET.intermediate())).isEmpty();
        revoked.add(SET.leaf().sha256());
        assertThat(objections(PUB, SET.leaf(), SET.intermediate())).containsExactly("a node lists it as revoked");
        pins.add(SET.leaf().sha256());
        assertThat(objections(PUB, SET.leaf(), SET.intermediate())).isEmpty();
        pins.clear();
        revoked.clear();
        revoked.add(SET.intermediate().sha256());
        directory.set(1, SET.root());
        assertThat(objections(PUB, SET.leaf(), SET.intermediate()))
                .containsExactly("a node lists its CA certificate as revoked");
    }

    @Test
    void aDirectoryCaWithNameConstraintsIsNotAnAnchor() {
        Cert partner = Cert.root("Partner CA", with -> with.nameConstraints("permitted;DNS:partner.example"));
        directory.set(0, partner);
        assertThat(objections(PUB, partner.sign(SET.csr())))
                .singleElement()
                .asString()
                .startsWith(NO_PATH);
    }

    @Test
    void aCaWithoutKeyCertSignIsNotAnAnchor() {
        Cert root = Cert.root("Example Root CA", with -> with.keyUsage("digitalSignature"));
        directory.set(0, root);
        assertThat(objections(PUB, root.sign(SET.csr()))).hasSize(1);
    }

    @Test
    void anotherCertificateWithTheLeafsNameAndKeyIsNotTheDirectorys() {
        directory.set(0, GoodSet.of("cucm-sub1.example.com").leaf());
        Cert other = Cert.root(
                "cucm-sub1.example.com",
                with -> with.subject(directory
                                .get(0)
                                .x509()
                                .getSubjectX500Principal()
                                .getName())
                        .key(Keys.rsa("cucm-sub1.example.com"))
                        .san("DNS:" + PUB));
        assertThat(objections(PUB, other)).singleElement().asString().startsWith(NO_PATH);
    }

    private List<String> objections(String node, Cert... chain) {
        return TrustedCertificates.of(directory.stream().map(Cert::der).toList(), revoked, pins, Times.NOW)
                .objections(
                        Stream.of(chain).map(Cert::x509).toArray(X509Certificate[]::new),
                        "ECDHE_RSA",
                        new NodeName(node))
                .stream()
                .map(Message::toString)
                .toList();
    }
}

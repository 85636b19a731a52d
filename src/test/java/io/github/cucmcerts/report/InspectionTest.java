package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Bundle;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Pem;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.report.Inspection.Line;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final String SUB = "cucm-sub1.example.com";
    private static final Cert ROOT = Cert.root("Example Root CA");

    @TempDir
    private Path directory;

    private Tree tree;

    @BeforeEach
    void anEmptyDirectory() {
        tree = Tree.in(directory);
    }

    @Test
    void eachObjectIsDescribed() throws IOException {
        String broken = "-----BEGIN CERTIFICATE-----\nMIIB?\n-----END CERTIFICATE-----\n";
        tree.file("a.pem", "All:\n" + ROOT.pem())
                .file("b.csr", Csr.of(PUB).der())
                .file("c.pem", broken)
                .file("d.txt", Pem.publicKey(Keys.info(Keys.ec("a"))) + Pem.encode("X509 CRL", ROOT.crl()))
                .file("e.p7b", Bundle.pkcs7(ROOT))
                .file("f.p12", Bundle.keystore("PKCS12", "changeit", ROOT.sign(Csr.of(PUB)), ROOT))
                .file("g.zip", "PK\3\4 and so on")
                .file("h.pem", Pem.utf16LittleEndian(ROOT.sign(Csr.of(PUB)).pem()));
        assertThat(text().lines().takeWhile(line -> !line.isEmpty()))
                .containsExactly(
                        "a.pem: PEM",
                        "  line 2     CA certificate of O=Example,CN=Example Root CA",
                        "b.csr: DER",
                        "             CSR of C=US,ST=California,L=San Jose,O=Example,OU=Voice,",
                        "               CN=cucm-pub.example.com",
                        "c.pem",
                        "  line 1     Broken: its Base64 is damaged (line 2 contains a character",
                        "               that is not Base64)",
                        "d.txt: PEM",
                        "  line 1     Public key",
                        "  line 5     CRL",
                        "e.p7b: PKCS#7",
                        "             CA certificate of O=Example,CN=Example Root CA, the same as",
                        "               in a.pem, line 2",
                        "f.p12",
                        "             Keystore (PKCS#12), not opened",
                        "g.zip",
                        "             Archive (zip), not unpacked",
                        "             Not read: it is neither PEM nor DER",
                        "h.pem: PEM",
                        "             Written with UTF-16",
                        "  line 1     Certificate of C=US,ST=California,L=San Jose,O=Example,",
                        "               OU=Voice,CN=cucm-pub.example.com");
    }

    @Test
    void onlyTheFormOfAPrivateKeyIsShown() throws IOException {
        tree.file("a.key", Pem.privateKey(Keys.rsa("a")));
        assertThat(text()).isEqualTo("a.key: PEM\n  line 1     Private key (PKCS#8), not shown");
    }

    @Test
    void csrAndCertificateWithOneKeyAreSideBySide() throws IOException {
        Csr csr = Csr.of(PUB, with -> with.subject("CN=" + PUB).key(Keys.ec("pub", "secp384r1")));
        tree.file("a.csr", csr.pem())
                .file(
                        "b.pem",
                        ROOT.sign(
                                        csr,
                                        with -> with.san("DNS:" + PUB, "IP:10.1.2.3")
                                                .serial(0x0abc))
                                .pem());
        assertThat(text()).contains("""
                        Side by side. <> marks a difference.
                                     CSR                             Certificate
                        File         a.csr                           b.pem
                        Subject      CN=cucm-pub.example.com         CN=cucm-pub.example.com
                        SAN          DNS:cucm-pub.example.com        DNS:cucm-pub.example.com
                                     -                            <> IP:10.1.2.3
                        Public key   EC P-384                        EC P-384
                        """).contains("""
                        Key usage    digitalSignature                digitalSignature
                                     keyEncipherment                 keyEncipherment
                                     dataEncipherment                dataEncipherment
                        Extended key serverAuth                      serverAuth
                          usage      clientAuth                      clientAuth
                        CA           no                              no
                        Issuer       -                               O=Example,CN=Example Root CA
                        Serial       -                               0abc
                        Valid from   -                               2026-01-01T00:00:00Z
                        Valid to     -                               2028-01-01T00:00:00Z
                        Signature    -                               SHA256withRSA
                        """);
        assertThat(lines())
                .filteredOn(Line::differs)
                .extracting(Line::text)
                .singleElement()
                .asString()
                .contains("<>");
    }

    @Test
    void nothingIsMarkedIfNothingDiffers() throws IOException {
        pair("a", Csr.of(PUB));
        assertThat(text())
                .contains("Side by side. No compared property differs.")
                .doesNotContain("<>");
    }

    @Test
    void theOnlyTwoAreComparedThoughTheirKeysDiffer() throws IOException {
        pair("x", Csr.of("cucm-sub2.example.com"));
        tree.file("a.csr", Csr.of(PUB).pem())
                .file("b.pem", ROOT.sign(Csr.of(SUB)).pem())
                .file("root.pem", ROOT.pem());
        assertThat(tables()).isEqualTo(2);
        List<String> hash = lines().stream()
                .map(Line::text)
                .filter(line -> line.startsWith("SHA-256 of"))
                .toList();
        assertThat(hash).hasSize(3);
        assertThat(hash.get(0)).doesNotContain("<>");
        assertThat(hash.get(1)).as("a.csr with b.pem").contains("<>");
        assertThat(hash.get(2)).as("the root").doesNotContain("<>");
    }

    @Test
    void whichOfSeveralBelongTogetherIsNotGuessed() throws IOException {
        tree.file("a.csr", Csr.of(PUB).pem())
                .file("b.pem", ROOT.sign(Csr.of(SUB)).pem())
                .file("c.pem", ROOT.sign(Csr.of("cucm-sub2.example.com")).pem());
        assertThat(tables()).isZero();
        assertThat(text().lines())
                .contains("CSR")
                .filteredOn("Certificate"::equals)
                .hasSize(2);
    }

    @Test
    void aCsrIsComparedWithEachCertificateOfItsKeyAndCopiesCountOnce() throws IOException {
        Csr csr = Csr.of(PUB);
        pair("a", csr);
        tree.file("copy.csr", csr.pem()).file("later.pem", ROOT.sign(csr).pem());
        assertThat(tables()).isEqualTo(2);
    }

    @Test
    void aSingleObjectHasTheSameLabels() throws IOException {
        tree.file(
                "root.pem",
                Cert.root("Example Root CA", with -> with.serial(0xff)).pem());
        assertThat(text()).contains("""

                        CA certificate
                        File         root.pem
                        Subject      O=Example,CN=Example Root CA
                        SAN          -
                        Public key   RSA 2048
                        SHA-256 of   \
                        """).contains("""

                        Extended key -
                          usage
                        CA           yes
                        Issuer       O=Example,CN=Example Root CA
                        Serial       ff
                        Valid from   2020-01-01T00:00:00Z
                        """);
    }

    @Test
    void namesFromFilesAreSafeAndStayInTheirColumns() throws IOException {
        String evil = "evil\u001b[31m\r\n[INFO] <b>\u202e" + "x".repeat(300) + "\ud83d\ude00".repeat(200);
        X500Name name = new X500Name(new RDN[] {new RDN(BCStyle.CN, new DERUTF8String(evil))});
        Csr csr = Csr.of(PUB, with -> with.subject(name).san("DNS:" + "y".repeat(70_000), "URI:a\u0007b"));
        pair("a", csr);
        tree.file(
                "b\u001b[2J.pem", "-----BEGIN \u001b[2J PRIVATE KEY-----\nQUJD\n-----END \u001b[2J PRIVATE KEY-----\n");
        assertThat(text()).contains("\\u001b", "\\u202e", "(70,004 characters)");
        assertThat(lines()).extracting(Line::text).allSatisfy(line -> {
            assertThat(line.length()).isLessThanOrEqualTo(73);
            assertThat(line.codePoints())
                    .noneMatch(point -> Character.isISOControl(point)
                            || point == 0x202e
                            || Character.getType(point) == Character.SURROGATE);
        });
    }

    @Test
    @Timeout(60)
    void tenThousandNames() throws IOException {
        String[] names = IntStream.range(0, 10_000)
                .mapToObj(i -> "DNS:host" + i + ".example.com")
                .toArray(String[]::new);
        pair("a", Csr.of(PUB, with -> with.san(names)));
        assertThat(text().lines().filter(line -> line.contains("DNS:host"))).hasSize(Comparison.SAN_ROWS);
        assertThat(text()).contains("             and 9,900 more                  and 9,900 more\n");
    }

    @Test
    void anEmptyDirectoryIsReported() throws IOException {
        assertThat(text()).isEqualTo("There are no files.");
    }

    private void pair(String name, Csr csr) {
        tree.file(name + ".csr", csr.pem()).file(name + ".pem", ROOT.sign(csr).pem());
    }

    private long tables() throws IOException {
        return text().lines().filter(line -> line.startsWith("Side by side")).count();
    }

    private String text() throws IOException {
        return String.join("\n", lines().stream().map(Line::text).toList());
    }

    private List<Line> lines() throws IOException {
        return Inspection.of(DirectoryScan.read(directory, List.of(directory)), 80, Language.ENGLISH);
    }
}

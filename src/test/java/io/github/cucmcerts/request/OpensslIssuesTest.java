package io.github.cucmcerts.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cucmcerts.check.Assessment;
import io.github.cucmcerts.check.State;
import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.KeyUsageTable;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Pem;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.SanEntry;
import io.github.cucmcerts.plan.procedure.Procedure;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.upload.UploadSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code openssl} issues a certificate with the extension file, and the certificate is what the CSR requests. */
class OpensslIssuesTest {
    private static final Path OPENSSL = Path.of("/usr/bin/openssl");
    private static final Cert CA = Cert.root("Example Root CA", with -> with.valid("2020-01-01", "2200-01-01"));
    private static final Set<String> EXTENDED = Set.of("serverAuth", "clientAuth", "ipsecEndSystem");

    @TempDir
    private Path temporary;

    private Tree tree;

    @BeforeEach
    void aCa() throws IOException {
        assumeTrue(Files.isExecutable(OPENSSL), "no openssl on this machine");
        tree = Tree.in(Files.createDirectory(temporary.resolve("certs"))).file("ca/root.pem", CA);
        Tree.in(temporary).file("ca.pem", CA).file("ca.key", Pem.privateKey(CA.key()));
    }

    static Stream<Arguments> purposesAndReleases() {
        return Procedure.ORDER.stream()
                .flatMap(purpose -> Stream.of("11.5", "12.5", "14SU3").map(release -> Arguments.of(purpose, release)));
    }

    @ParameterizedTest(name = "{0} of release {1}")
    @MethodSource("purposesAndReleases")
    void aCertificateThatIsReady(Purpose purpose, String release) throws Exception {
        boolean presence = purpose.runsOn() == Purpose.RunsOn.PRESENCE;
        Set<String> usages = KeyUsageTable.usages(Optional.of(Release.parse(release)), purpose, presence);
        String host = presence ? "imp1.example.com" : Requested.PUB;
        KeyPair key = purpose.isEcdsa() ? Keys.ec(host, "secp384r1") : Keys.rsa(host);
        Csr csr = Csr.of(
                host,
                key,
                with -> with.keyUsage(usages.stream()
                                .filter(usage -> !EXTENDED.contains(usage))
                                .toArray(String[]::new))
                        .extendedKeyUsage(
                                usages.stream().filter(EXTENDED::contains).toArray(String[]::new))
                        .san("DNS:example.com", "DNS:" + host));
        tree.file(host + "/" + purpose.label() + "/request.csr", csr);

        UploadSet issued = issued(tree);

        assertThat(issued.purpose()).isEqualTo(purpose);
        assertThat(issued.leaf().orElseThrow().extensions().ca()).isEqualTo(purpose == Purpose.CAPF);
        assertThat(issued.leaf().orElseThrow().extensions().pathLength().isPresent())
                .isEqualTo(purpose == Purpose.CAPF);
    }

    @Test
    void aMultiServerCertificateWithEveryKindOfNameThatCucmUses() throws Exception {
        Csr csr = Csr.of(
                "cucm-pub-ms.example.com",
                with -> with.san(
                        "DNS:cucm-pub.example.com", "DNS:cucm-sub1.example.com", "IP:10.1.2.3", "IP:2001:db8::1"));
        tree.file("cucm-pub-ms.example.com/tomcat/tomcat.csr", csr);
        issued(tree);
    }

    @Test
    void namesAreReadBackExactly() throws Exception {
        String edge = "\\$x".repeat(70);
        List<String> names = List.of(
                "DNS:a\nbasicConstraints=CA:TRUE\n[alt_names]\r\nDNS.9 = evil.example",
                "DNS:a\tb = $ENV::HOME ${dir}$(x)`id`",
                "DNS: # no comment ;\\",
                "DNS:\"quoted\" 'too'\\n",
                "DNS:a,b+c<d>e@section",
                "DNS:@section",
                "DNS: blanks  ",
                "DNS:" + edge,
                "DNS:" + "a".repeat(5_000) + ".example",
                "URI:https://example.com/?a=b#c",
                "email:a@example.com",
                "RID:1.2.3.4",
                "IP:0.0.0.0",
                "DNS:*.example.com");
        tree.file(
                "imp1.example.com/cup-xmpp-s2s/request.csr",
                Csr.of("imp1.example.com", with -> with.san(names.toArray(String[]::new))));

        UploadSet issued = issued(tree);

        assertThat(issued.leaf().orElseThrow().extensions().san())
                .extracting(SanEntry::toString)
                .containsExactlyElementsOf(names);
    }

    @Test
    void whatTheSyntaxCannotExpressIsLeftOutByName() throws Exception {
        List<String> impossible = List.of(
                "DNS:b\u00fccher.example",
                "DNS:nul\u0000.example.com",
                "DNS:\u001b[31m",
                "DNS:",
                "DNS:" + "\\$x".repeat(200),
                "email:copy",
                "email:move",
                "dirName:CN=a",
                "otherName:1.2.3;UTF8:a");
        List<String> san = new ArrayList<>(impossible);
        san.add(1, "DNS:one.example.com");
        san.add("DNS:two.example.com");
        tree.file(
                Requested.PUB + "/tomcat/tomcat.csr",
                Csr.of(Requested.PUB, with -> with.san(san.toArray(String[]::new))));

        CaRequest request = Requested.of(tree);
        ExtensionFile file = request.files().get(0);

        assertThat(Requested.text(file))
                .contains("that are left out, because this syntax cannot express them: 9.")
                .endsWith("\n[alt_names]\nDNS.1 = one.example.com\nDNS.2 = two.example.com\n")
                .matches(text -> text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f));
        assertThat(file.leftOut()).hasSameSizeAs(impossible);
        assertThat(Requested.markdown(request))
                .contains(
                        "**Not in the extension file,** because its syntax cannot express them: `DNS:b\u00fccher.example`, "
                                + "`DNS:nul\\u0000.example.com`, `DNS:\\u001b[31m`, `DNS:`, `DNS:\\$x")
                .contains("`email:copy`, `email:move`, `dirName:CN=a`, `otherName:#");
        Certificate leaf = certificate(issue(request));
        assertThat(leaf.extensions().san())
                .extracting(SanEntry::toString)
                .containsExactly("DNS:one.example.com", "DNS:two.example.com");
    }

    @Test
    void aCsrWithoutNamesGetsNone() throws Exception {
        tree.file(
                Requested.PUB + "/tomcat/tomcat.csr",
                Csr.of(Requested.PUB, with -> with.without(Extension.subjectAlternativeName)));
        assertThat(issued(tree).leaf().orElseThrow().extensions().san()).isEmpty();
    }

    /** Issues the only certificate that is requested, adds it to the directory, and checks that the set is ready. */
    private UploadSet issued(Tree tree) throws Exception {
        Path issued = issue(Requested.of(tree));
        Certificate leaf = certificate(issued);
        // openssl starts the validity today
        Assessment assessment = Requests.checked(Requests.of(
                Requests.files(tree.directory()),
                Requests.situation(Cluster.unknown(), ChangeWindow.at(leaf.notBefore())),
                Set.of(),
                List.of()));
        UploadSet set = assessment.sets().get(0);
        assertThat(assessment.findings(set))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::message)
                .isEmpty();
        assertThat(assessment.state(set)).isEqualTo(State.READY);
        assertThat(set.leaf()).contains(leaf);
        var requested = set.csr().orElseThrow().extensions();
        assertThat(leaf.extensions().usages()).isEqualTo(requested.usages());
        assertThat(leaf.extensions().extendedUsages()).isEqualTo(requested.extendedUsages());
        return set;
    }

    private Path issue(CaRequest request) throws Exception {
        assertThat(request.files()).hasSize(1);
        ExtensionFile file = request.files().get(0);
        CaRequest.Item item = request.sections().get(0).items().get(0);
        Path csr = tree.directory().resolve(item.csr().origin().file());
        Path certificate = csr.resolveSibling("answer.pem");
        Files.writeString(temporary.resolve(file.name()), Requested.text(file));
        List<String> command = new ArrayList<>(List.of(file.command().split(" ")));
        command.replaceAll(word -> switch (word) {
            case "CSR" -> csr.toString();
            case "CA_CERTIFICATE" -> "ca.pem";
            case "CA_KEY" -> "ca.key";
            case "DAYS" -> "730";
            case "CERTIFICATE" -> certificate.toString();
            default -> word;
        });
        Process openssl = new ProcessBuilder(command)
                .directory(temporary.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(openssl.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(openssl.exitValue()).as(said).isZero();
        return certificate;
    }

    private Certificate certificate(Path file) throws IOException {
        String path = tree.directory().relativize(file).toString();
        return Requests.checked(Requests.of(tree.directory(), Cluster.unknown()))
                .facts()
                .inventory()
                .objects(Certificate.class)
                .filter(certificate -> certificate.origin().file().equals(path))
                .findFirst()
                .orElseThrow();
    }
}

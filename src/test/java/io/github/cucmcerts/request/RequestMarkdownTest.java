package io.github.cucmcerts.request;

import static io.github.cucmcerts.request.Requested.PUB;
import static io.github.cucmcerts.request.Requested.SUB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.text.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestMarkdownTest {
    private static final String MS = "cucm-pub-ms.example.com";
    private static final String MARKUP = "<img src=x onerror=alert(1)>`b` [x](https:evil) @team ::set-output ##[error]";

    @TempDir
    private Path directory;

    private Tree tree;

    @BeforeEach
    void anEmptyDirectory() {
        tree = Tree.in(directory);
    }

    /** The file was written by hand, as the expected runbooks were. */
    @Test
    void theTextToSend() throws Exception {
        GoodSet old = GoodSet.of(SUB);
        Csr multi = Csr.of(MS, with -> with.san("DNS:" + PUB, "DNS:" + SUB));
        Csr again = Csr.of(SUB, Keys.rsa("renewed"), with -> {});
        Cert wrong = old.intermediate().sign(again, with -> with.san("DNS:" + SUB, "DNS:www." + SUB, "IP:10.1.2.3"));
        Csr capf = Csr.of(
                PUB,
                Keys.rsa("small", 1024),
                with -> with.keyUsage("digitalSignature", "keyCertSign").extendedKeyUsage("serverAuth"));
        tree.file("ca/root.pem", old.root())
                .file("ca/issuing.pem", old.intermediate())
                .file(MS + "/tomcat/tomcat.csr", multi)
                .file("deployed/" + PUB + "/tomcat/tomcat.pem", GoodSet.of(PUB).leaf())
                .file("deployed/" + SUB + "/tomcat/tomcat.pem", old.leaf())
                .file(SUB + "/CallManager/CallManager.csr", again)
                .file(SUB + "/CallManager/CallManager.pem", wrong)
                .file("deployed/" + SUB + "/CallManager/CallManager.pem", old.leaf())
                .file(PUB + "/CAPF/CAPF.csr", capf)
                .file(SUB + "/ipsec/ipsec.csr", Csr.of(SUB, Keys.rsa("wild"), with -> with.san("DNS:*.example.com")));
        String expected = expected()
                .replace("<ms CSR>", sha256(multi.der()))
                .replace("<ms key>", sha256(Keys.info(multi.key()).getEncoded()))
                .replace("<sub CSR>", sha256(again.der()))
                .replace("<sub key>", sha256(Keys.info(again.key()).getEncoded()))
                .replace("<sub serial>", wrong.serial())
                .replace("<sub certificate>", wrong.sha256())
                .replace("<capf CSR>", sha256(capf.der()))
                .replace("<capf key>", sha256(Keys.info(capf.key()).getEncoded()));
        assertThat(Requested.markdown(Requested.of(tree))).isEqualTo(expected);
    }

    private static String expected() throws IOException {
        try (InputStream stream = RequestMarkdownTest.class.getResourceAsStream("/request/request.md")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void namesAreCode() throws IOException {
        String subject = "O=\u202e\u0007\n" + MARKUP.replaceAll("[\\\\,+\"<>;=]", "\\\\$0") + ",CN=" + PUB;
        String folder = "<b>`|$(x) 'q' [x](y) ::set-output name=a::b\n# heading";
        GoodSet set = GoodSet.of(PUB)
                .intermediate(with -> with.subject(subject))
                .csr(Csr.of(PUB, with -> with.subject(subject).san("DNS:" + MARKUP, "URI:\n# heading")));
        tree.set(folder + "/tomcat", set.leaf(with -> with.san("DNS:\n# heading " + MARKUP)))
                .file(folder + "/ipsec/ipsec.csr", Csr.of(PUB, Keys.rsa("2"), with -> with.subject(subject)))
                .file(
                        "deployed/" + folder + "/ipsec/old.pem",
                        set.intermediate().sign(Csr.of(PUB)))
                .file(folder + "/cup/cup.csr", Csr.of(PUB, Keys.rsa("3"), with -> with.san("DNS:*." + MARKUP)));
        CaRequest request = Requested.of(tree);
        assertThat(request.sections()).hasSize(2);
        assertThat(request.notSent()).hasSize(1);
        String text = Requested.markdown(request);
        Markup markup = Markup.of(text);
        assertThat(markup.active()).isEmpty();
        assertThat(text).contains("[x]").doesNotContain("\u202e", "\u0007", "##[error]");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("::"));
        assertThat(markup.headings()).hasSize((int)
                text.lines().filter(line -> line.matches("#+ .*")).count());
        assertThat(text.lines().filter(line -> line.startsWith("# heading"))).isEmpty();
    }

    @Test
    void everyNameOfALargeClusterIsListed() throws IOException {
        String[] names = IntStream.range(0, 120)
                .mapToObj(i -> "DNS:node-" + i + ".example.com")
                .toArray(String[]::new);
        tree.file(MS + "/tomcat/tomcat.csr", Csr.of(MS, with -> with.san(names)));
        assertThat(Requested.markdown(Requested.of(tree)))
                .contains("`DNS:node-0.example.com`, `DNS:node-1.example.com`, ", "`DNS:node-119.example.com`: these");
    }

    @Test
    void aCsrWithTenThousandNamesStaysReadable() throws IOException {
        String[] names = IntStream.range(0, 10_000)
                .mapToObj(i -> "DNS:node-" + i + ".example.com")
                .toArray(String[]::new);
        tree.file(MS + "/tomcat/tomcat.csr", Csr.of(MS, with -> with.san(names)));
        CaRequest request = Requested.of(tree);
        assertThat(Requested.markdown(request))
                .contains("`DNS:node-999.example.com`, and 9,000 more in the CSR: these and no others");
        assertThat(Requested.text(request.files().get(0))).endsWith("\nDNS.10000 = node-9999.example.com\n");
    }

    @Test
    void theWildcardsOfFederationAreAnException() throws IOException {
        tree.file(
                "imp1.example.com/cup-xmpp-s2s/a.csr",
                Csr.of("imp1.example.com", with -> with.san("DNS:*.example.com")));
        assertThat(Requested.markdown(Requested.of(tree))).contains("XMPP federation is the exception");
    }

    @Test
    void anEcKeyNeedsAHashOfItsStrength() throws IOException {
        tree.file(PUB + "/tomcat-ECDSA/a.csr", Csr.of(PUB, Keys.ec(PUB, "secp384r1"), with -> {}));
        CaRequest request = Requested.of(tree);
        assertThat(Requested.markdown(request))
                .contains("- Key: `EC P-384`", "- Hash of your signature: SHA-384 or stronger");
        assertThat(Requested.text(request.files().get(0))).contains(" -sha384 -extfile " + PUB + "-tomcat-ECDSA.cnf ");
    }
}

package io.github.cucmcerts.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cucmcerts.fixture.Bundle;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Pem;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.plan.Conversion.Needed;
import io.github.cucmcerts.scan.DirectoryScan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConversionTest {
    private static final GoodSet GOOD = GoodSet.of("cucm-pub.example.com");
    private static final String FILE = "it's a node/chain.pem";

    @TempDir
    private Path directory;

    static Stream<Arguments> filesThatHoldTheRootAndTheCommand() {
        String pem = GOOD.root().pem();
        int rootsLine = GOOD.leaf().pem().split("\n", -1).length;
        String path = "'certs/it'\\''s a node/chain.pem'";
        String begin = " | sed 's/.*-----BEGIN/-----BEGIN/'";
        String plain = "LC_ALL=C tr -d '\\000\\357\\273\\277\\376\\377' < " + path;
        return Stream.of(
                Arguments.of(
                        "a chain",
                        Bundle.pem(GOOD.leaf(), GOOD.root()).getBytes(UTF_8),
                        "tail -n +" + rootsLine + " " + path + begin + " | openssl x509 -out root.pem"),
                Arguments.of(
                        "a chain without a line break between its certificates",
                        (GOOD.leaf().pem().strip() + pem).getBytes(UTF_8),
                        "tail -n +" + (rootsLine - 1) + " " + path + begin + " | openssl x509 -out root.pem"),
                Arguments.of(
                        "the first of a chain",
                        Bundle.pem(GOOD.root(), GOOD.leaf()).getBytes(UTF_8),
                        "openssl x509 -in " + path + " -out root.pem"),
                Arguments.of(
                        "with a key before it",
                        (Pem.privateKey(Keys.rsa("key")) + pem).getBytes(UTF_8),
                        "tail -n +"
                                + Pem.privateKey(Keys.rsa("key")).split("\n", -1).length + " " + path + begin
                                + " | openssl x509 -out root.pem"),
                Arguments.of(
                        "PKCS#7",
                        Bundle.pkcs7(GOOD.intermediate(), GOOD.root()),
                        "openssl pkcs7 -inform DER -print_certs -in " + path
                                + " | awk '/-BEGIN/{n++} n==2' | openssl x509 -out root.pem"),
                Arguments.of(
                        "PKCS#7 in PEM, after a certificate",
                        (GOOD.leaf().pem() + Pem.encode("PKCS7", Bundle.pkcs7(GOOD.root(), GOOD.intermediate())))
                                .getBytes(UTF_8),
                        "tail -n +" + rootsLine + " " + path + begin
                                + " | openssl pkcs7 -print_certs | awk '/-BEGIN/{n++} n==1' | openssl x509 -out root.pem"),
                Arguments.of(
                        "PKCS#7 under the label of a certificate",
                        Pem.encode("CERTIFICATE", Bundle.pkcs7(GOOD.root())).getBytes(UTF_8),
                        "openssl pkcs7 -print_certs -in " + path
                                + " | awk '/-BEGIN/{n++} n==1' | openssl x509 -out root.pem"),
                Arguments.of("UTF-16LE", Pem.utf16LittleEndian(pem), plain + " | openssl x509 -out root.pem"),
                Arguments.of("UTF-16BE", Pem.utf16BigEndian(pem), plain + " | openssl x509 -out root.pem"),
                Arguments.of("UTF-8 with BOM", Pem.utf8WithBom(pem), plain + " | openssl x509 -out root.pem"),
                Arguments.of(
                        "UTF-16 and a chain",
                        Pem.utf16LittleEndian(Bundle.pem(GOOD.leaf(), GOOD.root())),
                        plain + " | tail -n +" + rootsLine + begin + " | openssl x509 -out root.pem"),
                Arguments.of(
                        "two in DER",
                        concatenated(GOOD.leaf(), GOOD.root()),
                        "tail -c +" + (GOOD.leaf().der().length + 1) + " " + path
                                + " | openssl x509 -inform DER -out root.pem"));
    }

    private static byte[] concatenated(Cert... certs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Cert cert : certs) {
            bytes.writeBytes(cert.der());
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesThatHoldTheRootAndTheCommand")
    void theCommandExtractsTheCertificate(String name, byte[] content, String command) throws IOException {
        assertThat(needed(content).orElseThrow().command())
                .hasToString(command + " (run it in the directory that contains certs)");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesThatHoldTheRootAndTheCommand")
    void opensslExtractsTheSameCertificate(String name, byte[] content, String command) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "no openssl on this machine");
        Tree.in(directory.resolve("certs")).file(FILE, content);
        Process shell = new ProcessBuilder("bash", "-c", command)
                .directory(directory.toFile())
                .inheritIO()
                .start();
        assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(directory.resolve("root.pem")))
                .isEqualToNormalizingNewlines(GOOD.root().pem());
    }

    /** If a command is cut off inside a quotation, the shell waits for the end of it. */
    @Test
    void aCommandIsNeverShortened() throws IOException {
        String folder = ("a".repeat(200) + "/").repeat(6) + "cucm-pub.example.com/tomcat/";
        Tree certs = Tree.in(directory.resolve("certs"))
                .file(folder + "tomcat.csr", GOOD.csr())
                .file(folder + "chain.pem", Bundle.pem(GOOD.leaf(), GOOD.intermediate(), GOOD.root()));
        String path = "'certs/" + folder + "chain.pem'";
        String end = " | sed 's/.*-----BEGIN/-----BEGIN/' | openssl x509 -out ";
        Planned planned = Planned.in(certs);
        assertThat(planned.markdown()).contains(path + end);
        assertThat(Jsoup.parse(planned.page()).select("code").eachText()).anyMatch(code -> code.contains(path + end));
    }

    @Test
    void aFileWithOneCertificateNeedsNoCommand() throws IOException {
        assertThat(needed(GOOD.root().pem().getBytes(UTF_8))).isEmpty();
        assertThat(needed(GOOD.root().der())).isEmpty();
    }

    private Optional<Needed> needed(byte[] content) throws IOException {
        Path certs = directory.resolve("certs");
        Tree.in(certs).file(FILE, content);
        Inventory inventory = DirectoryScan.scan(certs, List.of(), List.of(), List.of(), Set.of());
        Certificate root = inventory
                .objects(Certificate.class)
                .filter(certificate -> certificate.sha256().equals(GOOD.root().sha256()))
                .findFirst()
                .orElseThrow();
        return new Conversion(inventory, "certs").of(root, "root.pem");
    }
}

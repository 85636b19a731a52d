package io.github.cucmcerts.plan;

import static io.github.cucmcerts.plan.Planned.PUB;
import static io.github.cucmcerts.plan.Planned.SUB;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.Bundle;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Pem;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.plan.Plan.Fact;
import io.github.cucmcerts.plan.Plan.Step;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadFilesTest {
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final Path OPENSSL = Path.of("/usr/bin/openssl");
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN CERTIFICATE-----\n[^-]*-----END CERTIFICATE-----\n");

    @TempDir
    private Path directory;

    /**
     * A form of the files from which the certificates come.
     *
     * @param file the content of a file with these certificates
     * @param isBundle whether one file has the whole chain
     * @param charset to read the text as openssl needs it; null if it is not text
     * @param openssl the command that shows the certificates of a file; empty if openssl shows only the first
     */
    record Form(String name, Function<Cert[], byte[]> file, boolean isBundle, Charset charset, List<String> openssl) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Form> forms() {
        List<String> text = List.of("storeutl", "-certs");
        List<String> pkcs7 = List.of("pkcs7", "-print_certs", "-in");
        return Stream.of(
                new Form("DER", some -> some[0].der(), false, null, text),
                new Form("two or more in DER", UploadFilesTest::concatenated, true, null, List.of()),
                new Form(
                        "PKCS#7", Bundle::pkcs7, true, null, List.of("pkcs7", "-inform", "DER", "-print_certs", "-in")),
                new Form(
                        "PKCS#7 in PEM",
                        some -> Pem.encode("PKCS7", Bundle.pkcs7(some)).getBytes(UTF_8),
                        true,
                        UTF_8,
                        pkcs7),
                new Form(
                        "PKCS#7 under the label of a certificate",
                        some -> Pem.encode("CERTIFICATE", Bundle.pkcs7(some)).getBytes(UTF_8),
                        true,
                        UTF_8,
                        pkcs7),
                new Form("a chain", some -> Bundle.pem(some).getBytes(UTF_8), true, UTF_8, text),
                new Form(
                        "a chain without line breaks between its certificates",
                        some -> Bundle.pem(some).replace("-\n-", "--").getBytes(UTF_8),
                        true,
                        UTF_8,
                        text),
                new Form(
                        "UTF-16LE",
                        some -> Pem.utf16LittleEndian(Bundle.pem(some)),
                        true,
                        StandardCharsets.UTF_16,
                        text),
                new Form(
                        "UTF-16BE", some -> Pem.utf16BigEndian(Bundle.pem(some)), false, StandardCharsets.UTF_16, text),
                new Form("UTF-8 with BOM", some -> Pem.utf8WithBom(Bundle.pem(some)), false, UTF_8, text),
                new Form("CRLF", some -> Pem.crlf(Bundle.pem(some)).getBytes(UTF_8), true, UTF_8, text),
                new Form("CR", some -> Pem.crOnly(Bundle.pem(some)).getBytes(UTF_8), true, UTF_8, text),
                new Form("indented", some -> Bundle.pem(some).indent(4).getBytes(UTF_8), true, UTF_8, text),
                new Form("TRUSTED CERTIFICATE", some -> some[0].trustedPem().getBytes(UTF_8), false, UTF_8, text));
    }

    private static byte[] concatenated(Cert... some) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Stream.of(some).map(Cert::der).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eachFileIsOneCertificateInPlainPem(Form form) throws Exception {
        List<UploadFile> files = Planned.in(tree(form)).plan().files();
        assertThat(files)
                .extracting(UploadFile::name)
                .containsExactly(
                        "10-cucm-pub-tomcat-trust-root.pem",
                        "11-cucm-pub-tomcat-trust-intermediate.pem",
                        "12-cucm-pub-tomcat.pem");
        assertThat(files)
                .extracting(file -> new String(file.bytes(), US_ASCII))
                .containsExactly(
                        GOOD.root().pem(),
                        GOOD.intermediate().pem(),
                        GOOD.leaf().pem());
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<Certificate> read = new ArrayList<>();
        for (UploadFile file : files) {
            read.addAll(factory.generateCertificates(new ByteArrayInputStream(file.bytes())));
        }
        assertThat(read)
                .containsExactly(
                        GOOD.root().x509(),
                        GOOD.intermediate().x509(),
                        GOOD.leaf().x509());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void opensslReadsTheCertificatesOfTheSource(Form form) throws Exception {
        assumeTrue(Files.isExecutable(OPENSSL), "no openssl on this machine");
        assumeTrue(!form.openssl().isEmpty(), "openssl reads only the first certificate of this form");
        Tree tree = tree(form);
        Set<String> sources = new TreeSet<>();
        for (String source : form.isBundle() ? List.of("chain") : List.of("leaf", "intermediate", "root")) {
            sources.addAll(blocks(openssl(form.openssl(), readable(form, path(source, tree)))));
        }
        Set<String> uploads = new TreeSet<>();
        for (UploadFile file : Planned.in(tree).plan().files()) {
            Path upload = Files.write(directory.resolve(file.name()), file.bytes());
            String read = openssl(List.of("x509", "-in"), upload);
            assertThat(upload).hasContent(read);
            uploads.add(read);
        }
        assertThat(uploads).isEqualTo(sources).hasSize(3);
    }

    private Tree tree(Form form) {
        Tree tree = Tree.in(directory.resolve("certs")).file(PUB + "/tomcat/tomcat.csr", GOOD.csr());
        if (form.isBundle()) {
            Cert[] chain = {GOOD.leaf(), GOOD.intermediate(), GOOD.root()};
            return tree.file(PUB + "/tomcat/chain.pem", form.file().apply(chain));
        }
        return tree.file(PUB + "/tomcat/leaf.pem", form.file().apply(new Cert[] {GOOD.leaf()}))
                .file(PUB + "/tomcat/intermediate.pem", form.file().apply(new Cert[] {GOOD.intermediate()}))
                .file(PUB + "/tomcat/root.pem", form.file().apply(new Cert[] {GOOD.root()}));
    }

    private static Path path(String name, Tree tree) {
        return tree.directory().resolve(PUB + "/tomcat/" + name + ".pem");
    }

    /** The file as openssl can read it: one byte a character, LF, and nothing before a line. */
    private Path readable(Form form, Path file) throws IOException {
        if (form.charset() == null) {
            return file;
        }
        String text = new String(Files.readAllBytes(file), form.charset())
                .replace("\uFEFF", "")
                .replace("----------", "-----\n-----")
                .replaceAll("\r\n?", "\n")
                .replaceAll("(?m)^ +", "");
        return Files.writeString(directory.resolve("readable.pem"), text);
    }

    private static String openssl(List<String> command, Path file) throws Exception {
        List<String> all = new ArrayList<>(List.of(OPENSSL.toString()));
        all.addAll(command);
        all.add(file.toString());
        Process process = new ProcessBuilder(all)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return output;
    }

    private static List<String> blocks(String text) {
        return BLOCK.matcher(text).results().map(MatchResult::group).toList();
    }

    @Test
    void theStepNamesTheFileAndItsSource() throws IOException {
        Tree tree = Tree.in(directory)
                .file(PUB + "/tomcat/tomcat.csr", GOOD.csr())
                .file(PUB + "/tomcat/tomcat.pem", GOOD.leaf())
                .file(PUB + "/tomcat/ca.p7b", Bundle.pkcs7(GOOD.root(), GOOD.intermediate()));
        List<Step> steps = uploads(Planned.in(tree).plan());
        assertThat(steps)
                .extracting(step -> fact("File", step))
                .containsExactly(
                        "10-cucm-pub-tomcat-trust-root.pem",
                        "11-cucm-pub-tomcat-trust-intermediate.pem",
                        "12-cucm-pub-tomcat.pem");
        assertThat(steps)
                .extracting(step -> fact("Made from", step))
                .containsExactly(
                        PUB + "/tomcat/ca.p7b, certificate 1 of 2",
                        PUB + "/tomcat/ca.p7b, certificate 2 of 2",
                        PUB + "/tomcat/tomcat.pem");
        assertThat(steps)
                .allSatisfy(step -> assertThat(step.file().orElseThrow().name())
                        .isEqualTo(fact("File", step))
                        .startsWith(step.number().orElseThrow() + "-"));
    }

    @Test
    void noStepNeedsACommand() throws IOException {
        Tree tree = Tree.in(directory)
                .file(PUB + "/tomcat/tomcat.csr", GOOD.csr())
                .file(PUB + "/tomcat/chain.p7b", Bundle.pkcs7(GOOD.leaf(), GOOD.intermediate(), GOOD.root()));
        Planned planned = Planned.in(tree);
        assertThat(planned.markdown()).doesNotContain("openssl").contains("`uploads/`");
        assertThat(planned.page()).doesNotContain("openssl").contains("<code>uploads/</code>");
    }

    @Test
    void aBlockedSetHasNoFileAndTheRunbookSaysWhy() throws IOException {
        Tree tree = Tree.in(directory)
                .set(PUB + "/tomcat", GOOD.leaf(with -> with.san("DNS:" + PUB, "DNS:www." + PUB)))
                .set(SUB + "/tomcat")
                .file(PUB + "/ipsec/ipsec.csr", Csr.of(PUB, with -> with.key(Keys.rsa("ipsec"))));
        Planned planned = Planned.in(tree);
        assertThat(planned.plan().files())
                .extracting(UploadFile::name)
                .noneMatch(name -> name.contains("cucm-pub-tomcat.pem"));
        assertThat(planned.markdown())
                .contains(
                        "## Do not upload\n\n`uploads/` has no files for these upload sets. The reasons are listed here. A blocked set that is not listed here has steps and files: this runbook itself solves its problem, with a deletion or a second change window.\n\n- `"
                                + PUB + "/tomcat`\n  - ")
                .contains("## Awaiting a certificate\n\n- `" + PUB + "/ipsec`\n");
        assertThat(planned.page()).contains("<code>uploads/</code> has no files for these upload sets.");
    }

    @Test
    void aCertificateThatTwoStoresNeedIsTwoFiles() throws IOException {
        Tree tree = Tree.in(directory)
                .set(PUB + "/tomcat", GOOD)
                .set(PUB + "/CallManager", GOOD.csr(Csr.of(PUB, with -> with.key(Keys.rsa("cm")))));
        assertThat(Planned.in(tree).plan().files())
                .filteredOn(
                        file -> file.certificate().sha256().equals(GOOD.root().sha256()))
                .extracting(file -> file.name().replaceFirst("^[0-9]+", "n"))
                .containsExactly("n-cucm-pub-tomcat-trust-root.pem", "n-cucm-pub-callmanager-trust-root.pem");
    }

    @Test
    void theNumbersHaveAsManyDigitsAsTheLast() throws IOException {
        Tree tree = Tree.in(directory).set(PUB + "/tomcat", GOOD);
        IntStream.range(0, 90)
                .forEach(node ->
                        tree.set("node" + node + ".example.com/tomcat", GoodSet.of("node" + node + ".example.com")));
        List<String> names =
                Planned.in(tree).plan().files().stream().map(UploadFile::name).toList();
        assertThat(names)
                .hasSize(93)
                .contains("010-cucm-pub-tomcat-trust-root.pem")
                .isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc",
                "--output=x",
                "-rf",
                ".hidden",
                "con",
                "nul",
                "com1.example.com",
                "a\u202egpj.exe",
                "tomcat.exe",
                "a b;rm -rf $HOME",
                "a\nb",
                "..",
                "…",
                "дом",
                "CUCM-PUB.EXAMPLE.COM",
                "xn--bcher-kva.example.com",
                "<img src=x>",
                "2001:db8::1",
                "10.1.2.3",
                "'\"`\\"
            })
    void aNodesNameNeverLeavesTheFolder(String node) throws IOException {
        Tree.in(directory).set(PUB + "/tomcat", GOOD);
        Plan plan = Planned.in(Tree.in(directory)).plan();
        var certificate = plan.files().get(0).certificate();
        var inventory = DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of());
        for (List<Words> others : List.of(List.<Words>of(), List.of(Words.code(node), Words.code("other/" + node)))) {
            String name = new UploadFiles(inventory, others, Language.ENGLISH)
                    .of(certificate, Words.code(node), "tomcat-trust-root")
                    .numbered(7, 2)
                    .name();
            assertSafe(name);
        }
    }

    private static void assertSafe(String name) {
        assertThat(name)
                .matches("07-[a-z0-9]+([.-]+[a-z0-9]+)*-tomcat-trust-root\\.pem")
                .doesNotContain("..")
                .hasSizeLessThan(100);
    }

    @Test
    void aHostileFolderOfANodeGivesASafeName() throws IOException {
        String folder = "--a.exe;$(x) 'q'\u202e" + "n".repeat(150);
        Tree tree = Tree.in(directory).set(folder + "/tomcat", GOOD);
        Planned planned = Planned.in(tree).cluster(Cluster.unknown());
        assertThat(planned.plan().files())
                .extracting(UploadFile::name)
                .allSatisfy(name ->
                        assertThat(name).matches("[0-9]{2}-[a-z0-9.-]+\\.pem").hasSizeLessThan(100));
    }

    @Test
    void nodesWithTheSameFirstLabelHaveTheirFullNames() throws IOException {
        String other = "cucm-pub.other.example";
        Tree tree = Tree.in(directory)
                .set(PUB + "/ipsec", GoodSet.ipsec(PUB))
                .set(other + "/ipsec", GoodSet.ipsec(other))
                .set(SUB + "/ipsec", GoodSet.ipsec(SUB));
        assertThat(Planned.in(tree).cluster(Cluster.unknown()).plan().files())
                .extracting(file -> file.name().replaceFirst("^[0-9]+-", ""))
                .contains("cucm-pub.example.com-ipsec.pem", "cucm-pub.other.example-ipsec.pem", "cucm-sub1-ipsec.pem");
    }

    @Test
    void aStoreOfSeveralNodesIsNamedAfterTheirNumber() throws IOException {
        String name = "imp-ms.example.com";
        Tree tree = Tree.in(directory)
                .set(
                        name + "/cup-xmpp",
                        GoodSet.of(name)
                                .csr(Csr.of(name, with -> with.san("DNS:" + name, "DNS:" + PUB, "DNS:" + SUB))));
        assertThat(Planned.in(tree).cluster(Cluster.unknown()).plan().files())
                .extracting(file -> file.name().replaceFirst("^[0-9]+-", ""))
                .containsExactly(
                        "2-nodes-cup-xmpp-trust-root.pem",
                        "2-nodes-cup-xmpp-trust-intermediate.pem",
                        "im-and-presence-publisher-cup-xmpp.pem");
    }

    private static List<Step> uploads(Plan plan) {
        return plan.parts().stream()
                .flatMap(part -> part.sections().stream())
                .flatMap(section -> section.steps().stream())
                .filter(step -> step.file().isPresent())
                .toList();
    }

    private static String fact(String label, Step step) {
        return step.facts().stream()
                .filter(fact -> fact.label().equals(label))
                .map(Fact::value)
                .map(Words::toString)
                .findFirst()
                .orElseThrow();
    }
}

package io.github.cucmcerts.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.cucmcerts.fixture.Bundle;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Pem;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.PrivateKey;
import io.github.cucmcerts.inventory.Remark;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.inventory.ScannedFile.Format;
import io.github.cucmcerts.inventory.Unreadable;
import io.github.cucmcerts.inventory.Unreadable.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryScanTest {
    private static final Cert ROOT = Cert.root("Test Root");
    private static final Cert ISSUING = ROOT.intermediate("Test Issuing");
    private static final Csr CSR = Csr.of("host.example.com");
    private static final int LARGE = 40 << 20;

    @TempDir
    private Path temporary;

    private Path directory;
    private Tree tree;

    @BeforeEach
    void anEmptyDirectory() throws IOException {
        directory = Files.createDirectory(temporary.resolve("certs"));
        tree = Tree.in(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CERTIFICATE", "X509 CERTIFICATE", "PKCS7", "CERTIFICATE REQUEST"})
    void theBytesDecideWhatABlockIs(String label) throws IOException {
        ScannedFile file = only("a.pem", Pem.encode(label, ROOT.der()));
        assertThat(file.format()).isEqualTo(Format.PEM);
        assertThat(contents(file)).containsExactly("CERTIFICATE Test Root");
        assertThat(((Certificate) file.objects().get(0)).encoded()).isEqualTo(ROOT.der());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST", "CERTIFICATE"})
    void csrs(String label) throws IOException {
        assertThat(contents(only("a.csr", Pem.encode(label, CSR.der())))).containsExactly("CSR host.example.com");
    }

    @Test
    void lineEndsAndCharacterSets() throws IOException {
        tree.file("bom.pem", Pem.utf8WithBom(ROOT.pem()))
                .file("cr.pem", Pem.crOnly(ROOT.pem()))
                .file("crlf.pem", Pem.crlf(ROOT.pem()))
                .file("trusted.pem", ROOT.trustedPem())
                .file("utf16be.pem", Pem.utf16BigEndian(ROOT.pem()))
                .file("utf16le.pem", Pem.utf16LittleEndian(Pem.crlf(ROOT.pem())));
        assertThat(scan().files()).hasSize(6).allSatisfy(file -> {
            assertThat(file.format()).isEqualTo(Format.PEM);
            assertThat(contents(file)).containsExactly("CERTIFICATE Test Root");
        });
        assertThat(scan().files())
                .flatExtracting(ScannedFile::remarks)
                .extracting(remark -> remark.kind() + " " + remark.detail())
                .containsExactly("ENCODING a byte order mark (BOM)", "ENCODING UTF-16", "ENCODING UTF-16");
    }

    @Test
    void severalBlocksWithTextBetween() throws IOException {
        String text = "subject=Test\n" + ROOT.pem() + "\nlikewise:\n" + CSR.pem() + "bye\n"
                + Pem.encode("X509 CRL", ROOT.crl(ISSUING)) + Pem.publicKey(Keys.info(CSR.key()));
        ScannedFile file = only("notes.txt", text);
        assertThat(contents(file))
                .containsExactly("CERTIFICATE Test Root", "CSR host.example.com", "CRL", "PUBLIC_KEY");
        assertThat(file.objects()).extracting(object -> object.origin().index()).containsExactly(0, 1, 2, 3);
        assertThat(file.objects().get(0).origin().line()).isEqualTo(2);
    }

    @Test
    void pkcs7() throws IOException {
        byte[] bundle = Bundle.pkcs7(ISSUING, ROOT);
        tree.file("a.p7b", bundle)
                .file("b.p7b", Pem.encode("PKCS7", bundle))
                .file("microsoft.cer", Pem.encode("CERTIFICATE", bundle));
        assertThat(scan().files()).hasSize(3).allSatisfy(file -> {
            assertThat(contents(file)).containsExactlyInAnyOrder("CERTIFICATE Test Issuing", "CERTIFICATE Test Root");
            assertThat(file.objects()).allMatch(object -> object.origin().bundled());
        });
        assertThat(scan().files()).extracting(ScannedFile::format).startsWith(Format.PKCS7);
    }

    @Test
    void der() throws IOException {
        tree.file("a.cer", ROOT.der()).file("b.csr", CSR.der()).file("c.noSuffix", ROOT.der());
        assertThat(scan().files()).extracting(ScannedFile::format).containsOnly(Format.DER);
        assertThat(scan().files())
                .flatExtracting(DirectoryScanTest::contents)
                .containsExactly("CERTIFICATE Test Root", "CSR host.example.com", "CERTIFICATE Test Root");
    }

    @Test
    void textAndBlocksAroundADamagedBlockCount() throws IOException {
        ScannedFile file = only("chain.pem", ISSUING.pem() + broken() + ROOT.pem());
        assertThat(contents(file)).containsExactly("CERTIFICATE Test Issuing", "UNREADABLE", "CERTIFICATE Test Root");
    }

    @Test
    void aBlockWithoutEnd() throws IOException {
        String open = ISSUING.pem().replace("-----END CERTIFICATE-----\n", "");
        tree.file("between.pem", open + ROOT.pem()).file("last.pem", ROOT.pem() + open);
        assertThat(contents(file("between.pem"))).containsExactly("UNREADABLE", "CERTIFICATE Test Root");
        assertThat(contents(file("last.pem"))).containsExactly("CERTIFICATE Test Root", "UNREADABLE");
        assertThat(scan().objects(Unreadable.class))
                .allMatch(part -> part.reason().toString().contains("no END line"));
    }

    @Test
    void anUndecodableFileIsAFindingIfItsNamePromisesACertificate() throws IOException {
        String bare = Base64.getMimeEncoder().encodeToString(ROOT.der());
        tree.file("bare.crt", bare)
                .file("broken.pem", broken())
                .file("cut.der", Arrays.copyOf(ROOT.der(), 200))
                .file("empty.pem", "")
                .file("garbage.cer", "not a certificate");
        assertThat(scan().files()).extracting(ScannedFile::format).containsOnly(Format.UNREADABLE);
        assertThat(reason("bare.crt")).startsWith("it is Base64 without BEGIN and END lines");
        assertThat(reason("broken.pem")).startsWith("its Base64 is damaged");
        assertThat(reason("empty.pem")).isEqualTo("the file is empty");
        assertThat(reason("garbage.cer")).isEqualTo("it is neither PEM nor DER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a certificate", "-----BEGIN CERTIFICATE-----\n???\n-----END CERTIFICATE-----\n"})
    void otherFilesAreIgnored(String text) throws IOException {
        assertThat(only("README.txt", text).format()).isEqualTo(Format.IGNORED);
        assertThat(scan().objects(NamedKey.class)).isEmpty();
    }

    @Test
    void privateKeys() throws IOException {
        tree.file("a.pem", Pem.privateKey(CSR.key()))
                .file("b.key", Pem.traditionalPrivateKey(CSR.key()))
                .file("c.txt", Pem.traditionalPrivateKey(Keys.ec("a")))
                .file("d.key", CSR.key().getPrivate().getEncoded())
                .file("e.pem", Pem.encryptedPrivateKey(CSR.key(), "secret"))
                .file("f.pem", ROOT.pem() + Pem.privateKey(CSR.key()));
        List<PrivateKey> keys = scan().objects(PrivateKey.class).toList();
        assertThat(keys)
                .extracting(PrivateKey::form)
                .containsExactly("PKCS#8", "PKCS#1", "SEC1", "PKCS#8", "encrypted PKCS#8", "PKCS#8");
        assertThat(keys).filteredOn(key -> key.publicKey().isEmpty()).hasSize(1);
        tree.file("z.csr", CSR.pem());
        assertThat(keys.get(0).publicKey())
                .contains(((NamedKey) file("z.csr").objects().get(0)).key());
    }

    @Test
    void anOpenSslEncryptedKeyIsAPrivateKey() throws IOException {
        String headers = "-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00112233445566778899AABBCCDDEEFF\n\n";
        String pem = Pem.encode("RSA PRIVATE KEY", new byte[608]).replaceFirst("-----\n", headers);
        assertThat(contents(only("a.key", pem))).containsExactly("PRIVATE_KEY");
    }

    @ParameterizedTest
    @CsvSource({"PKCS12, PKCS#12", "JKS, JKS", "JCEKS, JCEKS", "BKS, BKS"})
    void keystores(String type, String detail) throws IOException {
        byte[] store = Bundle.keystore(type, "changeit", ROOT.sign(CSR), ROOT);
        tree.file("a.store", store).file("b.pem", store);
        assertThat(scan().files()).hasSize(2).allSatisfy(file -> {
            assertThat(file.format()).isEqualTo(Format.KEYSTORE);
            assertThat(file.remarks()).containsExactly(new Remark(Remark.Kind.KEYSTORE, detail));
        });
    }

    @Test
    void archives() throws IOException {
        tree.file("a.zip", "PK\3\4 and so on").file("b.pem", "PK\3\4 and so on");
        assertThat(scan().files())
                .hasSize(2)
                .allSatisfy(file -> assertThat(file.remarks()).contains(new Remark(Remark.Kind.ARCHIVE, "zip")));
    }

    @Test
    @Timeout(60)
    void links() throws IOException {
        Tree.in(temporary).file("outside/root.pem", ROOT.pem());
        tree.file("inside/root.pem", ROOT.pem());
        tree.link("escaped", "../outside");
        tree.link("escaped.pem", "../outside/root.pem");
        tree.link("inside/loop", "..");
        tree.link("nothing.pem", "missing.pem");
        tree.link("same", "inside");
        tree.link("same.pem", "inside/root.pem");
        assertThat(scan().files())
                .filteredOn(file -> file.format() == Format.PEM)
                .extracting(ScannedFile::path)
                .containsExactly("inside/root.pem", "same.pem", "same/root.pem");
        assertThat(scan().files())
                .filteredOn(file -> file.remarks().stream().anyMatch(is -> is.kind() == Remark.Kind.LINK_ESCAPES))
                .extracting(ScannedFile::path)
                .containsExactly("escaped", "escaped.pem");
        assertThat(reason("nothing.pem")).isEqualTo("it is a link whose target does not exist");
    }

    @Test
    void globs() throws IOException {
        for (String path :
                List.of("a.pem", "archive/b.pem", "x/old/y/c.pem", "x/archive.pem", "x/d.cer", ".git/e.pem")) {
            tree.file(path, ROOT.pem());
        }
        List<String> usual = List.of("**/archive/**", "**/old/**");
        assertThat(paths(List.of(), usual)).containsExactly("a.pem", "x/archive.pem", "x/d.cer");
        assertThat(paths(List.of("**/*.pem"), usual)).containsExactly("a.pem", "x/archive.pem");
        assertThat(paths(List.of("x/**"), List.of())).containsExactly("x/archive.pem", "x/d.cer", "x/old/y/c.pem");
        assertThat(paths(List.of("*.cer"), List.of())).isEmpty();
        assertThat(DirectoryScan.scan(directory, List.of(), List.of("x/*"), List.of(), Set.of(directory.resolve("x")))
                        .files())
                .isEmpty();
    }

    @Test
    @Timeout(60)
    void aPipeIsNotOpened() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
        Process process = new ProcessBuilder(
                        "/usr/bin/mkfifo", directory.resolve("pipe.pem").toString())
                .start();
        assumeTrue(process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0);
        assertThat(reason("pipe.pem")).isEqualTo("it is not a regular file, so it was not opened");
    }

    @Test
    @Timeout(120)
    void aLargeTextIsReadToItsEnd() throws IOException {
        byte[] text = new byte[LARGE];
        Arrays.fill(text, (byte) 'x');
        byte[] block = ("\n" + ROOT.pem()).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(block, 0, text, LARGE - block.length, block.length);
        tree.file("log.txt", text);
        assertThat(contents(file("log.txt"))).containsExactly("CERTIFICATE Test Root");
    }

    @Test
    void aLargeBinaryIsListedAndNotRead() throws IOException {
        byte[] binary = new byte[LARGE];
        Arrays.fill(binary, (byte) 7);
        tree.file("image.iso", binary);
        assertThat(file("image.iso").format()).isEqualTo(Format.IGNORED);
        assertThat(file("image.iso").remarks()).extracting(Remark::kind).containsExactly(Remark.Kind.NOT_READ);
    }

    @Test
    void givenFilesAndDirectoriesAreReadOnce() throws IOException {
        tree.file("a/1.pem", ROOT.pem()).file("a/b/2.pem", ROOT.pem()).file("a/b/3.csr", CSR.pem());
        tree.file("old/4.pem", ROOT.pem()).file("5.pem", ROOT.pem());
        Path file = directory.resolve("a/b/2.pem");
        Path again = directory.resolve("a/../a/b/2.pem");
        assertThat(given(file, again, directory.resolve("a"), directory.resolve("a/b"), directory.resolve("old")))
                .containsExactly("a/1.pem", "a/b/2.pem", "a/b/3.csr", "old/4.pem");
        assertThat(given(directory)).containsExactly("5.pem", "a/1.pem", "a/b/2.pem", "a/b/3.csr", "old/4.pem");
    }

    @Test
    void aGivenLinkKeepsItsOwnName() throws IOException {
        Tree.in(temporary).file("outside/root.pem", ROOT.pem());
        tree.link("link.pem", "../outside/root.pem");
        assertThat(given(directory.resolve("link.pem"))).containsExactly("link.pem");
    }

    @Test
    void aFileElsewhereKeepsItsAbsolutePath() throws IOException {
        Tree.in(temporary).file("outside/root.pem", ROOT.pem());
        Path outside = temporary.resolve("outside").toRealPath();
        assertThat(given(outside))
                .containsExactly(outside.resolve("root.pem").toString().replace('\\', '/'));
    }

    @Test
    void aCaDirectoryCanBeOrContainTheDirectory() throws IOException {
        tree.file("site-a/tomcat.csr", CSR).file("site-b/root.pem", ROOT).file("root.pem", ROOT);
        Path site = directory.resolve("site-a");
        assertThat(withCas(directory, directory)).containsExactly("root.pem", "site-a/tomcat.csr", "site-b/root.pem");
        assertThat(withCas(site, directory)).containsExactly("../root.pem", "../site-b/root.pem", "tomcat.csr");
        assertThat(withCas(site, directory, site, directory.resolve("site-b")))
                .containsExactly("../root.pem", "../site-b/root.pem", "tomcat.csr");
        assertThat(withCas(directory, site)).containsExactly("root.pem", "site-a/tomcat.csr", "site-b/root.pem");
    }

    private static List<String> withCas(Path directory, Path... caDirectories) throws IOException {
        return DirectoryScan.scan(directory, List.of(caDirectories), List.of(), List.of(), Set.of()).files().stream()
                .map(ScannedFile::path)
                .toList();
    }

    private List<String> given(Path... paths) throws IOException {
        return DirectoryScan.read(directory, List.of(paths)).files().stream()
                .map(ScannedFile::path)
                .toList();
    }

    private static String broken() {
        return "-----BEGIN CERTIFICATE-----\nMIIB?!\n-----END CERTIFICATE-----\n";
    }

    private Inventory scan() throws IOException {
        return DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of());
    }

    private List<String> paths(List<String> includes, List<String> excludes) throws IOException {
        return DirectoryScan.scan(directory, List.of(), includes, excludes, Set.of()).files().stream()
                .map(ScannedFile::path)
                .toList();
    }

    private ScannedFile only(String path, String text) throws IOException {
        tree.file(path, text);
        return file(path);
    }

    private ScannedFile file(String path) throws IOException {
        return scan().files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private String reason(String path) throws IOException {
        return ((Unreadable) file(path).objects().get(0)).reason().toString();
    }

    private static List<String> contents(ScannedFile file) {
        return file.objects().stream()
                .map(object -> object instanceof NamedKey named
                        ? named.kind() + " " + named.subject().commonName().orElseThrow()
                        : object.kind())
                .toList();
    }

    @Test
    void proseAboutABlockIsNotABlock() throws IOException {
        String prose = "Copy all from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE----- please.\n";
        assertThat(contents(only("a.pem", prose + ROOT.pem()))).containsExactly("CERTIFICATE Test Root");
        assertThat(contents(only("a.pem", "up to -----END CERTIFICATE-----\n" + ROOT.pem())))
                .containsExactly("CERTIFICATE Test Root");
        assertThat(contents(only("a.pem", ROOT.pem().strip() + ROOT.pem()))).hasSize(2);
        assertThat(only("a.pem", prose).format()).isEqualTo(Format.UNREADABLE);
    }

    @Test
    void globsInBraces() throws IOException {
        tree.file("a/x/y/1.pem", ROOT.pem())
                .file("a/2.pem", ROOT.pem())
                .file("b/3.csr", CSR.pem())
                .file("c/4.pem", "");
        assertThat(DirectoryScan.scan(directory, List.of(), List.of("{a/**/*.pem,b/*.csr}"), List.of(), Set.of())
                        .files())
                .extracting(ScannedFile::path)
                .containsExactly("a/2.pem", "a/x/y/1.pem", "b/3.csr");
    }

    @Test
    void appleDoubleFilesAreIgnored() throws IOException {
        byte[] appleDouble = {0, 5, 0x16, 7, 0, 2, 0, 0, 'M', 'a', 'c', ' ', 'O', 'S', ' ', 'X'};
        tree.file("a/._1.pem", appleDouble)
                .file("a/._2.pem", ROOT.pem())
                .file("a/._3.pem", "damaged")
                .file("a/4.pem", appleDouble);
        assertThat(scan().files())
                .extracting(ScannedFile::path, ScannedFile::format)
                .containsExactly(
                        tuple("a/._1.pem", Format.IGNORED),
                        tuple("a/._2.pem", Format.PEM),
                        tuple("a/._3.pem", Format.UNREADABLE),
                        tuple("a/4.pem", Format.UNREADABLE));
        assertThat(scan().files().get(0).remarks())
                .extracting(remark -> remark.detail().toString())
                .containsExactly("it contains what macOS stores about another file (AppleDouble)");
    }

    @Test
    void aFileOnAnotherDriveKeepsItsAbsolutePath() throws IOException {
        Configuration drives =
                Configuration.windows().toBuilder().setRoots("C:\\", "D:\\").build();
        try (FileSystem windows = Jimfs.newFileSystem(drives)) {
            Path certs = windows.getPath("C:\\certs");
            Path near = windows.getPath("C:\\ca");
            Path far = windows.getPath("D:\\ca");
            Tree.in(certs).file("tomcat/tomcat.csr", CSR);
            Tree.in(near).file("root.pem", ROOT);
            Tree.in(far).file("own/root.pem", ROOT);
            assertThat(DirectoryScan.scan(certs, List.of(near, far), List.of(), List.of(), Set.of())
                            .files())
                    .extracting(ScannedFile::path)
                    .containsExactly("../ca/root.pem", "D:/ca/own/root.pem", "tomcat/tomcat.csr");
            assertThat(DirectoryScan.relative(certs, far)).isEqualTo("D:/ca");
            assertThat(DirectoryScan.relative(certs, certs)).isEmpty();
        }
    }

    @Test
    void whatCountsAsEmpty() throws IOException {
        tree.file("README.md", "-----BEGIN CERTIFICATE-----\nMII...\n-----END CERTIFICATE-----\n")
                .file("revoked.crl", ROOT.crl(ISSUING))
                .file("key.pub", Pem.publicKey(Keys.info(CSR.key())));
        assertThat(scan().isEmpty()).isTrue();
        tree.file("broken.pem", "-----BEGIN CERTIFICATE-----\nMII...\n-----END CERTIFICATE-----\n");
        assertThat(scan().isEmpty()).isFalse();
    }

    @Test
    void aFolderThatCannotBeOpenedIsReported() throws IOException {
        tree.file("closed/a.pem", ROOT.pem()).file("open/b.pem", ROOT.pem());
        Path closed = directory.resolve("closed");
        Files.setPosixFilePermissions(closed, Set.of());
        assumeFalse(Files.isReadable(closed), "root opens every folder");
        try {
            assertThat(scan().files()).extracting(ScannedFile::path).containsExactly("closed", "open/b.pem");
            assertThat(scan().files().get(0).format()).isEqualTo(Format.UNREADABLE);
            assertThat(problem(scan().files().get(0))).isEqualTo(Problem.CLOSED_FOLDER);
            assertThat(paths(List.of(), List.of("**/closed/**"))).containsExactly("open/b.pem");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Then the system does not say what the files in it are. */
    @Test
    void aFolderThatCanBeListedButNotEnteredIsClosed() throws IOException {
        tree.file("closed/a.pem", ROOT.pem()).file("closed/notes", ROOT.pem());
        Path closed = directory.resolve("closed");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r--------"));
        assumeFalse(Files.exists(closed.resolve("a.pem")), "root enters every folder");
        try {
            assertThat(scan().files())
                    .extracting(ScannedFile::path, DirectoryScanTest::problem)
                    .containsExactly(
                            tuple("closed/a.pem", Problem.CLOSED_FILE), tuple("closed/notes", Problem.CLOSED_FILE));
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aFileWithoutReadPermissionIsClosed() throws IOException {
        tree.file("a.pem", ROOT.pem());
        Path closed = directory.resolve("a.pem");
        Files.setPosixFilePermissions(closed, Set.of());
        assumeFalse(Files.isReadable(closed), "root opens every file");
        assertThat(problem(scan().files().get(0))).isEqualTo(Problem.CLOSED_FILE);
    }

    private static Problem problem(ScannedFile file) {
        return ((Unreadable) file.objects().get(0)).problem();
    }
}

package io.github.cucmcerts.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.cucmcerts.fixture.Bundle;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Pem;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.Remark;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.inventory.ScannedFile.Format;
import io.github.cucmcerts.inventory.Unreadable;
import io.github.cucmcerts.inventory.Unreadable.Problem;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Signatures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each hostile file is next to a good one, which must be read as if the other did not exist. */
@Timeout(120)
class HostileFilesTest {
    private static final Cert ROOT = Cert.root("Test Root");
    private static final Cert ISSUING = ROOT.intermediate("Test Issuing");
    private static final String DAMAGED =
            "it cannot be decoded: it is cut off or damaged, or it violates the encoding rules (DER)";
    private static final String BROKEN_INSIDE =
            "it cannot be decoded: it is complete, but violates the encoding rules (DER)";
    private static final String NOTHING_KNOWN = "it cannot be decoded (not a certificate, CSR, or PKCS#7)";
    private static final int LARGE = 100 << 20;
    private static final int LIMIT = 16 << 20;

    @TempDir
    private Path temporary;

    private Path directory;
    private Tree tree;

    @BeforeEach
    void aGoodFile() throws IOException {
        directory = Files.createDirectory(temporary.resolve("certs"));
        tree = Tree.in(directory).file("good.pem", ROOT);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 100, 10_000, 1_000_000})
    void deepNesting(int depth) throws IOException {
        assertThat(reason(nested(depth))).isEqualTo(NOTHING_KNOWN);
    }

    @Test
    void deepNestingInACertificate() throws IOException {
        for (int depth : List.of(20, 100, 10_000, 1_000_000)) {
            assertThat(only(withKeyParameters(nested(depth))).objects())
                    .singleElement()
                    .isInstanceOf(depth < 64 ? Certificate.class : Unreadable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x30, 0x31, 0x24, 0x23, 0xa0})
    void endlessNesting(int tag) throws IOException {
        byte[] endless = new byte[LIMIT];
        for (int i = 0; i < LIMIT; i += 2) {
            endless[i] = (byte) tag;
            endless[i + 1] = (byte) 0x80;
        }
        endless[0] = 0x30;
        assertThat(reason(endless)).isEqualTo(DAMAGED);
    }

    @Test
    void indefiniteLengthsAreReadLikeOthers() throws IOException {
        byte[] indefinite = indefinite(ROOT.der());
        assertThat(indefinite[1]).isEqualTo((byte) 0x80);
        ScannedFile file = only(indefinite);
        assertThat(file.objects())
                .singleElement()
                .isInstanceOfSatisfying(
                        Certificate.class,
                        root -> assertThat(new Signatures().signed(root.key(), root))
                                .isTrue());
        assertThat(file.format()).isEqualTo(Format.DER);
    }

    @Test
    void indefiniteLengthsWithoutEnd() throws IOException {
        assertThat(reason(Arrays.copyOf(indefinite(ROOT.der()), 300))).isEqualTo(DAMAGED);
    }

    @Test
    void lengthsThatClaimGigabytes() throws IOException {
        assertThat(reason(bytes(0x30, 0x84, 0x7f, 0xff, 0xff, 0xff, 2, 1, 1))).isEqualTo(DAMAGED);
        assertThat(reason(bytes(0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 2, 1, 1))).isEqualTo(DAMAGED);
        assertThat(reason(bytes(0x30, 8, 4, 0x84, 0x7f, 0xff, 0xff, 0xff, 2, 1)))
                .isEqualTo(BROKEN_INSIDE);
        assertThat(reason(bytes(0x30, 8, 4, 0x88, 0x7f, 0xff, 0xff, 0xff, 2, 1)))
                .isEqualTo(BROKEN_INSIDE);
        assertThat(reason(bytes(0x30, 0x88, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1)))
                .isEqualTo("it is neither PEM nor DER");
    }

    @Test
    void millionsOfSmallObjects() throws IOException {
        ByteBuffer numbers = ByteBuffer.allocate(LIMIT - 1);
        numbers.put(bytes(0x30, 0x83, 0xff, 0xff, 0xf9));
        while (numbers.remaining() >= 3) {
            numbers.put(bytes(2, 1, 1));
        }
        assertThat(reason(numbers.array())).isEqualTo(NOTHING_KNOWN);
        byte[] empty = new byte[LIMIT];
        for (int i = 0; i < LIMIT; i += 4) {
            empty[i] = 0x30;
            empty[i + 1] = (byte) 0x82;
        }
        assertThat(reason(empty)).isEqualTo(NOTHING_KNOWN);
    }

    @Test
    void aBinaryOf100Megabytes() throws IOException {
        Path file = directory.resolve("hostile.der");
        for (byte[] beginning : List.of(ROOT.der(), bytes(0x30, 0x84, 6, 0x40, 0, 0), bytes(1, 2, 3))) {
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.write(beginning);
                sparse.setLength(LARGE);
            }
            assertThat(((Unreadable) hostile("hostile.der").objects().get(0))
                            .reason()
                            .toString())
                    .isIn(
                            "it is larger than 16 MiB",
                            "it is a large binary file of unknown format, so it was not read");
        }
    }

    @Test
    void aTextOf100MegabytesIsReadToItsEnd() throws IOException {
        Path file = directory.resolve("hostile.pem");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(ISSUING.pem().getBytes(StandardCharsets.US_ASCII));
            sparse.setLength(LARGE);
            sparse.seek(LARGE);
            sparse.write(("\n" + ROOT.pem()).getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(hostile("hostile.pem").objects()).hasSize(2).last().isEqualTo(good());
    }

    @Test
    void onlyTheBeginningOfAHugeTextIsRead() throws IOException {
        for (String name : List.of("hostile.pem", "hostile.log", "empty.pem", "empty.log")) {
            try (RandomAccessFile sparse =
                    new RandomAccessFile(directory.resolve(name).toFile(), "rw")) {
                sparse.write(
                        (name.startsWith("hostile") ? ISSUING.pem() : "text\n").getBytes(StandardCharsets.US_ASCII));
                sparse.setLength(50L << 30);
            }
        }
        Map<String, ScannedFile> files =
                scan().files().stream().collect(Collectors.toMap(ScannedFile::path, file -> file));
        for (String name : List.of("hostile.pem", "hostile.log")) {
            assertThat(files.get(name).format()).isEqualTo(Format.UNREADABLE);
            List<FileObject> objects = files.get(name).objects();
            assertThat(objects).hasSize(2).first().isInstanceOf(Certificate.class);
            assertThat(objects.get(1))
                    .hasToString(new Unreadable(
                                    new Origin(name, 1, ISSUING.pem().split("\n", -1).length, 0, false),
                                    Message.value(
                                            "only the first 128 MiB of its 51200 MiB were read: put the certificates into a file"
                                                    + " without the rest"))
                            .toString());
        }
        assertThat(files.get("empty.pem").format()).isEqualTo(Format.UNREADABLE);
        assertThat(files.get("empty.log").format()).isEqualTo(Format.IGNORED);
        assertThat(files.get("empty.log").objects()).singleElement().isInstanceOf(Unreadable.class);
        assertThat(files.get("good.pem").objects()).containsExactly(good());
    }

    @Test
    void aBlockOf100Megabytes() throws IOException {
        StringBuilder text = new StringBuilder("-----BEGIN CERTIFICATE-----\n");
        while (text.length() < LARGE) {
            text.append("MIIB".repeat(1 << 16)).append('\n');
        }
        text.append("-----END CERTIFICATE-----\n").append(ROOT.pem());
        tree.file("hostile.pem", text.toString());
        List<FileObject> objects = hostile("hostile.pem").objects();
        assertThat(((Unreadable) objects.get(0)).reason().toString()).isEqualTo("the block is larger than 8 MiB");
        assertThat(objects.get(1)).isEqualTo(good());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\n",
                "-----END CERTIFICATE-----\n",
                "-----BEGIN \n"
            })
    void aMillionBlocks(String block) throws IOException {
        tree.file("hostile.pem", block.repeat(1_000_000));
        ScannedFile file = hostile("hostile.pem");
        assertThat(file.format()).isEqualTo(Format.UNREADABLE);
        assertThat(file.objects()).hasSize(10_001);
        assertThat(((Unreadable) file.objects().get(10_000)).reason().toString())
                .isEqualTo(
                        "it has more than 10000 blocks, or more than 64 MiB of blocks, so the rest of the file was not read");
    }

    @Test
    void unreadPartsOfAMillionBlocksAreReportedForAnyFileName() throws IOException {
        tree.file("notes.txt", ROOT.pem().repeat(10_001));
        assertThat(hostile("notes.txt").format()).isEqualTo(Format.UNREADABLE);
        assertThat(hostile("notes.txt").objects()).hasSize(10_001).last().isInstanceOf(Unreadable.class);
    }

    @Test
    void aHundredMegabytesOfBlocks() throws IOException {
        String block = Pem.encode("CERTIFICATE", new byte[5 << 20]);
        tree.file("hostile.pem", ROOT.pem() + block.repeat(15));
        List<FileObject> objects = hostile("hostile.pem").objects();
        assertThat(objects).hasSizeLessThan(15).startsWith(good());
        assertThat(((Unreadable) objects.get(objects.size() - 1)).reason().toString())
                .endsWith(", so the rest of the file was not read");
    }

    @Test
    void pkcs7InPkcs7() throws IOException {
        byte[] inner = Bundle.pkcs7(ROOT);
        byte[] outer = new ContentInfo(CMSObjectIdentifiers.data, new DEROctetString(inner)).getEncoded();
        assertThat(reason(outer))
                .isEqualTo("it cannot be decoded (its PKCS#7 type is not signedData, so it contains no certificates)");
        ASN1Sequence content = ASN1Sequence.getInstance(inner);
        ContentInfo twice = new ContentInfo(CMSObjectIdentifiers.signedData, ASN1Sequence.getInstance(content));
        assertThat(reason(twice.getEncoded())).isEqualTo(BROKEN_INSIDE);
    }

    @Test
    void aThousandLinksInARing() throws IOException {
        for (int i = 0; i < 30; i++) {
            tree.file("folder-" + i + "/a.txt", "");
        }
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < 30; j++) {
                tree.link("folder-" + i + "/link-" + j, "../folder-" + j);
            }
        }
        tree.link("itself", "itself").link("one", "other").link("other", "one");
        tree.link("hostile.pem", "hostile.pem");
        Inventory inventory = scan();
        assertThat(inventory.objects(Unreadable.class))
                .extracting(part -> part.reason().toString())
                .containsExactlyInAnyOrder(
                        "there are too many linked folders to follow", "it is a link whose target does not exist");
        assertThat(inventory.objects(Certificate.class)).containsExactly(good());
    }

    @Test
    void devicesAreNotOpened() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/zero")));
        tree.link("zero.pem", "/dev/zero").link("devices", "/dev");
        assertThat(scan().files())
                .filteredOn(file -> file.remarks().stream().anyMatch(is -> is.kind() == Remark.Kind.LINK_ESCAPES))
                .extracting(ScannedFile::path)
                .containsExactly("devices", "zero.pem");
        for (String device : List.of("/dev/zero", directory + "/zero.pem")) {
            List<ScannedFile> files =
                    DirectoryScan.read(directory, List.of(Path.of(device))).files();
            assertThat(files)
                    .singleElement()
                    .satisfies(file ->
                            assertThat(file.toString()).contains("it is not a regular file, so it was not opened"));
        }
    }

    /** The system accepts no path with more than 4,096 bytes, but folders can be moved into deeper ones. */
    @Test
    void foldersDeeperThanAnyPath() throws IOException {
        Path deep = deep("deep");
        Path deeper = deep("deeper");
        Files.writeString(deeper.resolve("tomcat.pem"), ROOT.pem());
        Path moved = deep.resolve("deeper");
        Files.move(directory.resolve("deeper"), moved);
        try {
            assumeTrue(Files.exists(moved.resolve("f".repeat(200))));
            Inventory inventory = scan();
            assertThat(inventory.objects(Certificate.class)).containsExactly(good());
            assertThat(inventory.objects(Unreadable.class)).singleElement().satisfies(folder -> {
                assertThat(folder.origin().file()).startsWith("deep/fff").endsWith("fff");
                assertThat(folder.reason().toString())
                        .isEqualTo(
                                "its path is too long for the operating system, so neither it nor its content was read:"
                                        + " move it further up, or give the folders above it shorter names");
            });
            assertThat(inventory.files())
                    .filteredOn(file -> file.path().startsWith("deep"))
                    .extracting(ScannedFile::format)
                    .containsExactly(Format.UNREADABLE);
            assertThat(DirectoryScan.scan(directory, List.of(), List.of(), List.of("deep/**"), Set.of())
                            .objects(Unreadable.class))
                    .isEmpty();
        } finally {
            Files.move(moved, directory.resolve("deeper")); // otherwise nobody can delete it
        }
    }

    @Test
    void moreNestedFoldersThanTheStackAllows() throws IOException {
        try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
            Path certs = memory.getPath("/certs");
            Tree.in(certs)
                    .file("a/".repeat(500) + "good.pem", ROOT)
                    .file("a/".repeat(1_900) + "tomcat.pem", ISSUING)
                    .file("b/good.pem", ROOT);
            Inventory inventory = DirectoryScan.scan(certs, List.of(), List.of(), List.of(), Set.of());
            assertThat(inventory.files())
                    .extracting(ScannedFile::path)
                    .containsExactly("a/".repeat(500) + "a", "a/".repeat(500) + "good.pem", "b/good.pem");
            assertThat(inventory.objects(Unreadable.class))
                    .extracting(part -> part.reason().toString())
                    .containsExactly(
                            "it is more than 500 folders deep, so its content was not read: move it" + " further up");
            List<String> excludes = List.of("a/".repeat(501) + "**");
            assertThat(DirectoryScan.scan(certs, List.of(), List.of(), excludes, Set.of())
                            .objects(Unreadable.class))
                    .isEmpty();
        }
    }

    private Path deep(String name) throws IOException {
        Path folder = directory.resolve(name);
        for (int i = 0; i < 12; i++) {
            folder = folder.resolve("f".repeat(200));
        }
        return Files.createDirectories(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC PARAMETERS", "DSA PARAMETERS", "DH PARAMETERS", "X9.42 DH PARAMETERS"})
    void keyParametersAreHarmless(String label) throws IOException {
        String parameters = Pem.encode(label, SECObjectIdentifiers.secp256r1.getEncoded());
        tree.file("hostile.pem", parameters);
        ScannedFile file = hostile("hostile.pem");
        assertThat(file.format()).isEqualTo(Format.PEM);
        assertThat(file.objects()).isEmpty();
        assertThat(file.remarks()).isEmpty();
        tree.file("hostile.pem", parameters.replace("-----END", "-----"));
        assertThat(hostile("hostile.pem").format()).isEqualTo(Format.UNREADABLE);
    }

    /** Also as root, who needs no permission. */
    @Test
    void aFileThatCannotBeOpenedOrRead() throws IOException {
        Path gone = directory.resolve("gone.pem");
        assertThat(((Unreadable) FileDecoder.decode(gone, "gone.pem", false, new Pool())
                                .objects()
                                .get(0))
                        .reason()
                        .toString())
                .isEqualTo("it cannot be opened (NoSuchFileException)");
        Path memory = Path.of("/proc/self/mem");
        assumeTrue(Files.isReadable(memory), "a file of Linux that can be opened, but not read from its beginning");
        assertThat(((Unreadable) FileDecoder.decode(memory, "memory.pem", false, new Pool())
                                .objects()
                                .get(0))
                        .reason()
                        .toString())
                .isEqualTo("it cannot be opened (IOException)");
    }

    @Test
    void aFileWithoutReadPermissionIsNotDamaged() {
        AccessDeniedException denied = new AccessDeniedException("closed");
        assertThat(FileDecoder.notOpened("a.pem", false, denied, false).objects())
                .hasToString(List.of(new Unreadable(
                                Origin.whole("a.pem"),
                                Message.value("the user who runs Maven does not have permission to read it"),
                                Problem.CLOSED_FILE))
                        .toString());
        assertThat(FileDecoder.notOpened("closed", false, denied, true).objects())
                .hasToString(List.of(new Unreadable(
                                Origin.whole("closed"),
                                Message.value(
                                        "the user who runs Maven does not have permission to read it, so its content was not read"),
                                Problem.CLOSED_FOLDER))
                        .toString());
    }

    @Test
    void namesThatAreNotText() throws Exception {
        shell("printf x > \"$(printf 'line\\nend.pem')\"; printf x > \"$(printf 'byte\\376.pem')\";"
                + " printf x > \"$(printf 'byte\\377.pem')\"; mkdir \"$(printf 'folder\\377')\";"
                + " cp good.pem \"$(printf 'folder\\377')/\"; printf x > byte%FF.pem");
        assertThat(scan().files())
                .extracting(ScannedFile::path)
                .containsExactly(
                        "byte%FF.pem",
                        "good.pem",
                        "line\nend.pem",
                        "\ufffdbyte%FE.pem",
                        "\ufffdbyte%FF.pem",
                        "\ufffdfolder%FF/good.pem");
        assertThat(scan().objects(Unreadable.class)).hasSize(4);
        assertThat(scan().objects(Certificate.class)).containsExactly(good(), good());
    }

    private void shell(String script) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        Process process = new ProcessBuilder("/bin/sh", "-c", script)
                .directory(directory.toFile())
                .start();
        assumeTrue(process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** A SEQUENCE in a SEQUENCE and so on, with a NULL in the middle. */
    private static byte[] nested(int depth) {
        ByteBuffer backwards = ByteBuffer.allocate(6 * depth + 2);
        int at = backwards.capacity() - 2;
        backwards.put(at, (byte) 5);
        for (int i = 0; i < depth; i++) {
            int length = backwards.capacity() - at;
            at -= 6;
            backwards.put(at, (byte) 0x30).put(at + 1, (byte) 0x84).putInt(at + 2, length);
        }
        return backwards.array();
    }

    /** A certificate with these bytes instead of its key algorithm's parameters. */
    private static byte[] withKeyParameters(byte[] parameters) throws IOException {
        TBSCertificate tbs = ISSUING.holder().toASN1Structure().getTBSCertificate();
        ASN1Primitive key = tbs.getSubjectPublicKeyInfo().toASN1Primitive();
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        for (ASN1Encodable field : ASN1Sequence.getInstance(tbs)) {
            fields.writeBytes(
                    field.toASN1Primitive().equals(key)
                            ? sequence(
                                    sequence(PKCSObjectIdentifiers.rsaEncryption.getEncoded(), parameters),
                                    new DERBitString(new byte[9]).getEncoded())
                            : field.toASN1Primitive().getEncoded());
        }
        var algorithm = ISSUING.holder().getSignatureAlgorithm();
        return sequence(
                sequence(fields.toByteArray()), algorithm.getEncoded(), new DERBitString(new byte[9]).getEncoded());
    }

    private static byte[] sequence(byte[]... parts) {
        int length = Stream.of(parts).mapToInt(part -> part.length).sum();
        ByteBuffer sequence =
                ByteBuffer.allocate(6 + length).put(bytes(0x30, 0x84)).putInt(length);
        Stream.of(parts).forEach(sequence::put);
        return sequence.array();
    }

    /** A SEQUENCE with an indefinite length instead of its own. */
    private static byte[] indefinite(byte[] der) {
        int header = 2 + (der[1] & 0x7f);
        ByteBuffer ber = ByteBuffer.allocate(2 + der.length - header + 2);
        return ber.put(bytes(0x30, 0x80)).put(der, header, der.length - header).array();
    }

    private ScannedFile only(byte[] content) throws IOException {
        tree.file("hostile.der", content);
        return hostile("hostile.der");
    }

    private String reason(byte[] content) throws IOException {
        ScannedFile file = only(content);
        assertThat(file.format()).isEqualTo(Format.UNREADABLE);
        return ((Unreadable) file.objects().get(0)).reason().toString();
    }

    private ScannedFile hostile(String path) throws IOException {
        List<ScannedFile> files = scan().files();
        assertThat(files)
                .filteredOn(file -> file.path().equals("good.pem"))
                .singleElement()
                .satisfies(file -> assertThat(file.objects()).containsExactly(good()));
        return files.stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private Certificate good() throws IOException {
        return CertificateDecoder.decode(
                ROOT.holder().toASN1Structure().toASN1Primitive(), Origin.whole("good.pem"), new Pool());
    }

    private Inventory scan() throws IOException {
        return DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of());
    }

    /** A closed file system throws an exception that no file reader expects. */
    @Test
    void aDefectDuringReadingIsAFindingOnThatFile(@TempDir Path folder) throws IOException {
        Path file;
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
            file = zip.getPath("tomcat.pem");
        }
        ScannedFile scanned = FileDecoder.decode(file, "tomcat.pem", false, new Pool());
        assertThat(scanned.format()).isEqualTo(Format.UNREADABLE);
        assertThat(scanned.objects())
                .singleElement()
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.reason().toString())
                                .contains("ClosedFileSystemException", "defect of the plugin"));
    }
}

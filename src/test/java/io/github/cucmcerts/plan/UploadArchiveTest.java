package io.github.cucmcerts.plan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.text.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class UploadArchiveTest {
    private static final Path SHA256SUM = Path.of("/usr/bin/sha256sum");

    @TempDir
    private Path directory;

    private Tree tree;

    @BeforeEach
    void plant() {
        tree = Tree.in(directory.resolve("certs")).set(Planned.PUB + "/tomcat");
    }

    @Test
    void hasEachFileAndTheirDigests() throws IOException {
        List<UploadFile> files = Planned.in(tree).plan().files();
        Map<String, String> expected = new LinkedHashMap<>();
        files.forEach(file -> expected.put(file.name(), new String(file.bytes(), US_ASCII)));
        expected.put("SHA256SUMS", Sha256.lines(UploadFile.contents(files)));
        assertThat(entries(zip(files))).containsExactlyEntriesOf(expected).hasSize(4);
    }

    @Test
    @ResourceLock(Resources.TIME_ZONE)
    void theSameFilesGiveTheSameBytesInEveryTimeZone() throws IOException {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            byte[] one = zip(Planned.in(tree).plan().files());
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            byte[] other = zip(Planned.in(tree).plan().files());
            assertThat(other).isEqualTo(one);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void theTimesAreFixed() throws IOException {
        ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(zip(Planned.in(tree).plan().files())));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(2000, 1, 1, 0, 0));
            assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
        }
    }

    @Test
    void nothingToUploadIsAnEmptyList() throws IOException {
        assertThat(Sha256.lines(UploadFile.contents(List.of()))).isEmpty();
        assertThat(entries(zip(List.of()))).containsExactlyEntriesOf(Map.of("SHA256SUMS", ""));
    }

    @Test
    void sha256sumVerifiesTheList() throws Exception {
        assumeTrue(Files.isExecutable(SHA256SUM), "no sha256sum on this machine");
        List<UploadFile> files = Planned.in(tree).plan().files();
        for (UploadFile file : files) {
            Files.write(directory.resolve(file.name()), file.bytes());
        }
        Files.writeString(directory.resolve("SHA256SUMS"), Sha256.lines(UploadFile.contents(files)));
        Process process = new ProcessBuilder(SHA256SUM.toString(), "--strict", "--quiet", "-c", "SHA256SUMS")
                .directory(directory.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static byte[] zip(List<UploadFile> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        UploadArchive.write(UploadFile.contents(files), bytes);
        return bytes.toByteArray();
    }

    private static Map<String, String> entries(byte[] bytes) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries.put(entry.getName(), new String(zip.readAllBytes(), US_ASCII));
        }
        return entries;
    }
}

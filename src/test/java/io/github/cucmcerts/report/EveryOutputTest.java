package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.KeyFile;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.plan.Plan;
import io.github.cucmcerts.plan.PlanMarkdown;
import io.github.cucmcerts.plan.PlanPage;
import io.github.cucmcerts.plan.Runbook;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must be true for every output. */
@Timeout(120)
class EveryOutputTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final String COMMANDS = "::set-output name=a::b\n::error::c\r##[error]d ##vso[task.complete]e";
    private static final String NAME = "\u001b[31m\u202e\n" + COMMANDS + "`|[x](y)<img src=x onerror=alert(1)>";

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path temporary;

    private Path directory;
    private Tree tree;

    @BeforeEach
    void anEmptyDirectory() throws IOException {
        directory = Files.createDirectory(temporary.resolve("certs"));
        tree = Tree.in(directory);
    }

    @Test
    void noNameIsACommandOrControlsATerminal() throws IOException {
        String escaped = NAME.replaceAll("[\\\\,+\"<>;=]", "\\\\$0");
        Csr csr =
                Csr.of(PUB, with -> with.subject("O=" + escaped + ",CN=" + PUB).san("DNS:" + PUB, "DNS:" + COMMANDS));
        GoodSet good =
                GoodSet.of(PUB).root(with -> with.subject("O=" + escaped)).csr(csr);
        tree.set(NAME + "/tomcat", good)
                .set(
                        "other/tomcat",
                        good.leaf(with -> with.subject("O=" + escaped).san("URI:" + COMMANDS)))
                .without("other/tomcat/root.pem")
                .file(NAME + ".pem", "-----BEGIN " + COMMANDS + "-----\n")
                .file(NAME + ".crt", "-----BEGIN ##[A]-----\nMIIB\n-----END ##[B]-----\n")
                .file("key.txt", "-----BEGIN ##[x] PRIVATE KEY-----\n" + "MIIB".repeat(20) + "\n")
                .file(NAME + ".zip", "PK")
                .link(NAME + ".cer", "/nowhere/" + NAME);
        outputs().forEach((output, written) -> {
            String text = withoutMarks(output, written);
            assertThat(text.codePoints())
                    .as(output)
                    .noneMatch(c -> c != '\n' && Character.getType(c) == Character.CONTROL)
                    .noneMatch(c -> Character.getType(c) == Character.FORMAT);
            assertThat(text.toLowerCase(Locale.ROOT)).as(output).doesNotContain("##[", "##vso[");
            assertThat(text.lines().filter(line -> line.stripLeading().startsWith("::")))
                    .as(output)
                    .allMatch(line -> output.equals("annotations")
                            && (line.startsWith("::error ") || line.startsWith("::notice ")));
        });
    }

    /** Removes what does not come from a name: line ends of RFC 4180 and RFC 5545, and the byte order mark for Excel. */
    private static String withoutMarks(String output, String text) {
        return switch (output) {
            case "report.csv" -> text.replaceFirst("^\uFEFF", "").replace("\r\n", "\n");
            case "report.ics" -> text.replace("\r\n", "\n");
            default -> text;
        };
    }

    @Test
    void noOutputContainsAPrivateKey() throws IOException {
        tree.set(PUB + "/tomcat");
        List<KeyFile> keys = KeyFile.privateKeys();
        keys.forEach(key -> key.writeInto(tree));
        assertThat(Reported.of(directory).findings())
                .filteredOn(finding -> finding.rule().id().equals("private-key-present"))
                .hasSameSizeAs(keys);
        outputs().forEach((output, text) -> assertThat(keys).as(output).noneMatch(key -> key.isToldIn(text)));
    }

    @Test
    void tenThousandNames() throws IOException {
        String[] names = IntStream.range(0, 10_000)
                .mapToObj(i -> "DNS:host-" + i + ".example.com")
                .toArray(String[]::new);
        GoodSet good = GoodSet.of(PUB).csr(Csr.of(PUB, with -> with.san(names)));
        tree.set(PUB + "/tomcat", good.leaf(with -> with.san("DNS:" + PUB)));
        assertThat(outputs().get("report.json")).contains("DNS:host-0.example.com", "and 9,950 more");
    }

    /** If a writer ignored a disk error, half a report would look like a whole one. */
    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void aFullDiskIsNoReport(ReportFormat format) throws IOException {
        assumeTrue(Files.isWritable(FULL));
        tree.set(PUB + "/tomcat");
        Report report = Reported.of(directory);
        assertThatThrownBy(() -> {
                    try (Writer writer = full()) {
                        format.write(report, writer);
                    }
                })
                .isInstanceOfAny(IOException.class, UncheckedIOException.class)
                .hasMessageContaining("No space left");
    }

    @Test
    void aFullDiskIsNoRunbook() throws IOException {
        assumeTrue(Files.isWritable(FULL));
        tree.set(PUB + "/tomcat");
        Plan plan = Runbook.of(Reported.of(directory));
        assertThatThrownBy(() -> {
                    try (Writer writer = full()) {
                        PlanPage.write(plan, writer);
                    }
                })
                .isInstanceOfAny(IOException.class, UncheckedIOException.class);
        assertThatThrownBy(() -> {
                    try (Writer writer = full()) {
                        PlanMarkdown.write(plan, writer);
                    }
                })
                .isInstanceOf(IOException.class);
    }

    private static Writer full() throws IOException {
        return new OutputStreamWriter(new FileOutputStream(FULL.toFile()), StandardCharsets.UTF_8);
    }

    private Map<String, String> outputs() throws IOException {
        return Outputs.of(Reported.of(directory));
    }
}

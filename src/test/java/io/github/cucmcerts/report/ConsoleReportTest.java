package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleReportTest {
    @TempDir
    private Path directory;

    @Test
    void controlCharactersOfANameNeverReachTheTerminal() throws IOException {
        List<String> lines = lines("evil\u001b[31m\r\n[INFO] READY\u202e");
        assertThat(lines).anyMatch(line -> line.contains("\\u001b"));
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.codePoints())
                        .noneMatch(point -> Character.isISOControl(point) || point == 0x202e));
    }

    @Test
    void noNameIsACommandOfARunner() throws IOException {
        assertThat(lines("a##[error]b##vso[task.complete]c ::error::d"))
                .anyMatch(line -> line.contains("\\u0023#[error]"))
                .noneMatch(line -> line.contains("##[") || line.contains("##vso[") || line.startsWith("::"));
    }

    @Test
    void findingsFitIntoEightyColumns() throws IOException {
        assertThat(lines("other.example.com"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(70));
    }

    @Test
    void findingsUseTheWidthOfTheTerminal() throws IOException {
        List<String> lines = Console.lines(report("other.example.com"), 120);
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
        assertThat(lines).anySatisfy(line -> assertThat(line.length()).isGreaterThan(90));
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        String first = Reported.written(ReportFormat.JSON, report("a.example.com"));
        assertThat(Reported.written(ReportFormat.JSON, Reported.of(directory))).isEqualTo(first);
    }

    private List<String> lines(String name) throws IOException {
        return Console.lines(report(name));
    }

    private Report report(String name) throws IOException {
        Csr csr = Csr.of("cucm-pub.example.com");
        Tree.in(directory)
                .set(
                        "cucm-pub.example.com/tomcat",
                        GoodSet.of("cucm-pub.example.com").csr(csr).leaf(with -> with.san("DNS:" + name)));
        return Reported.of(directory);
    }
}

package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.DirectoryScan;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.rule.Context;
import io.github.cucmcerts.rule.Judge;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.Severities;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.upload.Grouping;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    void findingsFitIntoEightyColumns() throws IOException {
        assertThat(lines("other.example.com"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(70));
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        String first = json(report("a.example.com"));
        assertThat(json(judged())).isEqualTo(first);
    }

    private List<String> lines(String name) throws IOException {
        List<String> lines = new ArrayList<>();
        ConsoleReport.write(report(name), new ConsoleReport.Sink() {
            @Override
            public void line(Severity severity, String text) {
                lines.add(text);
            }

            @Override
            public void heading(String text, Report.State state) {
                lines.add(text);
            }
        });
        return lines;
    }

    private Report report(String name) throws IOException {
        Csr csr = Csr.of("cucm-pub.example.com");
        Tree.in(directory)
                .set(
                        "cucm-pub.example.com/tomcat",
                        GoodSet.of("cucm-pub.example.com").csr(csr).leaf(with -> with.san("DNS:" + name)));
        return judged();
    }

    private Report judged() throws IOException {
        Inventory inventory = DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of());
        ChangeWindow window = ChangeWindow.at(Times.NOW);
        Context context = new Context(
                inventory,
                Grouping.of(inventory, Cluster.unknown(), Set.of()),
                Cluster.unknown(),
                window,
                Duration.ofDays(30));
        Set<Topic> topics = Set.of(Topic.values());
        return new Report(
                "1",
                "certs",
                "",
                context,
                RuleBook.judged(topics, Severities.unchanged()),
                Judge.judge(context, topics, Severities.unchanged()));
    }

    private static String json(Report report) throws IOException {
        StringWriter writer = new StringWriter();
        JsonReport.write(report, writer);
        return writer.toString();
    }
}

package io.github.cucmcerts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.report.ReportFormat;
import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.text.Glob;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.Grouped;
import io.github.cucmcerts.waiver.Waiver;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The check if the grouping into upload sets fails. */
class CheckTest {
    @TempDir
    private Path directory;

    static Stream<Supplier<Grouped>> broken() {
        return Stream.of(
                () -> {
                    throw new IllegalStateException("oops");
                },
                () -> {
                    throw new StackOverflowError("oops");
                });
    }

    @ParameterizedTest
    @MethodSource("broken")
    void theFilesAreStillChecked(Supplier<Grouped> grouping) throws IOException {
        Tree.in(directory).set("cucm-pub.example.com/tomcat").file("broken.pem", "nothing");
        Waiver waiver = new Waiver(
                "csr-missing",
                Optional.of(new Glob("**")),
                Optional.empty(),
                new Acceptance("why", LocalDate.parse("2026-12-31")),
                Message.of("reason.the-pom", "the POM"));
        Request request = Requests.of(directory, Cluster.unknown(), Set.of(), List.of(waiver));

        Inventory inventory = DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of());
        Facts facts = Facts.of(inventory, Check.guarded(grouping), request.situation());
        Report report = new Report("1", "certs", "certs", "certs", Check.assess(request, facts));

        assertThat(report.sets()).isEmpty();
        assertThat(report.count(Severity.ERROR)).isEqualTo(2);
        assertThat(report.findings())
                .extracting(finding -> finding.rule().id())
                .containsExactly("rule-failed", "file-unreadable");
        assertThat(report.findings().get(0).message())
                .containsIgnoringCase("upload sets")
                .contains("oops");
        // a table and a calendar of certificates contain no findings
        for (ReportFormat format : EnumSet.complementOf(EnumSet.of(ReportFormat.CSV, ReportFormat.CALENDAR))) {
            StringWriter writer = new StringWriter();
            format.write(report, writer);
            assertThat(writer.toString()).as("%s", format).contains("rule-failed", "file-unreadable");
        }
    }
}

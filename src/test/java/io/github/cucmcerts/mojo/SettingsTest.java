package io.github.cucmcerts.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.report.ReportFormat;
import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.rule.Severities;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.scan.Glob;
import io.github.cucmcerts.upload.Uploads;
import io.github.cucmcerts.waiver.Waiver;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the check where the grouping into upload sets breaks down. */
class SettingsTest {
    private static final Set<Topic> ALL = Set.of(Topic.values());

    @TempDir
    private Path directory;

    static Stream<Supplier<Uploads>> broken() {
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
    void theFilesAreCheckedAllTheSame(Supplier<Uploads> grouping) throws IOException {
        Tree.in(directory).set("cucm-pub.example.com/tomcat").file("broken.pem", "nothing");
        Inventory inventory = DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of());
        Waiver waiver = new Waiver(
                "csr-missing",
                Optional.of(new Glob("**")),
                Optional.empty(),
                new Acceptance("why", LocalDate.parse("2026-12-31")));
        Settings settings = new Settings(
                ChangeWindow.at(Times.NOW),
                Cluster.unknown(),
                Set.of(),
                Duration.ofDays(30),
                Severities.unchanged(),
                List.of(waiver));

        Report report = settings.judge(inventory, grouping, ALL, "1", "certs", "certs");

        assertThat(report.sets()).isEmpty();
        assertThat(report.count(Severity.ERROR)).isEqualTo(2);
        assertThat(report.findings())
                .extracting(finding -> finding.rule().id())
                .containsExactly("rule-failed", "file-unreadable");
        assertThat(report.findings().get(0).message())
                .startsWith("upload sets could not be checked")
                .contains("oops");
        for (ReportFormat format : ReportFormat.values()) {
            StringWriter writer = new StringWriter();
            format.write(report, writer);
            assertThat(writer.toString()).as("%s", format).contains("rule-failed", "file-unreadable");
        }
    }

    @Test
    void planSaysWhyThereIsNoRunbook() throws IOException {
        Inventory inventory = DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of());
        Settings settings = new Settings(
                ChangeWindow.at(Times.NOW),
                Cluster.unknown(),
                Set.of(),
                Duration.ofDays(30),
                Severities.unchanged(),
                List.of());
        Supplier<Uploads> grouping = () -> {
            throw new IllegalStateException("\u001b[31m" + "x".repeat(5_000));
        };

        Report report = settings.judge(inventory, grouping, ALL, "1", "certs", "certs");

        assertThatThrownBy(() -> new PlanMojo().tell(report))
                .isInstanceOf(MojoExecutionException.class)
                .message()
                .startsWith("No runbook is written: the upload sets could not be determined (")
                .contains("IllegalStateException", "[31mxxx", "… (5,0", "This is a defect of the plugin")
                .doesNotContain("\u001b")
                .hasSizeLessThan(1_500);
    }
}

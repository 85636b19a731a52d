package io.github.cucmcerts.benchmark;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.report.ReportFormat;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Judge;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.Severities;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.Grouping;
import io.github.cucmcerts.upload.Uploads;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What each step of a check costs for 1,000 upload sets, once the JVM is warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class PhaseBenchmark {
    private static final ChangeWindow WINDOW = ChangeWindow.parse("2026-06-01");
    private static final Cluster CLUSTER =
            new Cluster(Optional.empty(), List.of(), List.of(), Optional.empty(), false, false, false);
    private static final Set<Topic> TOPICS = EnumSet.allOf(Topic.class);
    private static final Severities SEVERITIES = Severities.unchanged();

    @Param({"rsa-1000", "ec-1000"})
    public String sets;

    private Path directory;
    private Inventory inventory;
    private Uploads uploads;
    private Facts facts;
    private Report report;

    @Setup
    public void prepare() throws IOException {
        Directories.main(new String[] {"target/benchmark", sets});
        directory = Path.of("target/benchmark", sets);
        inventory = decode();
        uploads = group();
        facts = path();
        report = new Report(
                "benchmark",
                sets,
                sets,
                facts,
                RuleBook.judged(TOPICS, SEVERITIES),
                Judge.judge(facts, TOPICS, SEVERITIES));
    }

    @Benchmark
    public Inventory decode() throws IOException {
        return DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of());
    }

    @Benchmark
    public Uploads group() {
        return Grouping.of(inventory, CLUSTER, Set.of());
    }

    @Benchmark
    public Facts path() {
        return new Facts(inventory, uploads, CLUSTER, WINDOW, Duration.ofDays(30));
    }

    @Benchmark
    public List<Finding> rules() {
        return Judge.judge(facts, TOPICS, SEVERITIES);
    }

    @Benchmark
    public void json() throws IOException {
        ReportFormat.JSON.write(report, Writer.nullWriter());
    }

    @Benchmark
    public void html() throws IOException {
        ReportFormat.HTML.write(report, Writer.nullWriter());
    }
}

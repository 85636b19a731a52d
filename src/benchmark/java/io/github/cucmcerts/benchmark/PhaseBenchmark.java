package io.github.cucmcerts.benchmark;

import io.github.cucmcerts.check.Assessment;
import io.github.cucmcerts.check.Check;
import io.github.cucmcerts.check.Request;
import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.report.ReportFormat;
import io.github.cucmcerts.rule.Engine;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Rule;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.Severities;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.Situation;
import io.github.cucmcerts.upload.Grouped;
import io.github.cucmcerts.upload.Grouping;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The time that each step of a check needs for 1,000 upload sets, once the JVM is warm. */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class PhaseBenchmark {
    private static final Situation SITUATION =
            new Situation(Cluster.unknown(), ChangeWindow.parse("2026-06-01"), Duration.ofDays(30));
    private static final List<Rule> RULES = RuleBook.of(Scope.ALL.topics());
    private static final Severities SEVERITIES = Severities.unchanged();

    @Param({"rsa-1000", "ec-1000"})
    public String sets;

    private Request request;
    private Inventory inventory;
    private Grouped grouped;
    private Facts facts;
    private Report report;

    @Setup
    public void prepare() throws IOException {
        Directories.main(new String[] {"target/benchmark", sets});
        Path directory = Path.of("target/benchmark", sets);
        Request.Files source = new Request.Files(directory, List.of(), List.of(), List.of(), Set.of());
        request = new Request(source, SITUATION, Set.of(), Scope.ALL, RULES, SEVERITIES, List.of());
        report = new Report("benchmark", sets, sets, sets, check());
        facts = report.facts();
        inventory = facts.inventory();
        grouped = group();
    }

    @Benchmark
    public Assessment check() throws IOException {
        return Check.run(request, doing -> {});
    }

    @Benchmark
    public Inventory decode() throws IOException {
        return DirectoryScan.scan(request.files().directory(), List.of(), List.of(), List.of(), Set.of());
    }

    @Benchmark
    public Grouped group() {
        return Grouping.of(inventory, SITUATION.cluster(), Set.of());
    }

    @Benchmark
    public Facts path() {
        return Facts.of(inventory, grouped, SITUATION);
    }

    @Benchmark
    public List<Finding> rules() {
        return Engine.findings(facts, RULES, SEVERITIES);
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

package io.github.cucmcerts.rule.deployed;

import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.NodeExport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** No document says how long an export stays up to date: the number of days is the plugin's own rule. */
public final class ExportOld extends DirectoryRule {
    private static final Duration OLD = Duration.ofDays(30);

    public ExportOld() {
        super(RuleInfo.of(
                        "export-old",
                        Topic.DEPLOYED,
                        Severity.WARNING,
                        "The export was taken more than 30 days before the change window")
                .message(
                        "The export was taken at {takenAt}, {days} days before the change window. The certificates of {server} might have changed since then.")
                .rationale(
                        "The export does not contain what was generated or uploaded after it was taken, so a check against the export can be out of date.")
                .causes(
                        "The export was taken early, the change window was moved, or the export is from an earlier change.")
                .remedy(
                        "In the last 30 days before the change window, export the certificates of {server} again, and replace this file with the new export.")
                .source(Source.THIS_PLUGIN, "What is on the nodes", Source.Kind.ADVICE));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Instant start = facts.window().start();
        for (NodeExport export : facts.exports().nodes()) {
            Optional<Duration> age = export.takenAt().map(taken -> Duration.between(taken, start));
            if (age.filter(days -> days.compareTo(OLD) > 0).isPresent()) {
                findings.on(export.origin())
                        .with("takenAt", export.takenAt().get().toString())
                        .with("days", Long.toString(age.get().toDays()))
                        .with("server", export.name().value())
                        .report();
            }
        }
    }
}

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

/** No document says how long what a server holds stays the same: the days are the plugin's own rule. */
public final class ExportOld extends DirectoryRule {
    private static final Duration OLD = Duration.ofDays(30);

    public ExportOld() {
        super(RuleInfo.of(
                        "export-old",
                        Topic.DEPLOYED,
                        Severity.WARNING,
                        "An export that was taken more than 30 days before the change window")
                .message(
                        "it was taken at {takenAt}, {days} days before the change window: {server} may hold other certificates now")
                .rationale(
                        "A CSR that was generated again and a certificate that was uploaded since are not in it: what is checked against it may be out of date.")
                .causes("The change window was moved, or the export is from an earlier change")
                .remedy("Export the certificates of {server} again, and put the file in place of this one")
                .source(Source.THIS_PLUGIN, "What the servers hold", Source.Kind.ADVICE));
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

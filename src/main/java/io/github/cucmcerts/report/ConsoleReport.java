package io.github.cucmcerts.report;

import io.github.cucmcerts.check.State;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Paragraph;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the findings to a console, grouped by upload set. If there are many sets, it writes similar findings once, and only the
 * first sets with errors.
 */
public final class ConsoleReport {
    /** More sets than this are many. */
    private static final int FEW = 20;

    /** Accepts lines, each at the level of its finding. */
    public interface Sink {
        void line(Severity severity, String text);

        /** Accepts a heading; {@code state} decides its color. */
        void heading(String text, State state);
    }

    private final Report report;
    private final Language language;
    private final Sink sink;
    private final Paragraph paragraph;
    private final Set<String> notShown;
    private final Listing listing;

    private ConsoleReport(Report report, Sink sink, Paragraph paragraph, Set<String> notShown) {
        this.report = report;
        language = report.language();
        this.sink = sink;
        this.paragraph = paragraph;
        this.notShown = notShown;
        listing = listing(report, notShown);
    }

    /**
     * Writes the report line by line; text from a certificate never reaches the sink raw.
     *
     * @param columns of the console
     */
    public static void write(Report report, Sink sink, int columns) {
        Set<String> notShown = isOfMany(report) ? notShown(report) : Set.of();
        new ConsoleReport(report, sink, Paragraph.ofConsole(columns), notShown).write();
    }

    private static boolean isOfMany(Report report) {
        return report.sets().size() > FEW;
    }

    /** The ids of the sets with errors of their own, except the first sets. */
    private static Set<String> notShown(Report report) {
        Listing all = Listing.folded(report.findings(), Room.ALIKE);
        Set<String> more = new HashSet<>();
        int shown = 0;
        for (UploadSet set : report.sets()) {
            boolean hasErrors = all.of(set).entries().stream()
                    .anyMatch(entry -> entry.finding().counts(Severity.ERROR));
            if (hasErrors && ++shown > FEW) {
                more.add(set.id());
            }
        }
        return more;
    }

    private static Listing listing(Report report, Set<String> notShown) {
        List<Finding> first = new ArrayList<>();
        List<Finding> last = new ArrayList<>();
        for (Finding finding : report.findings()) {
            (finding.uploadSet().filter(notShown::contains).isPresent() ? last : first).add(finding);
        }
        first.addAll(last);
        return Listing.folded(first, isOfMany(report) ? Room.CONSOLE_OF_MANY : Room.CONSOLE, notShown);
    }

    private void write() {
        List<UploadSet> more = new ArrayList<>();
        for (UploadSet set : report.sets()) {
            Listing.OfSet its = listing.of(set);
            if (notShown.contains(set.id()) || isOfMany(report) && its.entries().isEmpty()) {
                more.add(set);
                continue;
            }
            sink.heading(Visible.of(set.id()) + ": " + report.label(set), report.urgency(set));
            findings(its);
        }
        List<Finding> others = report.otherFindings();
        if (!others.isEmpty()) {
            boolean blocked = others.stream().anyMatch(finding -> finding.counts(Severity.ERROR));
            sink.heading(language.text("report.directory", "The directory"), blocked ? State.BLOCKED : State.NO_ERROR);
            findings(listing.ofDirectory());
        }
        if (!more.isEmpty()) {
            String counts = report.counts(more);
            note(language.text("report.console-other-sets", "Other upload sets: {sets}", "sets", counts));
        }
        if (!notShown.isEmpty()) {
            paragraph(
                    language.text(
                            "report.console-not-shown",
                            "{number} of them have errors of their own. The reports list these errors.",
                            "number",
                            notShown.size()),
                    "",
                    Severity.ERROR);
        }
        if (!listing.notListed().isEmpty()) {
            note(language.text(
                    "report.console-left-out", "{leftOut} The reports list more.", "leftOut", listing.notListed()));
        }
        if (report.scope().isServed()) {
            ServedText.lines(report).forEach(this::note);
        }
        if (!report.caveat().isEmpty()) {
            note(report.caveat());
        }
        Optional<String> deployed = DeployedText.of(report.facts(), language);
        if (deployed.isPresent()) {
            note(language.text("report.deployed-nodes", "deployed: {nodes}", "nodes", deployed.get()));
        }
        String window = WindowText.of(report.facts().window(), language);
        note(language.text("report.console-window", "Change window: {window}", "window", window));
        sink.line(Severity.INFO, report.summary());
    }

    private void findings(Listing.OfSet all) {
        for (Listing.Entry entry : all.entries()) {
            finding(entry);
        }
        for (Words note : all.notes()) {
            paragraph(note.toString(), "  ", all.unlisted());
        }
    }

    private void finding(Listing.Entry entry) {
        Finding finding = entry.finding();
        String first = FindingText.firstLine(finding);
        int sets = entry.same().size();
        String shown = sets > 1
                ? language.text(
                        "report.console-sets", "{number} upload sets: {finding}", "number", sets, "finding", first)
                : first;
        String headline = shown + " [" + finding.rule().id() + "]";
        Optional<String> waived = FindingText.waived(finding);
        if (waived.isPresent()) {
            paragraph(headline, "  ", Severity.INFO);
            more(waived.get(), Severity.INFO);
            more(entry.concerns().toString(), Severity.INFO);
            return;
        }
        paragraph(headline, "  ", finding.severity());
        String cucm = finding.cucm();
        if (!cucm.isEmpty()) {
            more(language.text("report.console-cucm", "CUCM:  {text}", "text", cucm), finding.severity());
        }
        String cause = finding.cause();
        if (!cause.isEmpty()) {
            more(language.text("report.console-cause", "Cause: {cause}", "cause", cause), finding.severity());
        }
        String remedy = finding.remedy();
        if (!remedy.isEmpty()) {
            more(language.text("report.console-fix", "Fix:   {remedy}", "remedy", remedy), finding.severity());
        }
        more(entry.follows().toString(), finding.severity());
        more(entry.concerns().toString(), finding.severity());
    }

    private void more(String text, Severity severity) {
        if (!text.isEmpty()) {
            paragraph(text, "    ", severity);
        }
    }

    private void note(String text) {
        paragraph(text, "", Severity.INFO);
    }

    private void paragraph(String text, String indent, Severity severity) {
        for (String line : paragraph.lines(indent, text, indent + "  ")) {
            sink.line(severity, line);
        }
    }
}

package io.github.cucmcerts.report;

import io.github.cucmcerts.check.State;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Paragraph;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    private final Sink sink;
    private final Paragraph paragraph;
    private final Set<String> notShown;
    private final Listing listing;

    private ConsoleReport(Report report, Sink sink, Paragraph paragraph, Set<String> notShown) {
        this.report = report;
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
            sink.heading("The directory", blocked ? State.BLOCKED : State.NO_ERROR);
            findings(listing.ofDirectory());
        }
        if (!more.isEmpty()) {
            paragraph("Other upload sets: " + report.counts(more), "", Severity.INFO);
        }
        if (!notShown.isEmpty()) {
            paragraph(
                    Bounds.number(notShown.size())
                            + " of them have errors of their own. The reports list these errors.",
                    "",
                    Severity.ERROR);
        }
        if (!listing.notListed().isEmpty()) {
            paragraph(listing.notListed() + " The reports list more.", "", Severity.INFO);
        }
        if (report.scope().isServed()) {
            ServedText.lines(report).forEach(line -> paragraph(line, "", Severity.INFO));
        }
        if (!report.caveat().isEmpty()) {
            paragraph(report.caveat(), "", Severity.INFO);
        }
        DeployedText.of(report.facts(), report.language())
                .ifPresent(deployed -> paragraph("deployed: " + deployed, "", Severity.INFO));
        paragraph("Change window: " + WindowText.of(report.facts().window(), report.language()), "", Severity.INFO);
        sink.line(Severity.INFO, report.summary());
    }

    private void findings(Listing.OfSet all) {
        all.entries().forEach(this::finding);
        all.notes().forEach(note -> paragraph(note.toString(), "  ", all.unlisted()));
    }

    private void finding(Listing.Entry entry) {
        Finding finding = entry.finding();
        String sets = entry.same().size() > 1 ? Bounds.number(entry.same().size()) + " upload sets: " : "";
        String headline =
                sets + FindingText.firstLine(finding) + " [" + finding.rule().id() + "]";
        if (finding.waiver().isPresent()) {
            paragraph(headline, "  ", Severity.INFO);
            paragraph(FindingText.waived(finding.waiver().get()), "    ", Severity.INFO);
            labelled("", entry.concerns().toString(), Severity.INFO);
            return;
        }
        paragraph(headline, "  ", finding.severity());
        labelled("CUCM:  ", finding.cucm(), finding.severity());
        labelled("Cause: ", finding.cause(), finding.severity());
        labelled("Fix:   ", finding.remedy(), finding.severity());
        labelled("", entry.follows().toString(), finding.severity());
        labelled("", entry.concerns().toString(), finding.severity());
    }

    private void labelled(String label, String text, Severity severity) {
        if (!text.isEmpty()) {
            paragraph(label + text, "    ", severity);
        }
    }

    private void paragraph(String text, String indent, Severity severity) {
        paragraph.lines(indent, text, indent + "  ").forEach(line -> sink.line(severity, line));
    }
}

package io.github.cucmcerts.report;

import io.github.cucmcerts.check.State;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Paragraph;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;

/** Tells the findings on a console of 80 columns, grouped by upload set. */
public final class ConsoleReport {
    /** Takes lines at the level of their finding. */
    public interface Sink {
        void line(Severity severity, String text);

        /** A heading; {@code state} is for its colour. */
        void heading(String text, State state);
    }

    private ConsoleReport() {}

    /** Tells the report line by line; what a certificate holds never reaches the sink raw. */
    public static void write(Report report, Sink sink) {
        Listing listing = Listing.folded(report.findings(), Room.CONSOLE);
        for (UploadSet set : report.sets()) {
            State state = report.state(set);
            sink.heading(Visible.of(set.id()) + ": " + report.label(state), state);
            findings(listing.of(set), sink);
        }
        List<Finding> others = report.otherFindings();
        if (!others.isEmpty()) {
            boolean blocked = others.stream().anyMatch(finding -> finding.counts(Severity.ERROR));
            sink.heading("The directory", blocked ? State.BLOCKED : State.NO_ERROR);
            findings(listing.ofDirectory(), sink);
        }
        if (!listing.notListed().isEmpty()) {
            paragraph(listing.notListed() + "; the reports list more", "", Severity.INFO, sink);
        }
        if (!report.caveat().isEmpty()) {
            paragraph(report.caveat(), "", Severity.INFO, sink);
        }
        sink.line(Severity.INFO, report.summary());
    }

    private static void findings(Listing.OfSet all, Sink sink) {
        all.entries().forEach(entry -> finding(entry, sink));
        all.notes().forEach(note -> paragraph(note.toString(), "  ", all.unlisted(), sink));
    }

    private static void finding(Listing.Entry entry, Sink sink) {
        Finding finding = entry.finding();
        String told = FindingText.firstLine(finding) + " [" + finding.rule().id() + "]";
        if (finding.waiver().isPresent()) {
            paragraph(told, "  ", Severity.INFO, sink);
            paragraph(FindingText.waived(finding.waiver().get()), "    ", Severity.INFO, sink);
            labelled("", entry.concerns().toString(), Severity.INFO, sink);
            return;
        }
        paragraph(told, "  ", finding.severity(), sink);
        labelled("CUCM:  ", finding.cucm(), finding.severity(), sink);
        labelled("Cause: ", finding.cause(), finding.severity(), sink);
        labelled("Fix:   ", finding.remedy(), finding.severity(), sink);
        labelled("", entry.follows().toString(), finding.severity(), sink);
        labelled("", entry.concerns().toString(), finding.severity(), sink);
    }

    private static void labelled(String label, String text, Severity severity, Sink sink) {
        if (!text.isEmpty()) {
            paragraph(label + text, "    ", severity, sink);
        }
    }

    private static void paragraph(String text, String indent, Severity severity, Sink sink) {
        Paragraph.lines(indent, text, indent + "  ").forEach(line -> sink.line(severity, line));
    }
}

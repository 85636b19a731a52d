package io.github.cucmcerts.report;

import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;

/** Tells the findings on a console of 80 columns, grouped by upload set. */
public final class ConsoleReport {
    /** Takes lines at the level of their finding. */
    public interface Sink {
        void line(Severity severity, String text);

        /** A heading; {@code state} is for its colour. */
        void heading(String text, Report.State state);
    }

    private ConsoleReport() {}

    /** Tells the report line by line; what a certificate holds never reaches the sink raw. */
    public static void write(Report report, Sink sink) {
        for (UploadSet set : report.sets()) {
            Report.State state = report.state(set);
            sink.heading(Visible.of(set.id()) + ": " + state.label(), state);
            report.findings(set).forEach(finding -> finding(finding, sink));
        }
        List<Finding> others = report.otherFindings();
        if (!others.isEmpty()) {
            boolean blocked = others.stream().anyMatch(finding -> finding.counts(Severity.ERROR));
            sink.heading("The directory", blocked ? Report.State.BLOCKED : Report.State.READY);
            others.forEach(finding -> finding(finding, sink));
        }
        sink.line(Severity.INFO, report.summary());
    }

    private static void finding(Finding finding, Sink sink) {
        String told = FindingText.firstLine(finding) + " [" + finding.rule().id() + "]";
        if (finding.waiver().isPresent()) {
            paragraph(told, "  ", Severity.INFO, sink);
            paragraph(FindingText.waived(finding.waiver().get()), "    ", Severity.INFO, sink);
            return;
        }
        paragraph(told, "  ", finding.severity(), sink);
        labelled("CUCM:  ", finding.cucm(), finding, sink);
        labelled("Cause: ", finding.cause(), finding, sink);
        labelled("Fix:   ", finding.remedy(), finding, sink);
    }

    private static void labelled(String label, String text, Finding finding, Sink sink) {
        if (!text.isEmpty()) {
            paragraph(label + text, "    ", finding.severity(), sink);
        }
    }

    private static void paragraph(String text, String indent, Severity severity, Sink sink) {
        Paragraph.lines(indent, text, indent + "  ").forEach(line -> sink.line(severity, line));
    }
}

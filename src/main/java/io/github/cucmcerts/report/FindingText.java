package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.rule.Finding;

/** A finding in plain text, made harmless by {@link Visible}; the line ends are its own. */
final class FindingText {
    private FindingText() {}

    /** What is wrong, what CUCM says, the cause and what to do, each in a line. */
    static String of(Finding finding) {
        return Visible.of(finding.message())
                + line("CUCM", finding.cucm())
                + line("Cause", finding.cause())
                + line("Fix", finding.remedy());
    }

    /** The same behind its file. */
    static String withFile(Finding finding) {
        return file(finding) + of(finding);
    }

    /** What is wrong, behind its file. */
    static String firstLine(Finding finding) {
        return file(finding) + Visible.of(finding.message());
    }

    static String waived(Acceptance waiver) {
        return "Waived until " + waiver.until() + ": " + Visible.of(waiver.reason());
    }

    private static String file(Finding finding) {
        return finding.origin().equals(Origin.DIRECTORY)
                ? ""
                : Visible.of(finding.origin().file()) + ": ";
    }

    private static String line(String label, String text) {
        return text.isEmpty() ? "" : "\n" + label + ": " + Visible.of(text);
    }
}

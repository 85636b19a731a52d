package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.text.Visible;

/** A finding in plain text, made harmless by {@link Visible}; the line ends are its own. */
final class FindingText {
    private FindingText() {}

    /** What is wrong, what CUCM says, the cause, what to do, and which upload sets it concerns, each in a line. */
    static String of(Listing.Entry entry) {
        Finding finding = entry.finding();
        String concerns = entry.concerns().toString();
        return Visible.of(finding.message())
                + line("CUCM", finding.cucm())
                + line("Cause", finding.cause())
                + line("Fix", finding.remedy())
                + (concerns.isEmpty() ? "" : "\n" + concerns);
    }

    /** The same behind its file. */
    static String withFile(Listing.Entry entry) {
        return file(entry.finding()) + of(entry);
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

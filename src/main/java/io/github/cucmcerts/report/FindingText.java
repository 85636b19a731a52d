package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.text.Words;

/** A finding in plain text, made harmless by {@link Visible}; the line ends are its own. */
final class FindingText {
    private FindingText() {}

    /**
     * What is wrong, what CUCM says, the cause, what to do, what follows from it, and which upload sets it concerns, each in a
     * line. What follows from another finding tells that one in place of cause and remedy, which would mislead.
     */
    static String of(Listing.Entry entry) {
        Finding finding = entry.finding();
        String why = finding.explainedBy()
                .map(first ->
                        line("Follows from", first.rule() + " on " + first.uploadSet() + ", and is mended with it"))
                .orElse(line("Cause", finding.cause()) + line("Fix", finding.remedy()));
        return Visible.of(finding.message())
                + line("CUCM", finding.cucm())
                + why
                + further(entry.follows())
                + further(entry.concerns());
    }

    private static String further(Words words) {
        return words.equals(Words.NONE) ? "" : "\n" + words;
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

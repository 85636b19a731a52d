package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.text.Words;

/** A finding in plain text, made safe by {@link Visible}. All line ends are from here. */
final class FindingText {
    private FindingText() {}

    /**
     * The message, what CUCM says, the cause, the fix, the consequences, and the upload sets, each on a line. A consequence names
     * the finding that it follows from instead of a cause and a fix, which would mislead.
     */
    static String of(Listing.Entry entry) {
        Finding finding = entry.finding();
        String why = finding.explainedBy()
                .map(first -> line(
                        "Follows from",
                        first.rule() + " on " + first.uploadSet() + ". The fix for that finding also solves this one."))
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

    /** The same, after the file. */
    static String withFile(Listing.Entry entry) {
        return file(entry.finding()) + of(entry);
    }

    /** The message, after the file. */
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

package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Visible;
import java.time.LocalDate;
import java.util.Optional;

/** A finding in plain text, made safe by {@link Visible}. All line ends are from here. */
final class FindingText {
    private FindingText() {}

    /**
     * The message, what CUCM says, the cause, the fix, the consequences, and the upload sets, each on a line. A consequence names
     * the finding that it follows from instead of a cause and a fix, which would mislead.
     */
    static String of(Listing.Entry entry) {
        Finding finding = entry.finding();
        Language language = finding.language();
        String why = finding.explainedBy()
                .map(first -> "\n"
                        + Visible.of(language.text(
                                "report.finding-follows-from",
                                "Follows from: {rule} on {set}. The fix for that finding also solves this one.",
                                "rule",
                                first.rule(),
                                "set",
                                first.uploadSet())))
                .orElse(line(cause(Visible.of(finding.cause()), language))
                        + line(remedy(Visible.of(finding.remedy()), language)));
        return Visible.of(finding.message())
                + line(cucm(Visible.of(finding.cucm()), language))
                + why
                + line(entry.follows().toString())
                + line(entry.concerns().toString());
    }

    private static String line(String text) {
        return text.isEmpty() ? "" : "\n" + text;
    }

    /** What CUCM says, after a label; empty if it says nothing. */
    static String cucm(String text, Language language) {
        return text.isEmpty() ? "" : language.text("report.finding-cucm", "CUCM: {text}", "text", text);
    }

    /** The cause, after a label; empty if there is none. */
    static String cause(String text, Language language) {
        return text.isEmpty() ? "" : language.text("report.finding-cause", "Cause: {cause}", "cause", text);
    }

    /** The remedy, after a label; empty if there is none. */
    static String remedy(String text, Language language) {
        return text.isEmpty() ? "" : language.text("report.finding-fix", "Fix: {remedy}", "remedy", text);
    }

    /** The same, after the file. */
    static String withFile(Listing.Entry entry) {
        return inFile(entry.finding(), of(entry));
    }

    /** The message, after the file. */
    static String firstLine(Finding finding) {
        return inFile(finding, Visible.of(finding.message()));
    }

    /** Until when a finding is accepted, and why. */
    static String waived(LocalDate until, String reason, Language language) {
        return language.text("report.waived", "Waived until {date}: {reason}", "date", until, "reason", reason);
    }

    /** Why the finding is accepted; empty if it is not. */
    static Optional<String> waived(Finding finding) {
        return finding.waiver().map(waiver -> waived(waiver.until(), Visible.of(waiver.reason()), finding.language()));
    }

    private static String inFile(Finding finding, String text) {
        return finding.origin().equals(Origin.DIRECTORY)
                ? text
                : finding.language()
                        .text(
                                "report.text-of-file",
                                "{file}: {text}",
                                "file",
                                Visible.of(finding.origin().file()),
                                "text",
                                text);
    }
}

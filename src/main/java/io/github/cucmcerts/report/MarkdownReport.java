package io.github.cucmcerts.report;

import io.github.cucmcerts.check.State;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Finding.Text;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Markdown;
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.upload.UploadSet;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes {@code report.md} for a comment on a pull request or the summary of a job. */
final class MarkdownReport {
    /** GitHub rejects a comment of more than 65,536 characters. */
    private static final int LIMIT = 60_000;

    private static final int TABLE_LIMIT = 15_000;
    /** Room for what follows the last finding: ends of sections, and how much is left out. */
    private static final int RESERVE = 1_000;

    private static final int ALL_SETS = 50;
    private static final int NAME_LENGTH = 200;

    private final Report report;
    private final List<Listing.Entry> entries;
    private final StringBuilder page = new StringBuilder();

    private MarkdownReport(Report report) {
        this.report = report;
        entries = Listing.folded(report.findings(), Room.UNBOUNDED).entries();
    }

    /** Writes the report. The same report gives the same bytes. */
    static void write(Report report, Writer writer) throws IOException {
        writer.write(new MarkdownReport(report).page());
    }

    private String page() {
        page.append("**" + verdict() + "** " + report.summary() + " (" + code(report.directory()) + ", change window "
                + WindowText.of(report.facts().window(), report.language())
                + DeployedText.of(report.facts(), report.language())
                        .map(deployed -> ", deployed: " + deployed)
                        .orElse("")
                + ")\n");
        if (!report.caveat().isEmpty()) {
            page.append("\n").append(report.caveat()).append("\n");
        }
        if (report.scope().isServed()) {
            ServedText.lines(report).forEach(line -> page.append("\n- ").append(code(line)));
            page.append('\n');
        }
        sets();
        List<Listing.Entry> errors = counting(Severity.ERROR);
        if (!errors.isEmpty()) {
            page.append("\n### Errors\n\n");
            list(errors, MarkdownReport::item, LIMIT - RESERVE);
        }
        List<Listing.Entry> warnings = counting(Severity.WARNING);
        if (!warnings.isEmpty()) {
            page.append("\n<details>\n<summary>Warnings: ").append(warnings.size());
            page.append("</summary>\n\n");
            list(warnings, MarkdownReport::item, LIMIT - RESERVE);
            page.append("\n</details>\n");
        }
        List<Listing.Entry> waived = entries.stream()
                .filter(entry -> entry.finding().waiver().isPresent())
                .toList();
        if (!waived.isEmpty()) {
            page.append("\n### Waived\n\n");
            list(waived, MarkdownReport::waivedItem, LIMIT - RESERVE);
        }
        return page.toString();
    }

    private String verdict() {
        if (report.scope().isServed()) {
            return ServedText.verdict(report) + ".";
        }
        if (report.count(Severity.ERROR) > 0) {
            return "Blocked.";
        }
        if (report.scope().isNarrow()) {
            return report.label(State.NO_ERROR) + ".";
        }
        return report.sets().stream().anyMatch(set -> report.state(set) == State.AWAITING_CERTIFICATE)
                ? "No errors, but certificates are missing."
                : "Ready.";
    }

    private List<Listing.Entry> counting(Severity severity) {
        return entries.stream()
                .filter(entry -> entry.finding().counts(severity))
                .toList();
    }

    private void sets() {
        Map<State, List<UploadSet>> byState = report.sets().stream()
                .collect(Collectors.groupingBy(report::state, () -> new EnumMap<>(State.class), Collectors.toList()));
        boolean all = report.sets().size() <= ALL_SETS;
        List<State> listed = State.BY_URGENCY.stream()
                .filter(state -> byState.containsKey(state) && (all || State.BY_URGENCY.indexOf(state) < 2))
                .toList();
        if (!listed.isEmpty()) {
            page.append("\n| upload set | state |\n|---|---|\n");
            List<UploadSet> rows = listed.stream()
                    .flatMap(state -> byState.get(state).stream())
                    .toList();
            list(
                    rows,
                    set -> "| " + Markdown.cell(set.id(), NAME_LENGTH) + " | " + report.label(set) + " |\n",
                    TABLE_LIMIT);
        }
        String others = report.counts(report.sets().stream()
                .filter(set -> !listed.contains(report.state(set)))
                .toList());
        if (!others.isEmpty()) {
            page.append("\nNot listed: ").append(others).append('\n');
        }
    }

    /** Writes as many as fit, and the number of the others. */
    private <T> void list(List<T> all, Function<T, String> shown, int limit) {
        for (int index = 0; index < all.size(); index++) {
            String next = shown.apply(all.get(index));
            if (page.length() + next.length() > limit) {
                page.append("\n").append(all.size() - index);
                page.append(" more are left out here. If report.json is written, it lists more.\n");
                return;
            }
            page.append(next);
        }
    }

    private static String item(Listing.Entry entry) {
        Finding finding = entry.finding();
        return head(finding)
                + line("CUCM", text(finding, Text.CUCM))
                + line("Cause", text(finding, Text.CAUSE))
                + line("Fix", text(finding, Text.REMEDY))
                + words(entry.follows())
                + concerns(entry);
    }

    private static String waivedItem(Listing.Entry entry) {
        Acceptance waiver = entry.finding().waiver().orElseThrow();
        return head(entry.finding()) + line("Waived until " + waiver.until(), code(waiver.reason())) + concerns(entry);
    }

    private static String concerns(Listing.Entry entry) {
        return words(entry.concerns());
    }

    private static String words(Words words) {
        return words.equals(Words.NONE) ? "" : "  - " + Markdown.of(words, NAME_LENGTH) + "\n";
    }

    private static String head(Finding finding) {
        Origin origin = finding.origin();
        String file = origin.equals(Origin.DIRECTORY) ? "" : "**" + code(origin.file()) + "**";
        String line = origin.line() > 0 ? ", line " + origin.line() : "";
        return "- " + file + line + (file.isEmpty() ? "" : ": ") + text(finding, Text.MESSAGE) + " (`"
                + finding.rule().id() + "`)\n";
    }

    private static String text(Finding finding, Text text) {
        return Markdown.of(finding.words(text), NAME_LENGTH);
    }

    private static String line(String label, String text) {
        return text.isEmpty() ? "" : "  - " + label + ": " + text + "\n";
    }

    private static String code(String text) {
        return Markdown.code(text, NAME_LENGTH);
    }
}

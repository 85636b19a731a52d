package io.github.cucmcerts.report;

import io.github.cucmcerts.check.State;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Finding.Text;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Markdown;
import io.github.cucmcerts.upload.UploadSet;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
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
    private final Language language;
    private final List<Listing.Entry> entries;
    private final StringBuilder page = new StringBuilder();

    private MarkdownReport(Report report) {
        this.report = report;
        language = report.language();
        entries = Listing.folded(report.findings(), Room.UNBOUNDED).entries();
    }

    /** Writes the report. The same report gives the same bytes. */
    static void write(Report report, Writer writer) throws IOException {
        writer.write(new MarkdownReport(report).page());
    }

    private String page() {
        page.append("**" + verdict() + "** " + about() + "\n");
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
            page.append("\n### " + language.text("report.markdown-errors", "Errors") + "\n\n");
            list(errors, this::item, LIMIT - RESERVE);
        }
        List<Listing.Entry> warnings = counting(Severity.WARNING);
        if (!warnings.isEmpty()) {
            String title = language.text(
                    "report.markdown-warnings", "Warnings: {number}", "number", Integer.toString(warnings.size()));
            page.append("\n<details>\n<summary>" + title + "</summary>\n\n");
            list(warnings, this::item, LIMIT - RESERVE);
            page.append("\n</details>\n");
        }
        List<Listing.Entry> waived = entries.stream()
                .filter(entry -> entry.finding().waiver().isPresent())
                .toList();
        if (!waived.isEmpty()) {
            page.append("\n### " + language.text("report.markdown-waived", "Waived") + "\n\n");
            list(waived, this::waivedItem, LIMIT - RESERVE);
        }
        return page.toString();
    }

    private String about() {
        List<Object> values = new ArrayList<>(List.of(
                "summary",
                report.summary(),
                "directory",
                code(report.directory()),
                "window",
                WindowText.of(report.facts().window(), language)));
        DeployedText.of(report.facts(), language).ifPresent(nodes -> values.addAll(List.of("nodes", nodes)));
        return language.text(
                "report.markdown-about",
                "{summary} ({directory}, change window {window}[, deployed: {nodes}])",
                values.toArray());
    }

    private String verdict() {
        if (report.scope().isServed()) {
            return sentence(ServedText.verdict(report));
        }
        if (report.count(Severity.ERROR) > 0) {
            return language.text("report.markdown-blocked", "Blocked.");
        }
        if (report.scope().isNarrow()) {
            return sentence(report.label(State.NO_ERROR));
        }
        return report.sets().stream().anyMatch(set -> report.state(set) == State.AWAITING_CERTIFICATE)
                ? language.text("report.markdown-missing", "No errors, but certificates are missing.")
                : language.text("report.markdown-ready", "Ready.");
    }

    private String sentence(String text) {
        return language.text("report.sentence", "{text}.", "text", text);
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
            page.append("\n| " + language.text("report.markdown-set", "upload set") + " | "
                    + language.text("report.markdown-state", "state") + " |\n|---|---|\n");
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
            page.append(
                    "\n" + language.text("report.markdown-not-listed", "Not listed: {sets}", "sets", others) + "\n");
        }
    }

    /** Writes as many as fit, and the number of the others. */
    private <T> void list(List<T> all, Function<T, String> shown, int limit) {
        for (int index = 0; index < all.size(); index++) {
            String next = shown.apply(all.get(index));
            if (page.length() + next.length() > limit) {
                String more = Integer.toString(all.size() - index);
                page.append("\n"
                        + language.text(
                                "report.markdown-more",
                                "{number} more are left out here. If report.json is written, it lists more.",
                                "number",
                                more)
                        + "\n");
                return;
            }
            page.append(next);
        }
    }

    private String item(Listing.Entry entry) {
        Finding finding = entry.finding();
        return head(finding)
                + line(FindingText.cucm(text(finding, Text.CUCM), language))
                + line(FindingText.cause(text(finding, Text.CAUSE), language))
                + line(FindingText.remedy(text(finding, Text.REMEDY), language))
                + line(Markdown.of(entry.follows(), NAME_LENGTH))
                + concerns(entry);
    }

    private String waivedItem(Listing.Entry entry) {
        Acceptance waiver = entry.finding().waiver().orElseThrow();
        return head(entry.finding())
                + line(FindingText.waived(waiver.until(), code(waiver.reason()), language))
                + concerns(entry);
    }

    private static String concerns(Listing.Entry entry) {
        return line(Markdown.of(entry.concerns(), NAME_LENGTH));
    }

    private String head(Finding finding) {
        Origin origin = finding.origin();
        String file = origin.equals(Origin.DIRECTORY) ? "" : "**" + code(origin.file()) + "**";
        String message = text(finding, Text.MESSAGE);
        String rule = "`" + finding.rule().id() + "`";
        String line = file.isEmpty()
                ? language.text("report.markdown-finding", "{message} ({rule})", "message", message, "rule", rule)
                : language.text(
                        "report.markdown-finding-at",
                        "{place}: {message} ({rule})",
                        "place",
                        Comparison.where(file, origin.line(), language),
                        "message",
                        message,
                        "rule",
                        rule);
        return "- " + line + "\n";
    }

    private static String text(Finding finding, Text text) {
        return Markdown.of(finding.words(text), NAME_LENGTH);
    }

    private static String line(String text) {
        return text.isEmpty() ? "" : "  - " + text + "\n";
    }

    private static String code(String text) {
        return Markdown.code(text, NAME_LENGTH);
    }
}

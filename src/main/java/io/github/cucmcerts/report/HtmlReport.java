package io.github.cucmcerts.report;

import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.report.HtmlPage.Note;
import io.github.cucmcerts.report.HtmlPage.RuleView;
import io.github.cucmcerts.report.HtmlPage.SetView;
import io.github.cucmcerts.report.HtmlPage.Step;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Inlined;
import io.github.cucmcerts.text.PageTemplate;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.upload.UploadSet;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code report.html}: one page that needs nothing else and asks nobody. */
public final class HtmlReport {
    private static final Pattern ENCODED = Pattern.compile("[^A-Za-z0-9./-]");

    /** More sets make a page that no browser likes; report.json has them all. */
    private static final int MAX_SETS = 1_000;

    private static final int MAX_STEPS = 10;

    private final Report report;
    private final List<UploadSet> sets;
    private final Listing listing;

    private HtmlReport(Report report) {
        this.report = report;
        sets = report.sets().stream()
                .sorted(Comparator.comparing(set -> Report.State.BY_URGENCY.indexOf(report.state(set))))
                .toList();
        // a finding on a shared file is shown under the first set on the page
        listing = Listing.of(
                Stream.concat(
                                sets.stream().flatMap(set -> report.findings(set).stream()),
                                report.otherFindings().stream())
                        .toList(),
                Room.PAGE,
                sets.stream().skip(MAX_SETS).map(UploadSet::id).collect(Collectors.toSet()));
    }

    /** Writes the page; the same report gives the same bytes. */
    public static void write(Report report, Writer writer) throws IOException {
        PageTemplate.render("page.jte", new HtmlReport(report).page(), writer);
    }

    private HtmlPage page() throws IOException {
        Inlined style = Inlined.style();
        Inlined script = Inlined.script();
        Timeline timeline = Timeline.of(report);
        String start = report.facts().window().start().toString();
        String end = report.facts().window().end().toString();
        return new HtmlPage(
                "default-src 'none'; style-src " + style.hash() + "; script-src " + script.hash()
                        + "; base-uri 'none'; form-action 'none'",
                style.element(),
                script.element(),
                report.plugin(),
                Visible.of(report.directory()),
                "cucm-certs: " + Visible.of(report.directory()),
                tone(),
                verdict(),
                start,
                end.equals(start) ? "" : end,
                settings(),
                report.summary(),
                listing.notListed(),
                steps(),
                listing.ofDirectory().entries().stream().map(HtmlReport::note).toList(),
                notes(listing.ofDirectory()),
                Stream.of(Report.State.values()).map(Report.State::label).toList(),
                sets.stream()
                        .map(set -> set.purpose().label())
                        .distinct()
                        .sorted()
                        .toList(),
                () -> sets.stream().limit(MAX_SETS).map(this::view).iterator(),
                sets.size() <= MAX_SETS
                        ? ""
                        : Bounds.number(sets.size() - MAX_SETS)
                                + " further upload sets, the least urgent, are not on this page; report.json has them",
                rules(),
                timeline.ticks(),
                timeline.periods(),
                timeline.windowX(),
                timeline.windowWidth(),
                timeline.height());
    }

    private long count(Report.State state) {
        return sets.stream().filter(set -> report.state(set) == state).count();
    }

    private String tone() {
        if (report.count(Severity.ERROR) > 0) {
            return "error";
        }
        return count(Report.State.AWAITING_CERTIFICATE) > 0 ? "warning" : "good";
    }

    private String verdict() {
        long blocked = count(Report.State.BLOCKED);
        long awaiting = count(Report.State.AWAITING_CERTIFICATE);
        if (blocked > 0) {
            return "Not ready: " + ofAll(blocked) + (blocked == 1 ? " is blocked" : " are blocked");
        }
        if (report.count(Severity.ERROR) > 0) {
            return "Not ready: no upload set is blocked, but there are errors in the directory";
        }
        if (awaiting > 0) {
            return "Nothing is blocked; " + ofAll(awaiting)
                    + (awaiting == 1 ? " awaits its certificate" : " await their certificates");
        }
        return "Ready: nothing that is documented speaks against the "
                + (sets.size() == 1 ? "upload set" : sets.size() + " upload sets");
    }

    private String ofAll(long some) {
        return sets.size() == 1 ? "the upload set" : some + " of " + sets.size() + " upload sets";
    }

    private String settings() {
        boolean narrow = report.rules().size() < RuleBook.rules().size();
        return report.facts()
                        .cluster()
                        .release()
                        .map(Release::name)
                        .map(name -> "release " + name)
                        .orElse("no release set")
                + (narrow ? " · judged by " + report.rules().size() + " rules alone" : "");
    }

    private List<Step> steps() {
        Stream<Step> directory = listing.ofDirectory().entries().stream()
                .map(Listing.Entry::finding)
                .filter(finding -> finding.counts(Severity.ERROR))
                .map(finding ->
                        new Step("directory", Visible.of(finding.origin().file()), Visible.of(finding.remedy())));
        Stream<Step> blocked = sets.stream()
                .flatMap(set -> listing.of(set).entries().stream()
                        .map(Listing.Entry::finding)
                        .filter(finding -> finding.counts(Severity.ERROR))
                        .limit(1)
                        .map(finding -> new Step(anchor(set), Visible.of(set.id()), Visible.of(finding.remedy()))));
        Stream<Step> awaiting = sets.stream()
                .filter(set -> report.state(set) == Report.State.AWAITING_CERTIFICATE)
                .map(set -> new Step(
                        anchor(set), Visible.of(set.id()), "Have the CSR signed, and put the certificate beside it"));
        Stream<Step> ready = count(Report.State.READY) == 0
                ? Stream.of()
                : Stream.of(
                        new Step(
                                "sets",
                                count(Report.State.READY) + " READY",
                                "In the change window upload the root, then the intermediates, then the certificate: the goal plan writes the runbook"));
        List<Step> toMend =
                Stream.of(directory, blocked, awaiting).flatMap(steps -> steps).toList();
        Stream<Step> more = toMend.size() <= MAX_STEPS
                ? Stream.of()
                : Stream.of(new Step(
                        "sets", (toMend.size() - MAX_STEPS) + " more", "They come first among the upload sets below"));
        return Stream.of(toMend.stream().limit(MAX_STEPS), more, ready)
                .flatMap(steps -> steps)
                .toList();
    }

    private SetView view(UploadSet set) {
        Report.State state = report.state(set);
        return new SetView(
                anchor(set),
                Visible.of(set.id()),
                state.label(),
                switch (state) {
                    case BLOCKED -> "error";
                    case AWAITING_CERTIFICATE -> "warning";
                    case READY -> "good";
                    case DEPLOYED -> "info";
                },
                Visible.of(set.node()),
                set.purpose().label(),
                set.multiServer() ? "multi-server" : "single-server",
                state == Report.State.BLOCKED || sets.size() == 1,
                listing.of(set).entries().stream().map(HtmlReport::note).toList(),
                notes(listing.of(set)),
                Comparison.of(set.csr(), set.leaf()).stream()
                        .map(HtmlReport::visible)
                        .toList(),
                PathDrawing.of(report, set));
    }

    private static Comparison.Row visible(Comparison.Row row) {
        return new Comparison.Row(
                row.label(),
                row.csr().stream().map(Visible::of).toList(),
                row.certificate().stream().map(Visible::of).toList(),
                row.differs());
    }

    /** One for each id, of characters that a link has as they are. */
    private static String anchor(UploadSet set) {
        return "set-"
                + ENCODED.matcher(set.id())
                        .replaceAll(character ->
                                String.format("_%x_", character.group().codePointAt(0)));
    }

    private static List<String> notes(Listing.OfSet its) {
        return its.notes().stream().map(Words::toString).toList();
    }

    private static Note note(Listing.Entry entry) {
        Finding finding = entry.finding();
        return new Note(
                finding.waiver().isPresent()
                        ? "info"
                        : finding.severity().name().toLowerCase(Locale.ROOT),
                finding.waiver().isPresent() ? "WAIVED" : finding.severity().name(),
                Visible.of(finding.message()),
                finding.origin().equals(Origin.DIRECTORY)
                        ? ""
                        : Visible.of(finding.origin().file()),
                finding.rule().id(),
                Visible.of(finding.cucm()),
                Visible.of(finding.cause()),
                Visible.of(finding.remedy()),
                finding.waiver().map(FindingText::waived).orElse(""),
                entry.concerns().toString());
    }

    private List<RuleView> rules() {
        return report.findings().stream()
                .map(Finding::rule)
                .distinct()
                .sorted(Comparator.comparing(RuleInfo::id))
                .map(RuleInfo::explained)
                .map(rule -> new RuleView(
                        rule.id(),
                        rule.title(),
                        rule.rationale(),
                        rule.causes(),
                        rule.remedy(),
                        rule.source().toString()))
                .toList();
    }
}

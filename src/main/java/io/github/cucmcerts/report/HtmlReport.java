package io.github.cucmcerts.report;

import io.github.cucmcerts.check.State;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.report.HtmlPage.Badge;
import io.github.cucmcerts.report.HtmlPage.Head;
import io.github.cucmcerts.report.HtmlPage.Note;
import io.github.cucmcerts.report.HtmlPage.Notes;
import io.github.cucmcerts.report.HtmlPage.RuleView;
import io.github.cucmcerts.report.HtmlPage.SetView;
import io.github.cucmcerts.report.HtmlPage.Sets;
import io.github.cucmcerts.report.HtmlPage.Summary;
import io.github.cucmcerts.report.HtmlPage.Verdict;
import io.github.cucmcerts.report.HtmlPage.Window;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Inlined;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.PageTemplate;
import io.github.cucmcerts.text.TextTemplate;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.upload.UploadSet;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes {@code report.html}: one page that needs no other file and no network. */
final class HtmlReport {
    private static final Pattern ENCODED = Pattern.compile("[^A-Za-z0-9./-]");

    /** Browsers are slow with more sets; report.json has all of them. */
    private static final int MAX_SETS = 1_000;

    /** A page with this many sets needs no filter. */
    private static final int FEW_SETS = 5;

    private final Report report;
    private final Language language;
    private final List<UploadSet> sets;
    private final Listing listing;

    private HtmlReport(Report report, List<UploadSet> sets, Listing listing) {
        this.report = report;
        language = report.language();
        this.sets = sets;
        this.listing = listing;
    }

    /** Writes the page. The same report gives the same bytes. */
    static void write(Report report, Writer writer) throws IOException {
        List<UploadSet> sets = byUrgency(report);
        HtmlReport html = new HtmlReport(report, sets, listing(report, sets));
        PageTemplate.render("page.jte", html.page(), writer);
    }

    private static List<UploadSet> byUrgency(Report report) {
        List<UploadSet> sets = new ArrayList<>();
        for (State state : State.BY_URGENCY) {
            for (UploadSet set : report.sets()) {
                if (report.urgency(set) == state) {
                    sets.add(set);
                }
            }
        }
        return List.copyOf(sets);
    }

    /** A finding on a shared file is shown under the first set on the page. */
    private static Listing listing(Report report, List<UploadSet> sets) {
        List<Finding> findings = new ArrayList<>();
        for (UploadSet set : sets) {
            findings.addAll(report.findings(set));
        }
        findings.addAll(report.otherFindings());
        List<UploadSet> notShown = sets.subList(shown(sets).size(), sets.size());
        return Listing.folded(findings, Room.PAGE, ids(notShown));
    }

    private static List<UploadSet> shown(List<UploadSet> sets) {
        return sets.subList(0, Math.min(MAX_SETS, sets.size()));
    }

    private static Set<String> ids(List<UploadSet> sets) {
        Set<String> ids = new HashSet<>();
        for (UploadSet set : sets) {
            ids.add(set.id());
        }
        return ids;
    }

    private HtmlPage page() throws IOException {
        List<CertificateRow> certificates = CertificateList.of(report);
        return new HtmlPage(
                language,
                head(),
                new Verdict(tone(), verdict(), report.caveat(), report.summary(), listing.notListed()),
                new Window(WindowText.of(report.facts().window(), language), settings()),
                Glance.of(report, certificates, ids(shown(sets))),
                NextSteps.of(report, sets, listing),
                notes(listing.ofDirectory()),
                sets(),
                rules(),
                TimeAxis.draw(certificates, report),
                InventoryView.of(certificates, report));
    }

    private Head head() throws IOException {
        Inlined style = Inlined.style(report.cluster());
        Inlined script = Inlined.script("page.js");
        String policy = "default-src 'none'; style-src " + style.hash() + "; script-src " + script.hash()
                + "; base-uri 'none'; form-action 'none'";
        return new Head(
                policy,
                style.element(),
                script.element(),
                report.plugin(),
                Visible.of(report.cluster()),
                Visible.of(report.directory()));
    }

    private Sets sets() {
        Set<String> heads = new LinkedHashSet<>();
        Set<String> purposes = new TreeSet<>();
        for (UploadSet set : sets) {
            heads.add(report.label(set));
            purposes.add(set.purpose().label());
        }
        return new Sets(
                sets.size() > FEW_SETS,
                List.copyOf(heads),
                List.copyOf(purposes),
                () -> shown(sets).stream().map(this::view).iterator(),
                sets.size() <= MAX_SETS
                        ? ""
                        : language.text(
                                "report.page-more-sets",
                                "This page does not show the least urgent upload sets ({number}). report.json has"
                                        + " them.",
                                "number",
                                sets.size() - MAX_SETS));
    }

    private long count(State state) {
        long count = 0;
        for (UploadSet set : sets) {
            if (report.state(set) == state) {
                count++;
            }
        }
        return count;
    }

    private String tone() {
        if (report.count(Severity.ERROR) > 0) {
            return "error";
        }
        if (report.scope().isServed()) {
            return ServedText.tone(report);
        }
        if (report.scope().isNarrow()) {
            return "info";
        }
        return count(State.AWAITING_CERTIFICATE) > 0 ? "warning" : "good";
    }

    private String verdict() {
        if (report.scope().isServed()) {
            return ServedText.verdict(report);
        }
        long blocked = count(State.BLOCKED);
        long awaiting = count(State.AWAITING_CERTIFICATE);
        int all = sets.size();
        if (blocked > 0) {
            return all == 1
                    ? language.text("report.verdict-set-blocked", "Not ready: the upload set is blocked")
                    : language.counted(
                            "report.verdict-blocked",
                            blocked,
                            "Not ready: {number} of {all} upload sets is blocked",
                            "Not ready: {number} of {all} upload sets are blocked",
                            "number",
                            Long.toString(blocked),
                            "all",
                            Integer.toString(all));
        }
        if (report.count(Severity.ERROR) > 0) {
            return language.text(
                    "report.verdict-directory", "Not ready: no upload set is blocked, but the directory has errors");
        }
        if (report.scope().isNarrow()) {
            return report.label(State.NO_ERROR);
        }
        if (awaiting > 0) {
            return all == 1
                    ? language.text("report.verdict-set-awaits", "No errors, but the upload set awaits its certificate")
                    : language.counted(
                            "report.verdict-awaits",
                            awaiting,
                            "No errors, but {number} of {all} upload sets awaits its certificate",
                            "No errors, but {number} of {all} upload sets await their certificates",
                            "number",
                            Long.toString(awaiting),
                            "all",
                            Integer.toString(all));
        }
        return language.counted(
                "report.verdict-ready",
                all,
                "Ready: no documented problem found in the upload set",
                "Ready: no documented problem found in the {number} upload sets",
                Report.plain(all));
    }

    private String settings() {
        List<String> settings = new ArrayList<>();
        Optional<Release> release = report.facts().cluster().release();
        settings.add(
                release.isPresent()
                        ? language.text(
                                "report.page-release",
                                "release {release}",
                                "release",
                                release.get().name())
                        : language.text("report.page-no-release", "no release set"));
        int off = RuleBook.of(report.scope().topics()).size() - report.rules().size();
        if (off > 0) {
            settings.add(language.text("report.page-rules-off", "rules turned off: {number}", "number", off));
        }
        Optional<String> deployed = DeployedText.of(report.facts(), language);
        if (deployed.isPresent()) {
            settings.add(language.text("report.deployed-nodes", "deployed: {nodes}", "nodes", deployed.get()));
        }
        return String.join(" · ", settings);
    }

    private SetView view(UploadSet set) {
        List<Comparison.Row> rows = new ArrayList<>();
        for (Comparison.Row row : Comparison.of(set.csr(), set.leaf(), language)) {
            rows.add(visible(row));
        }
        return new SetView(summary(set), notes(listing.of(set)), List.copyOf(rows), PathDrawing.of(report, set));
    }

    static String tone(State state) {
        return switch (state) {
            case BLOCKED -> "error";
            case AWAITING_CERTIFICATE -> "warning";
            case READY -> "good";
            case NO_ERROR, DEPLOYED -> "info";
        };
    }

    private Summary summary(UploadSet set) {
        return new Summary(
                anchor(set.id()),
                Visible.of(set.id()),
                badge(set),
                Visible.of(set.node()),
                set.purpose().label(),
                set.multiServer()
                        ? language.text("report.multi-server", "multi-server")
                        : language.text("report.single-server", "single-server"),
                report.urgency(set) == State.BLOCKED || sets.size() == 1);
    }

    private Badge badge(UploadSet set) {
        return report.scope().isServed()
                ? ServedText.head(report, set)
                : new Badge(tone(report.state(set)), report.label(set));
    }

    private static Comparison.Row visible(Comparison.Row row) {
        return new Comparison.Row(row.label(), visible(row.csr()), visible(row.certificate()), row.differs());
    }

    private static List<String> visible(List<String> values) {
        List<String> visible = new ArrayList<>();
        for (String value : values) {
            visible.add(Visible.of(value));
        }
        return List.copyOf(visible);
    }

    /** A unique anchor for each id, of characters that a link need not encode. */
    static String anchor(String set) {
        Matcher encoded = ENCODED.matcher(set);
        return "set-"
                + (encoded.find()
                        ? encoded.replaceAll(character ->
                                String.format("_%x_", character.group().codePointAt(0)))
                        : set);
    }

    private static Notes notes(Listing.OfSet its) {
        List<Note> shown = new ArrayList<>();
        for (Listing.Entry entry : its.entries()) {
            shown.add(note(entry));
        }
        List<String> more = new ArrayList<>();
        for (Words note : its.notes()) {
            more.add(note.toString());
        }
        return new Notes(List.copyOf(shown), List.copyOf(more));
    }

    private static Note note(Listing.Entry entry) {
        Finding finding = entry.finding();
        Badge badge = finding.waiver().isPresent()
                ? new Badge("info", "WAIVED")
                : new Badge(
                        finding.severity().name().toLowerCase(Locale.ROOT),
                        finding.severity().name());
        return new Note(
                badge,
                Visible.of(finding.message()),
                finding.origin().equals(Origin.DIRECTORY)
                        ? ""
                        : Visible.of(finding.origin().file()),
                finding.rule().id(),
                Visible.of(finding.cucm()),
                Visible.of(finding.cause()),
                Visible.of(finding.remedy()),
                FindingText.waived(finding).orElse(""),
                entry.concerns().toString(),
                entry.follows().toString());
    }

    private List<RuleView> rules() {
        if (report.findings().isEmpty()) {
            return List.of();
        }
        return report.findings().stream()
                .map(Finding::rule)
                .distinct()
                .sorted(Comparator.comparing(RuleInfo::id))
                .map(rule -> new RuleView(
                        rule.id(),
                        rule.title(),
                        TextTemplate.of(rule.rationale())
                                .explained(rule.language())
                                .toString(),
                        rule.causes().stream()
                                .map(cause -> TextTemplate.of(cause)
                                        .explained(rule.language())
                                        .toString())
                                .toList(),
                        TextTemplate.of(rule.remedy()).sentences(rule.language()).stream()
                                .map(Words::toString)
                                .toList(),
                        rule.source().toString(),
                        rule.source().onTheWeb()))
                .toList();
    }
}

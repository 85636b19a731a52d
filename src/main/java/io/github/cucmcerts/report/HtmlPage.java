package io.github.cucmcerts.report;

import io.github.cucmcerts.cucm.Document;
import io.github.cucmcerts.text.Language;
import java.util.List;

/**
 * What the page shows, in words and numbers; the template only arranges it. Texts are plain: the template engine escapes
 * them for their place.
 *
 * @param language of its texts
 * @param next what to do, the most urgent step first
 * @param others findings of no upload set
 */
public record HtmlPage(
        Language language,
        Head head,
        Verdict verdict,
        Window window,
        Glance glance,
        List<Step> next,
        Notes others,
        Sets sets,
        List<RuleView> rules,
        Timeline timeline,
        InventoryView inventory) {

    /** What the script writes when it has filtered: a text with {@code {shown}} and {@code {all}}. */
    public String filtered() {
        return language.text("report.page-filtered", "{shown} of {all}", "shown", "{shown}", "all", "{all}");
    }

    /**
     * What the page is about, and what it can do.
     *
     * @param policy the Content-Security-Policy: the page loads nothing, and uses only its own style and script
     */
    public record Head(String policy, String style, String script, String plugin, String cluster, String directory) {}

    /**
     * The result.
     *
     * @param tone error, warning, good or info
     * @param caveat what a narrow goal did not check; empty if everything was checked
     * @param leftOut a note on findings that the page leaves out; empty if it shows all
     */
    public record Verdict(String tone, String text, String caveat, String summary, String leftOut) {}

    /** The change window, and what is configured. */
    public record Window(String when, String settings) {}

    /** An upload set or a file, and where the page shows it. */
    public record Place(String anchor, String name) {}

    /**
     * One thing to do.
     *
     * @param count how many places need it, with a colon; empty if it is one
     * @param places the first of them
     */
    public record Step(String what, String count, List<Place> places) {}

    /**
     * Findings of one place.
     *
     * @param more notes on findings that are not shown here
     */
    public record Notes(List<Note> shown, List<String> more) {}

    /** A word in the color of its tone. */
    public record Badge(String tone, String text) {}

    /** A finding; empty texts are left out. */
    public record Note(
            Badge badge,
            String message,
            String file,
            String rule,
            String cucm,
            String cause,
            String remedy,
            String waiver,
            String concerns,
            String follows) {}

    /**
     * The upload sets.
     *
     * @param canBeFiltered whether there are enough sets for a filter
     * @param states to choose from, like the purposes
     * @param shown to be read once, in order: a set's view is made when the template needs it
     * @param notShown a note on sets that the page leaves out; empty if it shows all
     */
    public record Sets(
            boolean canBeFiltered,
            List<String> states,
            List<String> purposes,
            Iterable<SetView> shown,
            String notShown) {}

    /** An upload set. */
    public record SetView(Summary summary, Notes findings, List<Comparison.Row> rows, List<PathView> paths) {}

    /** The line that also shows when the set is collapsed. */
    public record Summary(
            String anchor, String id, Badge state, String node, String purpose, String kind, boolean open) {}

    /** The certification path in one trust store. */
    public record PathView(String title, List<Link> links) {}

    /**
     * A certificate of a path, or the place of one that is missing.
     *
     * @param namesakes certificates with the same name: those that it replaces in the store, or the one that blocks it
     */
    public record Link(
            String tone,
            String role,
            String name,
            String dates,
            String origin,
            List<String> namesakes,
            List<String> wrong) {}

    /**
     * A rule with a finding.
     *
     * @param onTheWeb the documents of the source that have a page
     */
    public record RuleView(
            String id,
            String title,
            String rationale,
            List<String> causes,
            List<String> remedy,
            String source,
            List<Document> onTheWeb) {}

    /**
     * Validity periods on one time axis. Places on it are percentages of its length.
     *
     * @param first the second since 1970 at which the axis begins
     * @param last where it ends
     * @param periods the earliest expiry first
     * @param more a note on periods that are not shown; empty if all are
     */
    public record Timeline(
            long first, long last, List<Tick> ticks, WindowBand window, List<Period> periods, String more) {}

    /** Where a year begins on the time axis. */
    public record Tick(String x, String label) {}

    /** The change window on the time axis. */
    public record WindowBand(String x, String width, String label) {}

    /**
     * The validity period of a certificate in one place, on the time axis.
     *
     * @param tone error, warning or good; gone if the upload replaces the certificate
     * @param place the purpose or store
     * @param fromBefore whether it begins before the axis
     * @param runsOn whether it ends after the axis
     * @param dates with the state of the certificate
     * @param title the certificate's subject, dates and file
     */
    public record Period(
            String tone,
            String place,
            String nodes,
            String name,
            String from,
            String to,
            boolean fromBefore,
            boolean runsOn,
            String dates,
            String title) {}
}

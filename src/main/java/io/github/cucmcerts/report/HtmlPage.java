package io.github.cucmcerts.report;

import java.util.List;

/**
 * What the page shows, in words and numbers; the template only lays it out. Texts are plain: the template engine escapes
 * them for their place.
 *
 * @param policy the Content-Security-Policy: nothing is loaded, and only the page's own style and script count
 * @param tone of the verdict: error, warning or good
 * @param windowEnd empty where the window is an instant
 * @param next what to do, the most urgent first
 * @param leftOut what is said of findings that are too many for a page; empty where all are shown
 * @param others findings of no upload set
 * @param otherNotes what is said of those that are not shown
 * @param sets read once, in their order: a set's view is made when it is laid out
 * @param notShown what is said of sets that are too many for a page; empty where all are shown
 * @param periods validity periods, what ends first on top
 */
public record HtmlPage(
        String policy,
        String style,
        String script,
        String plugin,
        String directory,
        String title,
        String tone,
        String verdict,
        String windowStart,
        String windowEnd,
        String settings,
        String summary,
        String leftOut,
        List<Step> next,
        List<Note> others,
        List<String> otherNotes,
        List<String> states,
        List<String> purposes,
        Iterable<SetView> sets,
        String notShown,
        List<RuleView> rules,
        List<Tick> ticks,
        List<Period> periods,
        int windowX,
        int windowWidth,
        int height) {

    /** One thing to do. */
    public record Step(String anchor, String where, String what) {}

    /** A finding; empty texts are left out. */
    public record Note(
            String tone,
            String severity,
            String message,
            String file,
            String rule,
            String cucm,
            String cause,
            String remedy,
            String waiver,
            String concerns) {}

    /**
     * An upload set.
     *
     * @param notes what is said of findings on it that are not shown here
     */
    public record SetView(
            String anchor,
            String id,
            String state,
            String tone,
            String node,
            String purpose,
            String kind,
            boolean open,
            List<Note> findings,
            List<String> notes,
            List<Comparison.Row> rows,
            List<PathView> paths) {}

    /** The certification path in one trust store. */
    public record PathView(String store, List<Link> links) {}

    /** A certificate of a path, or the place of one that is missing. */
    public record Link(String tone, String role, String name, String dates, String origin, List<String> wrong) {}

    /** A rule that something was found by. */
    public record RuleView(
            String id, String title, String rationale, List<String> causes, String remedy, String source) {}

    /** A year on the time axis. */
    public record Tick(int x, String label) {}

    /** The validity of a certificate on the time axis. */
    public record Period(String tone, int x, int width, int y, String label, String title) {}
}

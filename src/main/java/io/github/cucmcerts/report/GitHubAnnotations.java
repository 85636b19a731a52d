package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Visible;
import java.util.List;
import java.util.stream.Stream;

/**
 * The errors as workflow commands, which GitHub shows next to the files of a pull request (GitHub docs, Workflow commands for
 * GitHub Actions).
 */
public final class GitHubAnnotations {
    /** GitHub shows only this many from one step. */
    private static final int LIMIT = 10;

    private GitHubAnnotations() {}

    /** The lines for standard output: the first errors that count, and the number of the other errors. */
    public static List<String> lines(Report report) {
        List<Listing.Entry> all = Listing.folded(report.findings(), Room.UNBOUNDED).entries().stream()
                .filter(entry -> entry.finding().counts(Severity.ERROR))
                .toList();
        Stream<String> errors = all.stream().limit(LIMIT).map(entry -> error(report, entry));
        int more = all.size() - LIMIT;
        Stream<String> rest = more > 0
                ? Stream.of("::notice title=cucm-certs::"
                        + report.language()
                                .counted(
                                        "report.more-errors",
                                        more,
                                        "The log has {number} more error.",
                                        "The log has {number} more errors.",
                                        Report.plain(more)))
                : Stream.of();
        return Stream.concat(errors, rest).toList();
    }

    private static String error(Report report, Listing.Entry entry) {
        Finding finding = entry.finding();
        String file = finding.origin().equals(Origin.DIRECTORY)
                ? ""
                : "file=" + property(report.repositoryFile(finding)) + ",";
        String line = finding.origin().line() > 0 ? "line=" + finding.origin().line() + "," : "";
        String title = finding.rule().id() + ": " + finding.rule().title();
        return "::error " + file + line + "title=" + property(title) + "::" + escaped(FindingText.of(entry));
    }

    private static String property(String text) {
        return escaped(Visible.of(text)).replace(":", "%3A").replace(",", "%2C");
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}

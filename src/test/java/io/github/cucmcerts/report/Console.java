package io.github.cucmcerts.report;

import io.github.cucmcerts.check.State;
import io.github.cucmcerts.rule.Severity;
import java.util.ArrayList;
import java.util.List;

/** What the console shows of a report. */
public final class Console {
    private Console() {}

    /** The lines on a console of 80 columns, without their level. */
    public static List<String> lines(Report report) {
        return lines(report, 80);
    }

    static List<String> lines(Report report, int columns) {
        List<String> lines = new ArrayList<>();
        ConsoleReport.write(
                report,
                new ConsoleReport.Sink() {
                    @Override
                    public void line(Severity severity, String text) {
                        lines.add(text);
                    }

                    @Override
                    public void heading(String text, State state) {
                        lines.add(text);
                    }
                },
                columns);
        return lines;
    }

    /** The whole text in one line. */
    static String text(Report report) {
        return String.join(" ", lines(report)).replaceAll(" +", " ");
    }
}

package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.State;
import io.github.cucmcerts.report.ConsoleReport;
import io.github.cucmcerts.rule.Severity;
import org.apache.maven.plugin.logging.Log;

/** Writes the report to Maven's log, each finding at its own level. */
record MavenConsole(Log log) implements ConsoleReport.Sink {
    @Override
    public void line(Severity severity, String text) {
        switch (severity) {
            case ERROR -> log.error(text);
            case WARNING -> log.warn(text);
            case INFO -> log.info(text);
        }
    }

    @Override
    public void heading(String text, State state) {
        log.info(
                switch (state) {
                    case BLOCKED -> Colour.RED.bold(text);
                    case AWAITING_CERTIFICATE -> Colour.YELLOW.bold(text);
                    case DEPLOYED, READY -> Colour.GREEN.bold(text);
                    case NO_ERROR -> text;
                });
    }
}

package io.github.cucmcerts.report;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.report.HtmlPage.Period;
import io.github.cucmcerts.report.HtmlPage.Tick;
import io.github.cucmcerts.report.HtmlPage.Timeline;
import io.github.cucmcerts.report.HtmlPage.WindowBand;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.trust.Facts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Draws validity periods on an axis of a few years around the change window; longer periods run past its edge. */
record TimeAxis(int firstYear, int lastYear) {
    private static final int YEARS_BEFORE = 1;
    private static final int YEARS_AFTER = 4;

    /** A longer change window runs past the edge, too. */
    private static final int MAX_YEARS_OF_WINDOW = 10;

    /** In hundredths of a percent; anything shorter would be invisible. */
    private static final long LEAST_WIDTH = 40;

    private static final long WIDTH = 10_000;
    private static final int MAX_PERIODS = 2_000;

    /** Draws the certificates that are in use. */
    static Timeline draw(List<CertificateRow> certificates, Report report) {
        ChangeWindow window = report.facts().window();
        int first = year(window.start());
        int last = Math.min(year(window.end()), first + MAX_YEARS_OF_WINDOW);
        List<CertificateRow> rows = new ArrayList<>();
        for (CertificateRow row : certificates) {
            if (row.status().isInUse()) {
                rows.add(row);
            }
        }
        return new TimeAxis(first - YEARS_BEFORE, last + YEARS_AFTER).timeline(rows, report);
    }

    private Timeline timeline(List<CertificateRow> rows, Report report) {
        List<Tick> ticks = new ArrayList<>();
        for (int year = firstYear; year <= lastYear; year++) {
            ticks.add(new Tick(percent(x(begin(year))), Integer.toString(year)));
        }
        List<Period> periods = new ArrayList<>();
        for (CertificateRow row : rows.subList(0, Math.min(MAX_PERIODS, rows.size()))) {
            periods.add(period(row, report));
        }
        int more = rows.size() - MAX_PERIODS;
        return new Timeline(
                begin(firstYear).getEpochSecond(),
                begin(lastYear + 1).getEpochSecond(),
                ticks,
                band(report.facts().window(), report.language()),
                List.copyOf(periods),
                more <= 0
                        ? ""
                        : report.language()
                                .text(
                                        "report.timeline-more",
                                        "This chart does not show the rows that expire last ({number}).",
                                        "number",
                                        more));
    }

    private WindowBand band(ChangeWindow window, Language language) {
        long left = Math.min(x(window.start()), WIDTH - LEAST_WIDTH);
        long width = Math.max(LEAST_WIDTH, x(window.end()) - left);
        return new WindowBand(
                percent(left),
                percent(width),
                window.isGiven()
                        ? language.text("report.timeline-window", "change window")
                        : language.text("report.timeline-check", "this check"));
    }

    private Period period(CertificateRow row, Report report) {
        Language language = report.language();
        Certificate certificate = row.certificate();
        long left = Math.min(x(certificate.notBefore()), WIDTH - LEAST_WIDTH);
        long right = Math.max(left + LEAST_WIDTH, x(certificate.notAfter()));
        return new Period(
                tone(row, report.facts()),
                row.placeName(),
                row.fewNodes(),
                row.name(),
                percent(left),
                percent(right),
                certificate.notBefore().isBefore(begin(firstYear)),
                certificate.notAfter().isAfter(begin(lastYear + 1)),
                Stream.of(
                                row.status().label(language),
                                WindowText.period(day(certificate.notBefore()), day(certificate.notAfter()), language))
                        .collect(language.commas()),
                Stream.of(
                                row.subject(),
                                WindowText.period(certificate.notBefore(), certificate.notAfter(), language),
                                row.file())
                        .collect(language.commas()));
    }

    private static String tone(CertificateRow row, Facts facts) {
        Certificate certificate = row.certificate();
        if (row.status() == CertificateRow.Status.REPLACED) {
            return "gone";
        }
        if (!facts.window().within(certificate.notBefore(), certificate.notAfter())) {
            return "error";
        }
        return facts.situation().expiresSoon(certificate) ? "warning" : "good";
    }

    /** The position of an instant, in hundredths of a percent, at most at an edge. */
    private long x(Instant instant) {
        long start = begin(firstYear).getEpochSecond();
        long end = begin(lastYear + 1).getEpochSecond();
        long second = Math.max(start, Math.min(end, instant.getEpochSecond()));
        return (second - start) * WIDTH / (end - start);
    }

    private static String percent(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString() + "%";
    }

    private static int year(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).getYear();
    }

    private static Instant begin(int year) {
        return OffsetDateTime.of(year, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).toInstant();
    }

    private static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}

package io.github.cucmcerts.report;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.report.HtmlPage.Period;
import io.github.cucmcerts.report.HtmlPage.Tick;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Visible;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Validity periods on one time axis. It shows a few years around the change window; what lasts longer runs off its edge.
 *
 * @param windowX where the change window begins
 */
record Timeline(List<Tick> ticks, List<Period> periods, int windowX, int windowWidth, int height) {
    private static final int WIDTH = 1000;
    private static final int TOP = 22;
    private static final int STEP = 17;
    private static final int YEARS_BEFORE = 3;
    private static final int YEARS_AFTER = 12;
    private static final int MAX_PERIODS = 2_000;

    static Timeline of(Report report) {
        List<Certificate> certificates = report.sets().stream()
                .flatMap(set -> Stream.of(
                                set.leaf().stream(),
                                set.identities().stream(),
                                report.facts().authorities(set).stream())
                        .flatMap(all -> all))
                .distinct()
                .sorted(Comparator.comparing(Certificate::notAfter).thenComparing(Certificate::sha256))
                .limit(MAX_PERIODS)
                .toList();
        return new Axis(report).timeline(certificates);
    }

    private static final class Axis {
        private final Report report;
        private final ChangeWindow window;
        private final Map<Certificate, String> ids = new HashMap<>();
        private final int firstYear;
        private final int lastYear;
        private final long start;
        private final long end;

        Axis(Report report) {
            this.report = report;
            report.sets().forEach(set -> set.leaf().ifPresent(leaf -> ids.putIfAbsent(leaf, set.id())));
            window = report.facts().window();
            firstYear = window.start().atOffset(ZoneOffset.UTC).getYear() - YEARS_BEFORE;
            lastYear = window.end().atOffset(ZoneOffset.UTC).getYear() + YEARS_AFTER;
            start = begin(firstYear).getEpochSecond();
            end = begin(lastYear).getEpochSecond();
        }

        private static Instant begin(int year) {
            return Instant.EPOCH.atOffset(ZoneOffset.UTC).withYear(year).toInstant();
        }

        private int x(Instant instant) {
            long seconds = Math.max(start, Math.min(end, instant.getEpochSecond()));
            return Math.toIntExact((seconds - start) * WIDTH / (end - start));
        }

        Timeline timeline(List<Certificate> certificates) {
            List<Tick> ticks = new ArrayList<>();
            for (int year = firstYear + 1; year < lastYear; year++) {
                ticks.add(new Tick(x(begin(year)), Integer.toString(year)));
            }
            List<Period> periods = new ArrayList<>();
            for (Certificate certificate : certificates) {
                periods.add(period(certificate, TOP + STEP * periods.size()));
            }
            int left = x(window.start());
            return new Timeline(ticks, periods, left, Math.max(3, x(window.end()) - left), TOP + STEP * periods.size());
        }

        private Period period(Certificate certificate, int y) {
            int left = x(certificate.notBefore());
            String name = certificate
                    .subject()
                    .commonName()
                    .orElse(certificate.subject().toString());
            return new Period(
                    tone(certificate),
                    left,
                    Math.max(2, x(certificate.notAfter()) - left),
                    y,
                    Visible.of(Bounds.text(name) + " · "
                            + certificate.notAfter().atOffset(ZoneOffset.UTC).toLocalDate()),
                    Visible.of(Bounds.text(certificate.subject().toString()) + ", " + certificate.notBefore() + " to "
                            + certificate.notAfter() + ", "
                            + certificate.origin().file()));
        }

        private String tone(Certificate certificate) {
            if (!window.within(certificate.notBefore(), certificate.notAfter())) {
                return "error";
            }
            return report.facts().expiresSoon(certificate) ? "warning" : "good";
        }
    }
}

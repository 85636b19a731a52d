package io.github.cucmcerts.report;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.report.HtmlPage.Period;
import io.github.cucmcerts.report.HtmlPage.Tick;
import io.github.cucmcerts.report.HtmlPage.Timeline;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Draws validity periods on an axis of a few years around the change window; what lasts longer runs off its edge. */
record TimeAxis(Facts facts, int firstYear, int lastYear) {
    private static final int WIDTH = 1000;
    private static final int TOP = 22;
    private static final int STEP = 17;
    private static final int YEARS_BEFORE = 3;
    private static final int YEARS_AFTER = 12;
    private static final int MAX_PERIODS = 2_000;

    static Timeline draw(Report report) {
        Set<Certificate> certificates = new LinkedHashSet<>();
        for (UploadSet set : report.sets()) {
            set.leaf().ifPresent(certificates::add);
            certificates.addAll(set.deployed().identities());
            certificates.addAll(report.facts().authorities(set));
        }
        ChangeWindow window = report.facts().window();
        return new TimeAxis(report.facts(), year(window.start()) - YEARS_BEFORE, year(window.end()) + YEARS_AFTER)
                .timeline(certificates.stream()
                        .sorted(Comparator.comparing(Certificate::notAfter).thenComparing(Certificate::sha256))
                        .limit(MAX_PERIODS)
                        .toList());
    }

    private static int year(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).getYear();
    }

    private static long begin(int year) {
        return Instant.EPOCH.atOffset(ZoneOffset.UTC).withYear(year).toEpochSecond();
    }

    private int x(long second) {
        long start = begin(firstYear);
        long end = begin(lastYear);
        return Math.toIntExact((Math.max(start, Math.min(end, second)) - start) * WIDTH / (end - start));
    }

    private int x(Instant instant) {
        return x(instant.getEpochSecond());
    }

    private Timeline timeline(List<Certificate> certificates) {
        List<Tick> ticks = new ArrayList<>();
        for (int year = firstYear + 1; year < lastYear; year++) {
            ticks.add(new Tick(x(begin(year)), Integer.toString(year)));
        }
        List<Period> periods = new ArrayList<>();
        for (Certificate certificate : certificates) {
            periods.add(period(certificate, TOP + STEP * periods.size()));
        }
        int left = x(facts.window().start());
        int width = Math.max(3, x(facts.window().end()) - left);
        return new Timeline(ticks, periods, left, width, TOP + STEP * periods.size());
    }

    private Period period(Certificate certificate, int y) {
        int left = x(certificate.notBefore());
        String subject = certificate.subject().toString();
        String name = certificate.subject().commonName().orElse(subject);
        return new Period(
                tone(certificate),
                left,
                Math.max(2, x(certificate.notAfter()) - left),
                y,
                Visible.of(Bounds.text(name) + " · "
                        + certificate.notAfter().atOffset(ZoneOffset.UTC).toLocalDate()),
                Visible.of(Bounds.text(subject) + ", " + certificate.notBefore() + " to " + certificate.notAfter()
                        + ", " + certificate.origin().file()));
    }

    private String tone(Certificate certificate) {
        if (!facts.window().within(certificate.notBefore(), certificate.notAfter())) {
            return "error";
        }
        return facts.situation().expiresSoon(certificate) ? "warning" : "good";
    }
}

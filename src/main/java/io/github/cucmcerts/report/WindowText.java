package io.github.cucmcerts.report;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.text.Language;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The change window for people: in its own offset, followed by UTC. */
public final class WindowText {
    private WindowText() {}

    /** For example {@code 2026-12-01 22:00 to 2026-12-02 02:00 -06:00 (2026-12-02 04:00 to 2026-12-02 08:00 UTC)}. */
    public static String of(ChangeWindow window, Language language) {
        if (!window.isGiven()) {
            return language.text("report.window-now", "Now (no change window given)");
        }
        return both(window.first(), window.last(), language);
    }

    private static String both(OffsetDateTime first, OffsetDateTime last, Language language) {
        String own = period(first, last, language);
        if (isUtc(first) && isUtc(last)) {
            return own;
        }
        String utc = period(
                first.withOffsetSameInstant(ZoneOffset.UTC), last.withOffsetSameInstant(ZoneOffset.UTC), language);
        return language.text("report.window-in-utc", "{own} ({utc})", "own", own, "utc", utc);
    }

    /** Another moment, also in the window's offset. */
    public static String of(ChangeWindow window, Instant instant, Language language) {
        return of(window, instant, instant, language);
    }

    /** Another period, also in the window's offset. */
    public static String of(ChangeWindow window, Instant first, Instant last, Language language) {
        ZoneOffset offset = window.first().getOffset();
        return both(first.atOffset(offset), last.atOffset(offset), language);
    }

    private static String period(OffsetDateTime first, OffsetDateTime last, Language language) {
        if (first.equals(last)) {
            return moment(first) + " " + offset(first);
        }
        String end = moment(last) + " " + offset(last);
        String start = first.getOffset().equals(last.getOffset()) ? moment(first) : moment(first) + " " + offset(first);
        return period(start, end, language);
    }

    static String period(Object start, Object end, Language language) {
        return language.text("report.period", "{start} to {end}", "start", start, "end", end);
    }

    /** Shows seconds only if they are not zero. */
    private static String moment(OffsetDateTime time) {
        LocalDateTime local = time.toLocalDateTime();
        return local.toLocalDate() + " " + local.toLocalTime();
    }

    private static String offset(OffsetDateTime time) {
        return isUtc(time) ? "UTC" : time.getOffset().toString();
    }

    private static boolean isUtc(OffsetDateTime time) {
        return time.getOffset().equals(ZoneOffset.UTC);
    }
}

package io.github.cucmcerts.cucm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The time of the uploads, both ends included. Validity is checked for every instant of it.
 *
 * @param first its first instant, with the offset of the parameter
 * @param last its last instant, with the offset of the parameter
 * @param isGiven false if no window is configured, so the moment of the build is the window
 */
public record ChangeWindow(OffsetDateTime first, OffsetDateTime last, boolean isGiven) {
    public ChangeWindow {
        if (last.isBefore(first)) {
            throw new Reversed(first, last);
        }
    }

    /** The window ends before it starts. */
    public static final class Reversed extends IllegalArgumentException {
        private final OffsetDateTime first;
        private final OffsetDateTime last;

        private Reversed(OffsetDateTime first, OffsetDateTime last) {
            super("The change window ends (" + last + ") before it starts (" + first + ")");
            this.first = first;
            this.last = last;
        }

        public OffsetDateTime first() {
            return first;
        }

        public OffsetDateTime last() {
            return last;
        }
    }

    /** The window if none is configured: the current second. */
    public static ChangeWindow now(Instant now) {
        OffsetDateTime second = now.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
        return new ChangeWindow(second, second, false);
    }

    public static ChangeWindow at(Instant instant) {
        return between(instant, instant);
    }

    public static ChangeWindow between(Instant start, Instant end) {
        return new ChangeWindow(start.atOffset(ZoneOffset.UTC), end.atOffset(ZoneOffset.UTC), true);
    }

    /**
     * Reads an instant with offset, a date (the whole day in UTC), or {@code start/end} of these.
     *
     * @throws Reversed if it ends before it starts
     * @throws IllegalArgumentException if it is none of them
     */
    public static ChangeWindow parse(String text) {
        String[] ends = text.strip().split("/", -1);
        if (ends.length > 2) {
            throw new IllegalArgumentException(text);
        }
        ChangeWindow first = single(ends[0].strip());
        return ends.length == 1 ? first : new ChangeWindow(first.first, single(ends[1].strip()).last, true);
    }

    private static ChangeWindow single(String part) {
        try {
            if (part.indexOf('T') < 0) {
                OffsetDateTime day = LocalDate.parse(part).atStartOfDay().atOffset(ZoneOffset.UTC);
                return new ChangeWindow(day, day.plusDays(1).minusSeconds(1), true);
            }
            OffsetDateTime instant = OffsetDateTime.parse(part);
            return new ChangeWindow(instant, instant, true);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public Instant start() {
        return first.toInstant();
    }

    public Instant end() {
        return last.toInstant();
    }

    /** Whether the window ends after the last valid instant. */
    public boolean endsAfter(Instant notAfter) {
        return end().isAfter(notAfter);
    }

    /** Whether the window starts before the first valid instant. */
    public boolean startsBefore(Instant notBefore) {
        return start().isBefore(notBefore);
    }

    /** Whether the whole window is between the two instants, both included. */
    public boolean within(Instant notBefore, Instant notAfter) {
        return !startsBefore(notBefore) && !endsAfter(notAfter);
    }
}

package io.github.cucmcerts.cucm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** When the uploads happen, both ends included. Validity is judged for every instant of it. */
public record ChangeWindow(Instant start, Instant end) {
    public ChangeWindow {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("The change window ends (" + end + ") before it starts (" + start
                    + "): see cucm-certs.changeWindow");
        }
    }

    public static ChangeWindow at(Instant instant) {
        return new ChangeWindow(instant, instant);
    }

    /**
     * Reads an instant with offset, a date (the whole day, UTC), or {@code start/end} of these.
     *
     * @throws IllegalArgumentException with the allowed forms, where it is none of them
     */
    public static ChangeWindow parse(String text) {
        String[] ends = text.strip().split("/", -1);
        if (ends.length > 2) {
            throw notAWindow(text);
        }
        ChangeWindow first = single(ends[0].strip(), text);
        return ends.length == 1 ? first : new ChangeWindow(first.start, single(ends[1].strip(), text).end);
    }

    private static ChangeWindow single(String part, String whole) {
        try {
            if (part.indexOf('T') < 0) {
                LocalDate day = LocalDate.parse(part);
                Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
                return new ChangeWindow(start, start.plusSeconds(24 * 60 * 60 - 1));
            }
            return at(OffsetDateTime.parse(part).toInstant());
        } catch (DateTimeException e) {
            throw notAWindow(whole);
        }
    }

    private static IllegalArgumentException notAWindow(String text) {
        return new IllegalArgumentException(
                "Unknown value '" + text + "' of cucm-certs.changeWindow. Allowed: a date and time with its offset"
                        + " (2026-12-01T22:00:00Z, 2026-12-01T22:00:00-06:00; a local time is not enough), a date (2026-12-01, the"
                        + " whole day in UTC), or start/end of these");
    }

    /** Whether something that lasts until then, that instant included, has ended at any instant of the window. */
    public boolean endsAfter(Instant notAfter) {
        return end.isAfter(notAfter);
    }

    /** Whether something that starts then has not started yet at any instant of the window. */
    public boolean startsBefore(Instant notBefore) {
        return start.isBefore(notBefore);
    }

    /** Whether all of the window lies between the two instants, both included. */
    public boolean within(Instant notBefore, Instant notAfter) {
        return !startsBefore(notBefore) && !endsAfter(notAfter);
    }
}

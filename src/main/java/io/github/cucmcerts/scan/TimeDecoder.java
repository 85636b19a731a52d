package io.github.cucmcerts.scan;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.x509.Time;

/** Decodes dates. Those that are written as RFC 5280, section 4.1.2.5, demands take a tenth of the library's time here. */
final class TimeDecoder {
    /** What the library puts for Z. */
    private static final String UTC = "GMT+00:00";

    private static final int DIGITS = "YYYYMMDDhhmmss".length();
    /** From when on the library and java.time have one calendar. */
    private static final String GREGORIAN = "1583";

    private TimeDecoder() {}

    /**
     * @throws RuntimeException where it is no date
     */
    static Instant decode(Time time) {
        String text = time.getTime();
        if (isUsual(text)) {
            try {
                return LocalDateTime.of(
                                Integer.parseUnsignedInt(text, 0, 4, 10),
                                Integer.parseUnsignedInt(text, 4, 6, 10),
                                Integer.parseUnsignedInt(text, 6, 8, 10),
                                Integer.parseUnsignedInt(text, 8, 10, 10),
                                Integer.parseUnsignedInt(text, 10, 12, 10),
                                Integer.parseUnsignedInt(text, 12, 14, 10))
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                // the library tells what it is
            }
        }
        return time.getDate().toInstant();
    }

    private static boolean isUsual(String text) {
        if (text.length() != DIGITS + UTC.length() || !text.endsWith(UTC) || text.compareTo(GREGORIAN) < 0) {
            return false;
        }
        for (int i = 0; i < DIGITS; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}

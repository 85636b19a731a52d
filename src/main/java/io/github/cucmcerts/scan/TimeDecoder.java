package io.github.cucmcerts.scan;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x509.Time;

/** Decodes dates. For dates in the form of RFC 5280, section 4.1.2.5, it needs a tenth of the library's time. */
final class TimeDecoder {
    /** How the library writes Z. */
    private static final String UTC = "GMT+00:00";

    private static final int DIGITS = "YYYYMMDDhhmmss".length();
    /** From this year on, the library and java.time use the same calendar. */
    private static final String GREGORIAN = "1583";

    private TimeDecoder() {}

    /**
     * @throws RuntimeException if it is not a date
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
                // The library reports what it is.
            }
        }
        return time.getDate().toInstant();
    }

    /** The date as written, if it is not in GMT with seconds and without a fraction (RFC 5280, section 4.1.2.5). */
    static Optional<String> odd(Time time) {
        boolean isShort = time.toASN1Primitive() instanceof ASN1UTCTime;
        String text = isShort
                ? time.toASN1Primitive().toString()
                : ((ASN1GeneralizedTime) time.toASN1Primitive()).getTimeString();
        int digits = isShort ? DIGITS - 2 : DIGITS;
        boolean isUsual = text.length() == digits + 1 && text.endsWith("Z") && hasDigits(text, digits);
        return isUsual ? Optional.empty() : Optional.of(text);
    }

    private static boolean isUsual(String text) {
        return text.length() == DIGITS + UTC.length()
                && text.endsWith(UTC)
                && text.compareTo(GREGORIAN) >= 0
                && hasDigits(text, DIGITS);
    }

    private static boolean hasDigits(String text, int count) {
        for (int i = 0; i < count; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}

package io.github.cucmcerts.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x509.Time;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A date in any form is the instant that it states. */
class TimeDecoderTest {
    @ParameterizedTest
    @CsvSource({
        "260101000000Z, 2026-01-01T00:00:00Z, false",
        "2601010000Z, 2026-01-01T00:00:00Z, true",
        "260101000000+0100, 2025-12-31T23:00:00Z, true",
        "2601010000-0530, 2026-01-01T05:30:00Z, true",
    })
    void utcTime(String written, Instant instant, boolean odd) {
        check(new Time(new ASN1UTCTime(written)), written, instant, odd);
    }

    @ParameterizedTest
    @CsvSource({
        "20260101000000Z, 2026-01-01T00:00:00Z, false",
        "20260101000000.5Z, 2026-01-01T00:00:00.500Z, true",
        "20260101000000.123+0100, 2025-12-31T23:00:00.123Z, true",
        "202601010000Z, 2026-01-01T00:00:00Z, true",
        "2026010100Z, 2026-01-01T00:00:00Z, true",
        "20260101000000-0530, 2026-01-01T05:30:00Z, true",
        "20260101000000, 2026-01-01T00:00:00Z, true",
    })
    void generalizedTime(String written, Instant instant, boolean odd) {
        check(new Time(new ASN1GeneralizedTime(written)), written, instant, odd);
    }

    private static void check(Time time, String written, Instant instant, boolean odd) {
        assertThat(TimeDecoder.decode(time)).isEqualTo(instant);
        assertThat(TimeDecoder.odd(time)).isEqualTo(odd ? Optional.of(written) : Optional.empty());
    }
}

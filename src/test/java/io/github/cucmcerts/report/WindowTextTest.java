package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.text.Language;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTextTest {
    @ParameterizedTest
    @CsvSource({
        "2026-12-01T22:00:00Z, 2026-12-01 22:00 UTC",
        "2026-12-01T22:00:05+00:00, 2026-12-01 22:00:05 UTC",
        "2026-12-01T22:00:00-06:00, 2026-12-01 22:00 -06:00 (2026-12-02 04:00 UTC)",
        "2026-12-01T22:00:00-06:00/2026-12-02T02:00:00-06:00, "
                + "2026-12-01 22:00 to 2026-12-02 02:00 -06:00 (2026-12-02 04:00 to 2026-12-02 08:00 UTC)",
        "2026-10-31T22:00:00-05:00/2026-11-01T04:00:00-06:00, "
                + "2026-10-31 22:00 -05:00 to 2026-11-01 04:00 -06:00 (2026-11-01 03:00 to 2026-11-01 10:00 UTC)",
        "2026-12-01, 2026-12-01 00:00 to 2026-12-01 23:59:59 UTC",
    })
    void timesAreInTheWindowsOwnOffsetFollowedByUtc(String window, String text) {
        assertThat(WindowText.of(ChangeWindow.parse(window), Language.ENGLISH)).isEqualTo(text);
    }

    @Test
    void withoutAWindowTheTimeOfTheBuildCounts() {
        ChangeWindow now = ChangeWindow.now(Instant.parse("2026-12-01T22:00:00.123456789Z"));
        assertThat(WindowText.of(now, Language.ENGLISH)).isEqualTo("Now (no change window given)");
        assertThat(now.start()).isEqualTo(now.end()).isEqualTo("2026-12-01T22:00:00Z");
    }
}

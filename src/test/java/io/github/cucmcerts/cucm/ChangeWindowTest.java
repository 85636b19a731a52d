package io.github.cucmcerts.cucm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeWindowTest {
    @ParameterizedTest
    @CsvSource({
        "2026-12-01T22:00:00Z, 2026-12-01T22:00:00Z, 2026-12-01T22:00:00Z",
        "2026-12-01T22:00:00-06:00, 2026-12-02T04:00:00Z, 2026-12-02T04:00:00Z",
        "2026-12-01, 2026-12-01T00:00:00Z, 2026-12-01T23:59:59Z",
        "2026-12-01/2026-12-02, 2026-12-01T00:00:00Z, 2026-12-02T23:59:59Z",
        "2026-12-01T22:00:00Z/2026-12-02, 2026-12-01T22:00:00Z, 2026-12-02T23:59:59Z",
    })
    void readsInstantsDatesAndIntervals(String text, Instant start, Instant end) {
        ChangeWindow window = ChangeWindow.parse(text);
        assertThat(window.start()).isEqualTo(start);
        assertThat(window.end()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tonight",
                "2026-12-01T22:00:00",
                "2026-13-01",
                "2026-12-01/",
                "a/b/c",
                "2026-12-02/2026-12-01"
            })
    void rejectsAnythingElse(String text) {
        assertThatThrownBy(() -> ChangeWindow.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bothEndsOfValidityAreIncluded() {
        Instant instant = Instant.parse("2026-12-01T22:00:00Z");
        assertThat(ChangeWindow.at(instant).within(instant, instant)).isTrue();
        assertThat(ChangeWindow.at(instant).within(instant.plusSeconds(1), instant.plusSeconds(2)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "cucm-pub, CUCM-PUB.example.com, true",
        "cucm-pub.example.com, cucm-pub.example.com., true",
        "cucm-pub.example.com, cucm-pub.example.org, false",
        "10.1.2.3, 10, false",
    })
    void nodeNames(String one, String other, boolean same) {
        assertThat(new NodeName(one).sameAs(new NodeName(other))).isEqualTo(same);
    }
}

package io.github.cucmcerts.cucm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {
    @ParameterizedTest
    @CsvSource({
        "12.5, 12.5",
        "12.5(1), 12.5",
        "12.5(1)SU3, 12.5",
        "12.5.1, 12.5",
        "12.5(1) su8a, 12.5",
        "12.5.1.13900-152, 12.5",
        "10.5.1.10000-7, 10.5",
        "14, 14",
        "14.0(1), 14",
        "14SU3, 14SU3",
        "14 SU3, 14SU3",
        "14su4a, 14SU4",
        "14.0(1)SU2, 14SU2",
        "14.0.1.10000-20, 14",
        "14.0.1.13900-155, 14SU3",
        "14SU7, 14SU7",
        "15SU3a, 15SU3",
        "15.0.1.12900-234, 15SU2",
        "15SU12, 15SU12"
    })
    void readsCiscosSpelling(String written, String release) {
        assertThat(Release.parse(written)).hasToString(release);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9.1", "12", "12.5.2", "13", "14SU", "14.5", "14.0.2.13900", "16", "latest", "14SU100"})
    void rejectsAnythingElse(String written) {
        assertThatThrownBy(() -> Release.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(written);
    }

    @Test
    void aNewerReleaseCountsAsTheNewestKnownOne() {
        assertThat(Release.parse("14SU7").known()).hasToString("14SU4");
        assertThat(Release.parse("14SU4").known()).hasToString("14SU4");
        assertThat(Release.parse("15SU7").known()).hasToString("15SU7");
    }
}

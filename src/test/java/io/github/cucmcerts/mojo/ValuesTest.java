package io.github.cucmcerts.mojo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cucmcerts.text.WrongValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @Test
    void anUnknownReleaseIsRejectedWithTheKnownOnes() {
        assertThatThrownBy(() -> Values.release("9.1"))
                .isInstanceOf(WrongValue.class)
                .hasMessageStartingWith("Unknown value '9.1' of cucm-certs.release. Allowed: 10.0, 10.5, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"today", "2026-12-01T22:00:00", "2026-12-01/2026-12-02/2026-12-03"})
    void whatIsNoWindowIsRejectedWithTheForms(String text) {
        assertThatThrownBy(() -> Values.window(text))
                .isInstanceOf(WrongValue.class)
                .hasMessageStartingWith(
                        "Unknown value '" + text
                                + "' of cucm-certs.changeWindow. Allowed: a date and time with its offset (2026-12-01T22:00:00Z, ")
                .hasMessageEndingWith(", or start/end of these");
    }

    @Test
    void aWindowThatEndsBeforeItStartsIsRejectedWithBothEnds() {
        assertThatThrownBy(() -> Values.window("2026-12-02/2026-12-01"))
                .isInstanceOf(WrongValue.class)
                .hasMessage("The change window ends (2026-12-01T23:59:59Z) before it starts (2026-12-02T00:00Z): see"
                        + " cucm-certs.changeWindow");
    }
}

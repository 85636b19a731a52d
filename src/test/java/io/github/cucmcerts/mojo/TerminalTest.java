package io.github.cucmcerts.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    @ParameterizedTest
    @CsvSource({"80, 80", "100, 100", "120, 120", "200, 120", "13249, 120", "40, 60", "0, 80", "999999999, 120"})
    void theWidthFollowsTheTerminalWithinLimits(String wished, int columns) {
        assertThat(Terminal.columns(wished)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null", "''", "wide", "-1", "99999999999"},
            nullValues = "null")
    void anUnknownWidthIsEighty(String wished) {
        assertThat(Terminal.columns(wished)).isEqualTo(80);
    }
}

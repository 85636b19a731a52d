package io.github.cucmcerts.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void noNameIsACommandOfARunner() {
        assertThat(Visible.of("a##[error]b ###[group] ##VSO[task.setvariable]c"))
                .isEqualTo("a\\u0023#[error]b #\\u0023#[group] \\u0023#VSO[task.setvariable]c");
    }

    @Test
    void otherTextStays() {
        assertThat(Visible.of("O=Example #1, CN=a#[b] ## é 漢")).isEqualTo("O=Example #1, CN=a#[b] ## é 漢");
    }
}

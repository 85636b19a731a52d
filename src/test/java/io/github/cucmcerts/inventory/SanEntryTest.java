package io.github.cucmcerts.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.inventory.SanEntry.Kind;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entries are valid names of their kind, at any length. */
class SanEntryTest {
    private static final int MANY = 1_000_000;

    @ParameterizedTest
    @CsvSource({
        "DNS, cucm-pub.example.com",
        "DNS, cucm-pub.example.com.",
        "DNS, cucm-pub",
        "DNS, *.example.com",
        "DNS, _sip._tcp.example.com",
        "DNS, 1.2.3",
        "EMAIL, a@example.com",
        "EMAIL, a@b@example.com",
        "EMAIL, @a@b",
        "URI, sip:a@example.com"
    })
    void names(Kind kind, String value) {
        assertThat(entry(kind, value).isMalformed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DNS, ''",
        "DNS, .example.com",
        "DNS, cucm-pub..example.com",
        "DNS, cucm-pub.example.com..",
        "DNS, cucm pub",
        "DNS, https://cucm-pub",
        "DNS, cucm-pub:8443",
        "DNS, 10.1.2.3",
        "DNS, 10.1.2.3.",
        "DNS, 2001:db8::2",
        "DNS, a.*.example.com",
        "EMAIL, example.com",
        "EMAIL, @example.com",
        "EMAIL, a@",
        "EMAIL, a@@ b",
        "EMAIL, a b@example.com",
        "URI, example.com",
        "URI, sip:",
        "URI, 1sip:a"
    })
    void notNames(Kind kind, String value) {
        assertThat(entry(kind, value).isMalformed()).isTrue();
    }

    @Test
    void aLabelHasAtMost63Characters() {
        assertThat(entry(Kind.DNS, "a".repeat(63) + ".example.com").isMalformed())
                .isFalse();
        assertThat(entry(Kind.DNS, "a".repeat(64) + ".example.com").isMalformed())
                .isTrue();
        assertThat(entry(Kind.DNS, "example." + "a".repeat(64)).isMalformed()).isTrue();
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void longEntriesNeitherOverflowTheStackNorHang() {
        assertThat(entry(Kind.DNS, "a.".repeat(MANY) + "a").isMalformed()).isFalse();
        assertThat(entry(Kind.DNS, "a.".repeat(MANY) + ".").isMalformed()).isTrue();
        assertThat(entry(Kind.EMAIL, "@".repeat(MANY) + " ").isMalformed()).isTrue();
        assertThat(entry(Kind.URI, "a:".repeat(MANY) + " ").isMalformed()).isTrue();
    }

    private static SanEntry entry(Kind kind, String value) {
        return new SanEntry(kind, value, value);
    }
}

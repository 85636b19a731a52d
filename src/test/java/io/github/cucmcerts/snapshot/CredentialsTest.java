package io.github.cucmcerts.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
    @Test
    void theyAreSentInUtf8() {
        // RFC 7617, section 2.1
        assertThat(Credentials.of("test", "123£").authorization()).isEqualTo("Basic dGVzdDoxMjPCow==");
        assertThat(Credentials.of("Aladdin", "open: sesame").authorization())
                .isEqualTo("Basic QWxhZGRpbjpvcGVuOiBzZXNhbWU=");
    }

    @Test
    void toStringShowsNeither() {
        assertThat(Credentials.of("admin", "geheim")).hasToString("Credentials[not shown]");
    }

    @ParameterizedTest
    @CsvSource({"ad:min, geheim, colon", "admin, 'ge\nheim', control character", "'admin\r', geheim, control character"
    })
    void unusableCredentialsAreRejectedAndNotShown(String user, String password, String reason) {
        assertThatThrownBy(() -> Credentials.of(user, password))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContainingAny(user, password);
    }
}

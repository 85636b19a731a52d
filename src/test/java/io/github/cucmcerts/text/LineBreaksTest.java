package io.github.cucmcerts.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBreaksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cucm-pub.example.com/tomcat/a.pem | cucm-pub.·example.·com/·tomcat/·a.·pem",
                "CN=a,O=b | CN=a,·O=b",
                "One sentence. Another. | One sentence. Another.",
                "'a, b' | 'a,· b'",
                "ca/ | ca/",
                "plain | plain",
                "'' | ''"
            })
    void breaksANameButNoSentence(String text, String pieces) {
        assertThat(String.join("·", LineBreaks.pieces(text))).isEqualTo(pieces);
    }
}

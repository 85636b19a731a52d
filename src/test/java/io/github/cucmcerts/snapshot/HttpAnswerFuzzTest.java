package io.github.cucmcerts.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server answers, it is a response or a reported failure. */
class HttpAnswerFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nA: b\r\n\r\n",
                        "HTTP/1.0 302 Found\nLocation: /login\n\n")
                .map(answer -> answer.getBytes(StandardCharsets.US_ASCII));
    }

    @Timeout(20)
    @MethodSource("seeds")
    @FuzzTest
    void everyAnswerIsReadOrReported(byte[] bytes) {
        try {
            HttpAnswer answer = HttpAnswer.read(new ByteArrayInputStream(bytes));
            assertThat(answer.status()).isBetween(100, 599);
            assertThat(answer.body().remaining()).isLessThanOrEqualTo(HttpAnswer.MAX_BODY);
        } catch (IOException e) {
            assertThat(e).hasMessageMatching("its response.+|it does not answer in HTTP/1\\.1");
        }
    }
}

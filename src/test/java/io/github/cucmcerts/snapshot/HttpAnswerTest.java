package io.github.cucmcerts.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more",
                "HTTP/1.1 200 OK\nContent-Length: 5\n\nhello",
                "HTTP/1.0 200\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\ncontent-length:5\r\nContent-Length: 5\r\nNo colon\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n2\r\nhe\r\n03;x=y\r\nllo\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nA: b\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: identity\r\n\r\nhello"
            })
    void theBodyIsReadInEveryEncoding(String answer) throws IOException {
        HttpAnswer read = read(answer);
        assertThat(read.status()).isEqualTo(200);
        assertThat(StandardCharsets.US_ASCII.decode(read.body()).toString()).isEqualTo("hello");
    }

    @Test
    void anInformationalAnswerIsNotTheLast() throws IOException {
        HttpAnswer read = read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body().remaining()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404})
    void theBodyOfARejectionIsNotRead(int status) throws IOException {
        HttpAnswer read = read("HTTP/1.1 " + status + " No\r\nContent-Length: 99999999999\r\n\r\nx");
        assertThat(read.status()).isEqualTo(status);
        assertThat(read.body().remaining()).isZero();
    }

    @Test
    void theBodyCanBeEmpty() throws IOException {
        assertThat(read("HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n")
                        .location())
                .contains("/login");
        assertThat(read("HTTP/1.1 204 No Content\r\n\r\n").body().remaining()).isZero();
    }

    @Test
    void aBodyOfTheMaximumSizeIsRead() throws IOException {
        String body = "x".repeat(HttpAnswer.MAX_BODY);
        assertThat(read("HTTP/1.1 200 OK\r\n\r\n" + body).body().remaining()).isEqualTo(HttpAnswer.MAX_BODY);
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\n\r\n" + body + "x"))
                .hasMessage("its response is larger than 16 MiB");
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nContent-Length: 16777217\r\n\r\n"))
                .hasMessage("its response is larger than 16 MiB");
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1000000\r\n" + body
                        + "\r\n1\r\nx\r\n0\r\n\r\n"))
                .hasMessage("its response is larger than 16 MiB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK",
                "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n"
            })
    void aCutOffAnswerIsReported(String answer) {
        assertThatThrownBy(() -> read(answer))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("its response is cut off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_8.0\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nhello"
            })
    void anInvalidAnswerIsReported(String answer) {
        assertThatThrownBy(() -> read(answer)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void aChunkThatIsLongerThanItSaysIsReported() {
        assertThatThrownBy(() ->
                        read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello and more\r\n0\r\n\r\n"))
                .hasMessage("its response has a chunk that is longer than it says");
    }

    private static HttpAnswer read(String answer) throws IOException {
        return HttpAnswer.read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    }
}

package io.github.cucmcerts.snapshot;

import io.github.cucmcerts.text.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP/1.1 response (RFC 9112). Whatever the server sends, only a limited amount is kept.
 *
 * @param location the target of a redirect
 */
record HttpAnswer(int status, Optional<String> location, ByteBuffer body) {
    static final int MAX_BODY = 16 << 20;
    private static final int MAX_HEAD = 64 << 10;
    private static final int MAX_INFORMATIONAL = 10;
    private static final int OK = 200;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*+)?+");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,15})[ \t]*+(?:;.*+)?+");

    /** The response is invalid. */
    static final class Invalid extends ProtocolException {
        private final transient Message text;

        private Invalid(Message text) {
            super(text.toString());
            this.text = text;
        }

        private static Invalid of(String key, String english, Object... values) {
            return new Invalid(Message.of(key, english, values));
        }

        Message text() {
            return text;
        }
    }

    /**
     * Reads a response to its end.
     *
     * @throws Invalid with the reason
     */
    static HttpAnswer read(InputStream input) throws IOException {
        int status = status(input);
        Map<String, String> headers = headers(input);
        for (int informational = 0; status < OK && informational < MAX_INFORMATIONAL; informational++) {
            status = status(input);
            headers = headers(input);
        }
        if (status == Failures.UNAUTHORIZED || status == Failures.NOT_FOUND) {
            return new HttpAnswer(status, Optional.empty(), ByteBuffer.allocate(0)); // its body adds nothing
        }
        if (!headers.getOrDefault("content-encoding", "identity").equalsIgnoreCase("identity")) {
            throw Invalid.of(
                    "mojo.response-compressed", "its response is compressed, although the plugin did not request this");
        }
        return new HttpAnswer(
                status,
                Optional.ofNullable(headers.get("location")),
                ByteBuffer.wrap(body(input, headers)).asReadOnlyBuffer());
    }

    private static int status(InputStream input) throws IOException {
        Matcher status = STATUS.matcher(line(input, MAX_HEAD));
        if (!status.matches()) {
            throw Invalid.of("mojo.no-http", "it does not answer in HTTP/1.1");
        }
        return Integer.parseInt(status.group(1));
    }

    private static Map<String, String> headers(InputStream input) throws IOException {
        Map<String, String> headers = new HashMap<>();
        int room = MAX_HEAD;
        for (String line = line(input, room); !line.isEmpty(); line = line(input, room)) {
            room -= line.length() + 1;
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.merge(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip(),
                        (one, other) -> one.equals(other) ? one : one + "," + other);
            }
        }
        return headers;
    }

    private static byte[] body(InputStream input, Map<String, String> headers) throws IOException {
        if (headers.containsKey("transfer-encoding")) {
            if (!headers.get("transfer-encoding").equalsIgnoreCase("chunked")) {
                throw Invalid.of("mojo.not-chunked", "its response has a transfer encoding that is not chunked");
            }
            return chunks(input);
        }
        String announced = headers.get("content-length");
        if (announced == null) {
            byte[] body = input.readNBytes(MAX_BODY + 1);
            verifySize(body.length);
            return body;
        }
        if (!LENGTH.matcher(announced).matches()) {
            throw Invalid.of("mojo.length-no-number", "its response announces a length that is not a number");
        }
        return exactly(input, Long.parseLong(announced), 0);
    }

    private static byte[] chunks(InputStream input) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            Matcher chunk = CHUNK.matcher(line(input, MAX_HEAD));
            if (!chunk.matches()) {
                throw Invalid.of("mojo.chunk-without-length", "its response has a chunk without a length");
            }
            long length = Long.parseLong(chunk.group(1), 16);
            if (length == 0) {
                headers(input); // the trailers after the last chunk do not matter
                return body.toByteArray();
            }
            body.write(exactly(input, length, body.size()));
            if (!line(input, MAX_HEAD).isEmpty()) {
                throw Invalid.of("mojo.chunk-too-long", "its response has a chunk that is longer than it says");
            }
        }
    }

    /** Reads exactly this many bytes after {@code before} earlier ones. */
    private static byte[] exactly(InputStream input, long length, int before) throws IOException {
        verifySize(before + length);
        byte[] bytes = input.readNBytes((int) length);
        if (bytes.length < length) {
            throw cutOff();
        }
        return bytes;
    }

    private static void verifySize(long size) throws Invalid {
        if (size > MAX_BODY) {
            throw Invalid.of("mojo.response-large", "its response is larger than {size} MiB", "size", MAX_BODY >> 20);
        }
    }

    /** The line without its line end. */
    private static String line(InputStream input, int room) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = input.read(); octet != '\n'; octet = input.read()) {
            if (octet < 0) {
                throw cutOff();
            }
            if (line.length() >= room) {
                throw Invalid.of(
                        "mojo.head-large", "its response's head is larger than {size} KiB", "size", MAX_HEAD >> 10);
            }
            line.append((char) octet);
        }
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }

    private static Invalid cutOff() {
        return Invalid.of("mojo.response-cut-off", "its response is cut off");
    }
}

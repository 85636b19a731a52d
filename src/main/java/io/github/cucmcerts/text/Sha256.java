package io.github.cucmcerts.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The SHA-256 of bytes, or of a text in UTF-8. */
public final class Sha256 {
    /** The usual name of a list of digests. */
    public static final String SUMS = "SHA256SUMS";

    private Sha256() {}

    /**
     * The digests of files, one a line, as {@code sha256sum -c} reads them.
     *
     * @param files the content by name
     */
    public static String lines(Map<String, byte[]> files) {
        StringBuilder lines = new StringBuilder();
        files.forEach((name, content) -> lines.append(HexFormat.of().formatHex(of(content)))
                .append("  ")
                .append(name)
                .append('\n'));
        return lines.toString();
    }

    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

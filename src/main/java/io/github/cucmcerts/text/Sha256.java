package io.github.cucmcerts.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of bytes, or of a text in UTF-8. */
public final class Sha256 {
    /** The usual name of a list of digests. */
    public static final String SUMS = "SHA256SUMS";

    private Sha256() {}

    /** A line of a list of digests, as {@code sha256sum -c} reads it. */
    public static String line(byte[] content, String name) {
        return HexFormat.of().formatHex(of(content)) + "  " + name + "\n";
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

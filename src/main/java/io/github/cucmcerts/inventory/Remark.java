package io.github.cucmcerts.inventory;

/**
 * A fact about a file as a whole.
 *
 * @param detail the evidence, such as {@code PKCS#12} or {@code UTF-16}
 */
public record Remark(Kind kind, String detail) {
    /** What a remark is about. */
    public enum Kind {
        KEYSTORE,
        ARCHIVE,
        ENCODING,
        LINK_ESCAPES,
        NOT_READ
    }
}

package io.github.cucmcerts.inventory;

import io.github.cucmcerts.text.Message;

/**
 * A fact about a file as a whole.
 *
 * @param detail the evidence, such as {@code PKCS#12} or {@code UTF-16}
 */
public record Remark(Kind kind, Message detail) {
    /** What a remark is about. */
    public enum Kind {
        KEYSTORE,
        ARCHIVE,
        ENCODING,
        LINK_ESCAPES,
        NOT_READ
    }

    /** A remark whose detail is the same in every language. */
    public Remark(Kind kind, String detail) {
        this(kind, Message.value(detail));
    }
}

package io.github.cucmcerts.inventory;

import io.github.cucmcerts.text.Message;

/**
 * A part of a file, or a whole file, that cannot be decoded.
 *
 * @param reason why, as a clause that follows the file's name
 * @param problem the kind of reason
 */
public record Unreadable(Origin origin, Message reason, Problem problem) implements FileObject {
    /** Why something cannot be read. Each kind has its own remedy. */
    public enum Problem {
        /** It is cut off, damaged, in another format, too large, or too deep; the reason says which. */
        DAMAGED,
        /** It is a complete certificate that violates the standard. */
        MALFORMED_CERTIFICATE,
        /** It is a complete CSR that violates the standard. */
        MALFORMED_CSR,
        /** It is Base64 without BEGIN and END lines. */
        BARE_BASE64,
        /** The user does not have permission to read the file. */
        CLOSED_FILE,
        /** The user does not have permission to read the folder. */
        CLOSED_FOLDER
    }

    public Unreadable(Origin origin, Message reason) {
        this(origin, reason, Problem.DAMAGED);
    }

    @Override
    public String kind() {
        return "UNREADABLE";
    }
}

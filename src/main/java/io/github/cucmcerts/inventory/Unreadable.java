package io.github.cucmcerts.inventory;

/**
 * A part of a file, or a whole one, that can't be decoded.
 *
 * @param reason why, as a clause that follows the file's name
 * @param problem what kind of reason that is
 */
public record Unreadable(Origin origin, String reason, Problem problem) implements FileObject {
    /** Why something can't be read; each kind is mended in its own way. */
    public enum Problem {
        /** It is cut off, damaged, in another format, too large or too deep: the reason says which. */
        DAMAGED,
        /** It is a whole certificate, made against the rules. */
        MALFORMED_CERTIFICATE,
        /** It is a whole CSR, made against the rules. */
        MALFORMED_CSR,
        /** The user has no right to read the file. */
        CLOSED_FILE,
        /** The user has no right to read the folder. */
        CLOSED_FOLDER
    }

    public Unreadable(Origin origin, String reason) {
        this(origin, reason, Problem.DAMAGED);
    }

    @Override
    public String kind() {
        return "UNREADABLE";
    }
}

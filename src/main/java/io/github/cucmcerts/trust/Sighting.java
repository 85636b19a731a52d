package io.github.cucmcerts.trust;

/** A look, and its result. */
public record Sighting(Look look, Seen seen) {
    /** How the result compares with the planned certificate. */
    public enum Kind {
        AS_PLANNED,
        OTHER,
        /** The node sends no certificate with an EC key. */
        NOT_SEEN,
        UNREACHABLE
    }

    public Kind kind() {
        if (seen instanceof Seen.Served served) {
            return served.own().sha256().equals(look.expected()) ? Kind.AS_PLANNED : Kind.OTHER;
        }
        return seen instanceof Seen.Refused && look.purpose().isEcdsa() ? Kind.NOT_SEEN : Kind.UNREACHABLE;
    }
}

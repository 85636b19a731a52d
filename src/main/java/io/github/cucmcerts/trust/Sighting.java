package io.github.cucmcerts.trust;

/** A look, and what came of it. */
public record Sighting(Look look, Seen seen) {
    /** How what was seen compares with what should be served. */
    public enum Kind {
        AS_PLANNED,
        OTHER,
        /** The node has no certificate with an EC key to show. */
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

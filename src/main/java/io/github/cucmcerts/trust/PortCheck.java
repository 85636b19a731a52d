package io.github.cucmcerts.trust;

/** What a node serves at one port. */
public record PortCheck(Endpoint endpoint, ProbeResult result) {
    /** How the result compares with the planned certificate. */
    public enum Kind {
        AS_PLANNED,
        OTHER,
        /** The node sends no certificate with an EC key. */
        NOT_SHOWN,
        /** No service uses the port, and its service does not run on every node. */
        CLOSED,
        UNREACHABLE;

        /** Whether the node serves what it should not, or does not serve what it should. */
        public boolean isWrong() {
            return this == OTHER || this == UNREACHABLE;
        }
    }

    public Kind kind() {
        if (result instanceof ProbeResult.Served served) {
            return served.own().sha256().equals(endpoint.expected()) ? Kind.AS_PLANNED : Kind.OTHER;
        }
        if (result instanceof ProbeResult.NoSuchKey && endpoint.purpose().isEcdsa()) {
            return Kind.NOT_SHOWN;
        }
        return result instanceof ProbeResult.Closed && endpoint.port().service().isPresent()
                ? Kind.CLOSED
                : Kind.UNREACHABLE;
    }
}

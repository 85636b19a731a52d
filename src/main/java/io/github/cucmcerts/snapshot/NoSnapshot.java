package io.github.cucmcerts.snapshot;

import java.util.List;
import java.util.Optional;

/** Why a node gave no snapshot; the message says what is wrong. */
public final class NoSnapshot extends Exception {
    private final List<String> details;
    private final String fix;
    private final String untrusted;

    private NoSnapshot(String problem, List<String> details, String fix, String untrusted) {
        super(problem);
        this.details = List.copyOf(details);
        this.fix = fix;
        this.untrusted = untrusted;
    }

    static NoSnapshot of(String problem, String fix) {
        return new NoSnapshot(problem, List.of(), fix, null);
    }

    /**
     * The node's certificate is not trusted.
     *
     * @param details what the certificate contains
     * @param sha256 SHA-256 of the certificate, in hex
     */
    static NoSnapshot untrusted(String problem, List<String> details, String fix, String sha256) {
        return new NoSnapshot(problem, details, fix, sha256);
    }

    /** Evidence, one item per line. */
    public List<String> details() {
        return details;
    }

    /** What to do. */
    public String fix() {
        return fix;
    }

    /** The SHA-256 of the rejected certificate, in hex; empty for any other failure. */
    public Optional<String> untrusted() {
        return Optional.ofNullable(untrusted);
    }
}

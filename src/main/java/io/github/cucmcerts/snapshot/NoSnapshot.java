package io.github.cucmcerts.snapshot;

import io.github.cucmcerts.text.Message;
import java.util.List;
import java.util.Optional;

/** Why a node gave no snapshot. */
public final class NoSnapshot extends Exception {
    private final transient Message problem;
    private final transient List<Message> details;
    private final transient Message fix;
    private final String untrusted;

    private NoSnapshot(Message problem, List<Message> details, Message fix, String untrusted) {
        super(problem.toString());
        this.problem = problem;
        this.details = List.copyOf(details);
        this.fix = fix;
        this.untrusted = untrusted;
    }

    static NoSnapshot of(Message problem, Message fix) {
        return new NoSnapshot(problem, List.of(), fix, null);
    }

    /**
     * The node's certificate is not trusted.
     *
     * @param details what the certificate contains
     * @param sha256 SHA-256 of the certificate, in hex
     */
    static NoSnapshot untrusted(Message problem, List<Message> details, Message fix, String sha256) {
        return new NoSnapshot(problem, details, fix, sha256);
    }

    /** What is wrong. */
    public Message problem() {
        return problem;
    }

    /** Evidence, one item per line. */
    public List<Message> details() {
        return details;
    }

    /** What to do. */
    public Message fix() {
        return fix;
    }

    /** The SHA-256 of the rejected certificate, in hex; empty for any other failure. */
    public Optional<String> untrusted() {
        return Optional.ofNullable(untrusted);
    }
}

package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.util.List;
import java.util.Optional;

/** What came of a look. */
public sealed interface Seen {
    /**
     * The node served certificates.
     *
     * @param sent as the node sent them, its own first
     * @param oldTls what is old about the TLS that the node speaks, such as {@code TLS 1.0 only}; nothing where it is not old
     */
    record Served(List<Certificate> sent, Optional<String> oldTls) implements Seen {
        public Certificate own() {
            return sent.get(0);
        }
    }

    /**
     * The node speaks TLS, and has no certificate with a key of the kind that was asked for.
     *
     * @param reason how it said so
     */
    record Refused(String reason) implements Seen {}

    /**
     * There was no certificate to look at.
     *
     * @param reason what went wrong, as a clause
     * @param advice what to do about it
     */
    record Nothing(String reason, String advice) implements Seen {}
}

package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.util.List;
import java.util.Optional;

/** The result of a look. */
public sealed interface Seen {
    /**
     * The node served certificates.
     *
     * @param sent the certificates in the order in which the node sent them, its own first
     * @param oldTls why the TLS of the node is old, such as {@code TLS 1.0 only}; empty if it is not
     */
    record Served(List<Certificate> sent, Optional<String> oldTls) implements Seen {
        public Certificate own() {
            return sent.get(0);
        }
    }

    /**
     * The node uses TLS, but has no certificate with the requested type of key.
     *
     * @param reason the answer of the node, as a clause
     */
    record Refused(String reason) implements Seen {}

    /**
     * The node sent no certificate.
     *
     * @param reason what went wrong, as a clause
     * @param advice what to do, in complete sentences
     */
    record Nothing(String reason, String advice) implements Seen {}
}

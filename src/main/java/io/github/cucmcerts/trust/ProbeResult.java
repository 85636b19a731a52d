package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.text.Message;
import java.util.List;
import java.util.Optional;

/** The result of a connection to a node. */
public sealed interface ProbeResult {
    /**
     * The node served certificates.
     *
     * @param sent the certificates in the order in which the node sent them, its own first
     * @param tls13 whether the connection used TLS 1.3
     * @param oldTls why the TLS of the node is old, such as {@code TLS 1.0 only}; empty if it is not
     */
    record Served(List<Certificate> sent, boolean tls13, Optional<Message> oldTls) implements ProbeResult {
        public Certificate own() {
            return sent.get(0);
        }
    }

    /**
     * The node uses TLS, but accepted no offer for the requested type of key.
     *
     * @param reason the answer of the node, as a clause
     */
    record NoSuchKey(Message reason) implements ProbeResult {}

    /**
     * The host refused the connection, because no service uses the port.
     *
     * @param reason the answer, as a clause
     * @param advice what to do if the service runs on every node, in complete sentences
     */
    record Closed(Message reason, Message advice) implements ProbeResult {}

    /**
     * The node sent no certificate.
     *
     * @param reason what went wrong, as a clause
     * @param advice what to do, in complete sentences
     */
    record Failed(Message reason, Message advice) implements ProbeResult {}
}

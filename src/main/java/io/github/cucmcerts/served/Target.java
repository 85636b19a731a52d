package io.github.cucmcerts.served;

import io.github.cucmcerts.trust.Look;

/**
 * A look, and where the connection goes.
 *
 * @param host a name or an address
 */
public record Target(Look look, String host, int port) {
    /** As people write it. */
    String address() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}

package io.github.cucmcerts.served;

import io.github.cucmcerts.trust.Look;

/**
 * A look, and the address to connect to.
 *
 * @param host a name or an address
 */
public record Target(Look look, String host, int port) {
    /** As people write it, an IPv6 address in brackets. */
    String address() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}

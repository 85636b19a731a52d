package io.github.cucmcerts.net;

/**
 * Where to connect.
 *
 * @param host a name or an address
 */
public record HostPort(String host, int port) {
    /** As people write it, an IPv6 address in brackets. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}

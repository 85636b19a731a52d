package io.github.cucmcerts.snapshot;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.net.HostPort;
import java.util.Locale;

/**
 * A node, and where to connect to it.
 *
 * @param node the configured name, which its certificate must contain and after which its file is named
 * @param host the name or address to connect to
 */
public record Target(NodeName node, String host, int port) {
    static final String PATH = "/platformcom/api/v1/certmgr/config/snapshot/server";
    private static final int HTTPS = 443;

    /** The URL of the request. */
    public String url() {
        return "https://" + authority() + PATH;
    }

    /** The node's name as HTTP and URLs write it, with the port unless it is the standard port. */
    String authority() {
        String name = node.value().contains(":") ? "[" + node.value() + "]" : node.value();
        return port == HTTPS ? name : name + ":" + port;
    }

    /** The host and port of the connection. */
    public String address() {
        return new HostPort(host, port).toString();
    }

    /** The name of the node's file in {@code deployed/}. */
    public String fileName() {
        return node.value().toLowerCase(Locale.ROOT).replace(':', '-') + ".json";
    }
}

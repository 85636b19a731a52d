package io.github.cucmcerts.snapshot;

import io.github.cucmcerts.cucm.NodeName;
import java.util.Locale;

/**
 * A node that is asked, and where.
 *
 * @param node as it is configured: what its certificate has to name, and what its file is called
 * @param host the name or address that is connected to
 */
public record Target(NodeName node, String host, int port) {
    static final String PATH = "/platformcom/api/v1/certmgr/config/snapshot/server";
    private static final int HTTPS = 443;

    /** What is asked for. */
    public String url() {
        return "https://" + authority() + PATH;
    }

    /** The node's name as HTTP and URLs write it, with the port unless it is the usual one. */
    String authority() {
        String name = node.value().contains(":") ? "[" + node.value() + "]" : node.value();
        return port == HTTPS ? name : name + ":" + port;
    }

    /** Where the connection goes. */
    public String address() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** What the node's file in {@code deployed/} is called. */
    public String fileName() {
        return node.value().toLowerCase(Locale.ROOT).replace(':', '-') + ".json";
    }
}

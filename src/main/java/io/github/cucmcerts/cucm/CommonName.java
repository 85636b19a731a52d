package io.github.cucmcerts.cucm;

import java.util.regex.Pattern;

/**
 * What the common name of a CUCM certificate says: the node, and whether several nodes use the certificate. CUCM writes
 * {@code <host>-ms.<domain>} for several nodes, {@code <host>-EC.<domain>} for the EC key of one node, and {@code
 * <host>-EC-ms.<domain>} for both ("Setup Unified Communication Cluster", document 118731; Security Guide 14, chapter
 * Certificates).
 */
public record CommonName(String value) {
    private static final Pattern MULTI_SERVER = Pattern.compile("[^.]+-ms(\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUFFIX = Pattern.compile("(?<=[^.])(-EC)?(-ms)?(?=\\.|$)", Pattern.CASE_INSENSITIVE);

    /** Whether it has the form of a multi-server name. A node may also have such a name. */
    public boolean isMultiServer() {
        return MULTI_SERVER.matcher(value).matches();
    }

    /** The node's name, without CUCM's suffixes. */
    public NodeName node() {
        return new NodeName(SUFFIX.matcher(value).replaceFirst(""));
    }
}

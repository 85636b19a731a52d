package io.github.cucmcerts.cucm;

import java.util.regex.Pattern;

/**
 * What the common name of a CUCM certificate says: whose it is, and whether several nodes use it. CUCM writes {@code
 * <host>-ms.<domain>} for several nodes, {@code <host>-EC.<domain>} for the EC key of one, {@code <host>-EC-ms.<domain>} for
 * both ("Setup Unified Communication Cluster", document 118731; Security Guide 14, chapter Certificates).
 */
public record CommonName(String value) {
    private static final Pattern MULTI_SERVER = Pattern.compile("[^.]+-ms(\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUFFIX = Pattern.compile("(?<=[^.])(-EC)?(-ms)?(?=\\.|$)", Pattern.CASE_INSENSITIVE);

    /** Whether it has the form of a multi-server certificate's name. A host may be called so, too. */
    public boolean isMultiServer() {
        return MULTI_SERVER.matcher(value).matches();
    }

    /** The node's name, without what CUCM adds to it. */
    public NodeName node() {
        return new NodeName(SUFFIX.matcher(value).replaceFirst(""));
    }
}

package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.NamedKey;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a certificate is for one node or for several ("Setup Unified Communication Cluster", document 118731: the common
 * name of a multi-server CSR is {@code <host>-ms.<domain>}).
 */
public final class Distribution {
    private static final Pattern MULTI_SERVER = Pattern.compile("[^.]+-ms(\\..*)?", Pattern.CASE_INSENSITIVE);

    private Distribution() {}

    /** By its common name; of a purpose that has multi-server certificates also by names of several nodes. */
    static boolean isMultiServer(Purpose purpose, Optional<? extends NamedKey> request, Cluster cluster) {
        return request.filter(object -> isMultiServerName(object)
                        || purpose.isMultiServerIn(cluster.release()) && namesSeveral(object, cluster))
                .isPresent();
    }

    /** Whether the common name is that of a multi-server certificate. */
    public static boolean isMultiServerName(NamedKey object) {
        return object.subject()
                .commonName()
                .filter(name -> MULTI_SERVER.matcher(name).matches())
                .isPresent();
    }

    private static boolean namesSeveral(NamedKey object, Cluster cluster) {
        return cluster.nodes().stream()
                        .filter(node -> object.extensions().san().stream()
                                .anyMatch(entry -> entry.host()
                                        .map(NodeName::new)
                                        .filter(node::sameAs)
                                        .isPresent()))
                        .count()
                >= 2;
    }
}

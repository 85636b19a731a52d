package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.CommonName;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.SanEntry;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether a certificate is for one node or for several.
 *
 * @param multiServer whether several nodes use it
 * @param guessed whether only its subject alternative names say so; a single-server certificate may also name all other
 *     nodes
 * @param served the nodes that use it; empty if it is for one node
 */
public record Distribution(boolean multiServer, boolean guessed, List<NodeName> served) {
    private static final Distribution SINGLE_SERVER = new Distribution(false, false, List.of());

    /**
     * Finds the distribution. The common name that CUCM gives a multi-server CSR decides. If the purpose can be
     * multi-server, these also decide: the names of all configured nodes that it serves, or a common name of no node
     * together with the names of several nodes.
     *
     * @param request the CSR, or the leaf if there is no CSR
     * @param isFolder whether a folder of the directory belongs to that node
     */
    static Distribution of(
            Purpose purpose, Optional<? extends NamedKey> request, Cluster cluster, Predicate<NodeName> isFolder) {
        if (request.isEmpty()) {
            return SINGLE_SERVER;
        }
        if (isMultiServerName(request.get(), cluster)) {
            return new Distribution(true, false, served(purpose, request.get(), cluster));
        }
        if (!purpose.isMultiServerIn(cluster.release())) {
            return SINGLE_SERVER;
        }
        List<NodeName> nodes = cluster.nodes(purpose);
        boolean byName =
                isNamedAfterNoNode(request.get(), cluster, isFolder) && named(request.get(), cluster.nodes()) >= 2;
        boolean byAllNames = nodes.size() >= 2
                && nodes.stream().noneMatch(NodeName::isAddress)
                && named(request.get(), nodes) == nodes.size();
        return byName || byAllNames
                ? new Distribution(true, !byName, served(purpose, request.get(), cluster))
                : SINGLE_SERVER;
    }

    private static boolean isNamedAfterNoNode(NamedKey request, Cluster cluster, Predicate<NodeName> isFolder) {
        Optional<String> commonName = request.subject().commonName();
        if (commonName.isEmpty()) {
            return false;
        }
        NodeName name = new CommonName(commonName.get()).node();
        return !name.sameAsAny(cluster.nodes()) && !isFolder.test(name);
    }

    /**
     * Whether the common name has the form that CUCM gives a multi-server CSR and is not the name of a configured node.
     */
    public static boolean isMultiServerName(NamedKey object, Cluster cluster) {
        Optional<String> name = object.subject().commonName();
        return name.isPresent()
                && new CommonName(name.get()).isMultiServer()
                && !new NodeName(name.get()).sameAsAny(cluster.nodes());
    }

    private static int named(NamedKey object, List<NodeName> nodes) {
        int named = 0;
        for (NodeName node : nodes) {
            if (names(object, node)) {
                named++;
            }
        }
        return named;
    }

    /** Whether an entry of the subject alternative name is the node's name. */
    public static boolean names(NamedKey object, NodeName node) {
        for (SanEntry entry : object.extensions().san()) {
            Optional<String> host = entry.host();
            if (host.isPresent() && node.sameAs(new NodeName(host.get()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The configured nodes; if none is configured, the subject alternative names that can be nodes. Others are the
     * certificate's common name, wildcards, domains, or addresses of nodes that also have a name. The names for XMPP
     * federation are domains.
     */
    private static List<NodeName> served(Purpose purpose, NamedKey request, Cluster cluster) {
        List<NodeName> configured = cluster.nodes(purpose);
        if (!configured.isEmpty() || purpose.isXmppFederation()) {
            return configured;
        }
        Optional<NodeName> own = request.subject().commonName().map(NodeName::new);
        List<NodeName> names = request.extensions().san().stream()
                .flatMap(entry -> entry.host().stream())
                .filter(host -> !host.contains("*"))
                .map(NodeName::new)
                .toList();
        // if names are reversed, the names below a domain follow each other
        NavigableSet<String> reversed =
                names.stream().map(name -> reversed(name.value())).collect(Collectors.toCollection(TreeSet::new));
        return names.stream()
                .filter(name -> own.filter(name::sameAs).isEmpty() && !name.isAddress())
                .filter(name -> !isDomain(reversed(name.value()), reversed))
                .toList();
    }

    private static String reversed(String name) {
        return new StringBuilder(name.toLowerCase(Locale.ROOT)).reverse().toString();
    }

    /** Whether two or more of the names are below it; all names are reversed. */
    private static boolean isDomain(String name, NavigableSet<String> names) {
        return names.tailSet(name + ".").stream()
                        .limit(2)
                        .filter(other -> other.startsWith(name + "."))
                        .count()
                == 2;
    }
}

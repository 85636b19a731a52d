package io.github.cucmcerts.cucm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cluster as the build configures it.
 *
 * @param publisher the publisher's name; empty if it is not configured
 * @param subscribers the other CUCM nodes
 * @param presence the IM and Presence nodes, their publisher first
 * @param release empty if it is not configured
 * @param mixedMode whether the cluster security mode is 1
 * @param sso whether users sign in with SAML single sign-on
 * @param fips whether the nodes run in FIPS mode
 * @param commonCriteria whether the nodes run in Common Criteria mode, which checks host names strictly
 * @param xmppDomains the XMPP domains that the cluster hosts, as DNS domains
 */
public record Cluster(
        Optional<NodeName> publisher,
        List<NodeName> subscribers,
        List<NodeName> presence,
        Optional<Release> release,
        boolean mixedMode,
        boolean sso,
        boolean fips,
        boolean commonCriteria,
        List<String> xmppDomains) {

    /** A cluster without any configuration. */
    public static Cluster unknown() {
        return new Cluster(
                Optional.empty(), List.of(), List.of(), Optional.empty(), false, false, false, false, List.of());
    }

    /** All configured nodes, each once. */
    public List<NodeName> nodes() {
        return once(Stream.concat(withoutPresence(), presence.stream()));
    }

    /** The configured nodes that have a certificate for this purpose. */
    public List<NodeName> nodes(Purpose purpose) {
        return switch (purpose.runsOn()) {
            case ALL -> nodes();
            case PRESENCE -> once(presence.stream());
            case WITHOUT_PRESENCE -> once(withoutPresence());
        };
    }

    /**
     * The node where a multi-server certificate is uploaded: the publisher, or the IM and Presence publisher for IM and
     * Presence's own purposes.
     */
    public Optional<NodeName> publisher(Purpose purpose) {
        return purpose.runsOn() == Purpose.RunsOn.PRESENCE ? presence.stream().findFirst() : publisher;
    }

    private static List<NodeName> once(Stream<NodeName> names) {
        List<NodeName> nodes = new ArrayList<>();
        for (NodeName name : names.toList()) {
            if (!name.sameAsAny(nodes)) {
                nodes.add(name);
            }
        }
        return List.copyOf(nodes);
    }

    private Stream<NodeName> withoutPresence() {
        return Stream.concat(publisher.stream(), subscribers.stream());
    }

    /** Whether it is one of the configured IM and Presence nodes. */
    public boolean isPresence(NodeName node) {
        return node.sameAsAny(presence);
    }
}

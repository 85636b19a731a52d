package io.github.cucmcerts.cucm;

import java.util.List;
import java.util.stream.Stream;

/**
 * The cluster as the build configures it.
 *
 * @param publisher the publisher's name, or nothing where it is not configured
 * @param subscribers the other CUCM nodes
 * @param presence the IM and Presence nodes, their publisher first
 */
public record Cluster(List<NodeName> publisher, List<NodeName> subscribers, List<NodeName> presence) {

    public static Cluster unknown() {
        return new Cluster(List.of(), List.of(), List.of());
    }

    public List<NodeName> nodes() {
        return Stream.of(publisher, subscribers, presence).flatMap(List::stream).toList();
    }

    /** The configured nodes that carry a certificate of that purpose. */
    public List<NodeName> nodes(Purpose purpose) {
        return switch (purpose.nodes()) {
            case ALL -> nodes();
            case PRESENCE -> presence;
            case WITHOUT_PRESENCE ->
                Stream.of(publisher, subscribers).flatMap(List::stream).toList();
        };
    }
}

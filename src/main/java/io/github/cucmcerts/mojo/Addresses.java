package io.github.cucmcerts.mojo;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.snapshot.Target;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.WrongValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses of the nodes: their names, or the parameter {@code addresses}. */
final class Addresses {
    private static final Pattern PLACE =
            Pattern.compile("(?:\\[(?<six>[0-9A-Fa-f:.]+)]|(?<host>[^\\[\\]:]+))(?::(?<port>[0-9]{1,5}))?");

    private Addresses() {}

    /**
     * The address of a node.
     *
     * @param host a name or an address
     * @param port empty for the default port
     */
    record Place(String host, OptionalInt port) {}

    /**
     * The nodes, each with its address.
     *
     * @param addresses as {@code node=host[:port]}
     * @throws IllegalArgumentException if a node is unknown or has two addresses, or if an address is wrong
     */
    static List<Target> targets(List<NodeName> nodes, List<String> addresses, int port) {
        Map<NodeName, Place> places = places(nodes, addresses);
        List<Target> targets = new ArrayList<>();
        for (NodeName node : nodes) {
            Place place = places.get(node);
            targets.add(new Target(node, place.host(), place.port().orElse(port)));
        }
        return targets;
    }

    /** The place of each node; of one that the addresses do not name, its name is the place. */
    static Map<NodeName, Place> places(List<NodeName> nodes, List<String> addresses) {
        Map<NodeName, Place> elsewhere = new HashMap<>();
        for (String text : addresses) {
            int equals = text.indexOf('=');
            NodeName named = new NodeName(equals < 0 ? "" : text.substring(0, equals));
            List<NodeName> meant = nodes.stream().filter(named::sameAs).toList();
            // a short name can mean nodes of two domains
            if (meant.isEmpty()
                    || meant.stream().anyMatch(one -> !meant.stream().allMatch(one::sameAs))) {
                throw unknown(text, nodes);
            }
            Place place = place(text.substring(equals + 1).strip()).orElseThrow(() -> unknown(text, nodes));
            for (NodeName node : meant) {
                if (elsewhere.put(node, place) != null) {
                    throw WrongValue.of(
                            "mojo.two-addresses", "cucm-certs.addresses has two addresses of {node}.", "node", node);
                }
            }
        }
        for (NodeName node : nodes) {
            elsewhere.computeIfAbsent(node, itself -> new Place(itself.value(), OptionalInt.empty()));
        }
        return elsewhere;
    }

    private static Optional<Place> place(String text) {
        Matcher place = PLACE.matcher(text);
        if (!place.matches()) {
            return Optional.empty();
        }
        String host = place.group("six") == null ? place.group("host") : place.group("six");
        OptionalInt port = place.group("port") == null
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(place.group("port")));
        return new NodeName(host).isHost() && (port.isEmpty() || Values.isPort(port.getAsInt()))
                ? Optional.of(new Place(host, port))
                : Optional.empty();
    }

    private static WrongValue unknown(String text, List<NodeName> nodes) {
        Object allowed = nodes.stream()
                .<Object>map(NodeName::value)
                .reduce((first, other) ->
                        Message.of("mojo.one-or-other", "{first} or {other}", "first", first, "other", other))
                .orElse("");
        return Values.unknown(
                "addresses",
                text,
                Message.of(
                        "mojo.allowed-addresses",
                        "NODE=HOST or NODE=HOST:PORT, an IPv6 address in brackets, where NODE is {nodes}",
                        "nodes",
                        allowed));
    }
}

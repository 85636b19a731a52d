package io.github.cucmcerts.mojo;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.snapshot.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The addresses of the nodes: their names, or the parameter {@code addresses}. */
final class Addresses {
    private static final String PARAMETER = "addresses";
    private static final Pattern PLACE =
            Pattern.compile("(?:\\[(?<six>[0-9A-Fa-f:.]+)]|(?<host>[^\\[\\]:]+))(?::(?<port>[0-9]{1,5}))?");

    private Addresses() {}

    /**
     * The nodes, each with its address.
     *
     * @param addresses as {@code node=host[:port]}
     * @throws IllegalArgumentException if a node is unknown or has two addresses, or if an address is wrong
     */
    static List<Target> targets(List<NodeName> nodes, List<String> addresses, int port) {
        Map<NodeName, Target> elsewhere = new HashMap<>();
        for (String text : addresses) {
            int equals = text.indexOf('=');
            NodeName named = new NodeName(equals < 0 ? "" : text.substring(0, equals));
            List<NodeName> meant = nodes.stream().filter(named::sameAs).toList();
            if (meant.size() != 1) {
                throw unknown(text, nodes);
            }
            NodeName node = meant.get(0);
            Target target =
                    place(node, text.substring(equals + 1).strip(), port).orElseThrow(() -> unknown(text, nodes));
            if (elsewhere.put(node, target) != null) {
                throw new IllegalArgumentException("cucm-certs." + PARAMETER + " has two addresses of " + node + ".");
            }
        }
        List<Target> targets = new ArrayList<>();
        for (NodeName node : nodes) {
            targets.add(elsewhere.getOrDefault(node, new Target(node, node.value(), port)));
        }
        return targets;
    }

    private static Optional<Target> place(NodeName node, String text, int usualPort) {
        Matcher place = PLACE.matcher(text);
        if (!place.matches()) {
            return Optional.empty();
        }
        String host = place.group("six") == null ? place.group("host") : place.group("six");
        int port = place.group("port") == null ? usualPort : Integer.parseInt(place.group("port"));
        return Values.isHost(host) && Values.isPort(port)
                ? Optional.of(new Target(node, host, port))
                : Optional.empty();
    }

    private static IllegalArgumentException unknown(String text, List<NodeName> nodes) {
        return Values.unknown(
                PARAMETER,
                text,
                "NODE=HOST or NODE=HOST:PORT, an IPv6 address in brackets, where NODE is "
                        + nodes.stream().map(NodeName::value).collect(Collectors.joining(" or ")));
    }
}

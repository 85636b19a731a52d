package io.github.cucmcerts.cucm;

import java.util.List;
import java.util.Optional;

/**
 * A port at which a node serves a purpose's certificate.
 *
 * @param speech what is spoken before TLS
 * @param documented whether the document says that the port serves this certificate; else it names the port, and what it serves is
 *     only known
 * @param source nothing where the build names the port
 */
public record Port(int number, Speech speech, boolean documented, Optional<Citation> source) {
    private static final String PORTS = "TCP and UDP Port Usage";

    /** What client and server say before TLS. */
    public enum Speech {
        /** Nothing. */
        TLS,
        /** XMPP between a client and its server (RFC 6120, section 5). */
        XMPP_CLIENT,
        /** XMPP between two servers. */
        XMPP_SERVER
    }

    /** The ports that serve the purpose's certificate; an -ECDSA purpose has those of its sibling, ipsec, ITLRecovery and authz none. */
    public static List<Port> of(Purpose purpose) {
        return switch (purpose.rsaSibling()) {
            case TOMCAT -> List.of(documented(8443, Document.PORTS, PORTS), documented(443, Document.PORTS, PORTS));
            case CALL_MANAGER ->
                List.of(known(5061, Document.PORTS, PORTS), documented(6972, Document.REMOTE_ACCESS, ""));
            case TVS -> List.of(documented(2445, Document.PORTS, PORTS));
            case CAPF -> List.of(documented(3804, Document.PORTS, PORTS));
            case CUP -> List.of(documented(5062, Document.PRESENCE_PORTS, ""));
            case CUP_XMPP -> List.of(known(5222, Document.PRESENCE_PORTS, "").after(Speech.XMPP_CLIENT));
            case CUP_XMPP_S2S ->
                List.of(documented(5269, Document.PRESENCE_PORTS, "").after(Speech.XMPP_SERVER));
            default -> List.of();
        };
    }

    /** The port that the build names for the purpose: what is spoken there is as at the purpose's own. */
    public static Port named(Purpose purpose, int number) {
        return new Port(number, of(purpose).get(0).speech(), false, Optional.empty());
    }

    private static Port documented(int number, Document document, String section) {
        return new Port(number, Speech.TLS, true, Optional.of(new Citation(document, section)));
    }

    private static Port known(int number, Document document, String section) {
        return new Port(number, Speech.TLS, false, Optional.of(new Citation(document, section)));
    }

    private Port after(Speech first) {
        return new Port(number, first, documented, source);
    }
}

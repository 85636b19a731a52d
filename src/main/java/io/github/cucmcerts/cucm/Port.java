package io.github.cucmcerts.cucm;

import java.util.List;
import java.util.Optional;

/**
 * A port at which a node serves a purpose's certificate.
 *
 * @param speech the protocol before TLS
 * @param documented whether the document says that the port serves this certificate. If not, the document lists the port, but does not
 *     say which certificate it serves
 * @param service the feature service that uses the port, which not every node runs; empty if every node runs it
 * @param source empty if the port is from the configuration
 */
public record Port(int number, Speech speech, boolean documented, Optional<String> service, Optional<Citation> source) {
    private static final String PORTS = "TCP and UDP Port Usage";

    /** The protocol that client and server use before TLS. */
    public enum Speech {
        /** They start with TLS. */
        TLS,
        /** XMPP between a client and its server (RFC 6120, section 5). */
        XMPP_CLIENT,
        /** XMPP between two servers. */
        XMPP_SERVER
    }

    /** The ports of the purpose. An -ECDSA purpose has the ports of its sibling; ipsec, ITLRecovery, and authz have none. */
    public static List<Port> of(Purpose purpose) {
        return switch (purpose.rsaSibling()) {
            case TOMCAT -> List.of(documented(8443, Document.PORTS, PORTS), documented(443, Document.PORTS, PORTS));
            case CALL_MANAGER ->
                List.of(
                        known(5061, Document.PORTS, PORTS).of("Cisco CallManager"),
                        documented(6972, Document.REMOTE_ACCESS, "").of("Cisco TFTP"));
            case TVS -> List.of(documented(2445, Document.PORTS, PORTS));
            case CAPF ->
                List.of(documented(3804, Document.PORTS, PORTS).of("Cisco Certificate Authority Proxy Function"));
            case CUP -> List.of(documented(5062, Document.PRESENCE_PORTS, "").of("Cisco SIP Proxy"));
            case CUP_XMPP ->
                List.of(known(5222, Document.PRESENCE_PORTS, "")
                        .after(Speech.XMPP_CLIENT)
                        .of("for XMPP clients"));
            case CUP_XMPP_S2S ->
                List.of(documented(5269, Document.PRESENCE_PORTS, "")
                        .after(Speech.XMPP_SERVER)
                        .of("Cisco XCP XMPP Federation Connection Manager"));
            default -> List.of();
        };
    }

    /** A port from the configuration, with the protocol and the service of the purpose's documented port. */
    public static Port named(Purpose purpose, int number) {
        List<Port> all = of(purpose);
        Port like =
                all.stream().filter(port -> port.number == number).findFirst().orElse(all.get(0));
        return new Port(number, like.speech, false, like.service, Optional.empty());
    }

    private static Port documented(int number, Document document, String section) {
        return new Port(number, Speech.TLS, true, Optional.empty(), Optional.of(new Citation(document, section)));
    }

    private static Port known(int number, Document document, String section) {
        return new Port(number, Speech.TLS, false, Optional.empty(), Optional.of(new Citation(document, section)));
    }

    private Port after(Speech first) {
        return new Port(number, first, documented, service, source);
    }

    private Port of(String feature) {
        return new Port(number, speech, documented, Optional.of(feature), source);
    }
}

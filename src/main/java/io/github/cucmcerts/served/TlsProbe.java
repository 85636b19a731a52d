package io.github.cucmcerts.served;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.net.Connector;
import io.github.cucmcerts.net.Deadline;
import io.github.cucmcerts.scan.Certificates;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Endpoint;
import io.github.cucmcerts.trust.ProbeResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsClientProtocol;

/**
 * Reads the certificates that a node serves at a port. It uses the low-level TLS client of Bouncy Castle for every version of TLS: no
 * setting of the JVM disables its algorithms, and in TLS 1.3 it can request one type of key. It uses no proxy.
 *
 * @param connector also has the timeout: how long it can take to connect, and then to read everything from the connection
 * @param timer ends what lasts longer
 * @param xmppDomain the XMPP domain to request; if empty, the node's name
 */
public record TlsProbe(Connector connector, Deadline.Timer timer, Optional<String> xmppDomain) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+");

    /** The result of one connection. It can fail after the certificates were sent. */
    private record Talk(List<Certificate> sent, Optional<ProtocolVersion> version, IOException end) {}

    public static TlsProbe of(Duration timeout, Optional<String> xmppDomain) {
        return new TlsProbe(Connector.of(timeout), Deadline.Timer.SYSTEM, xmppDomain);
    }

    /** Connects and reads. It always ends, whatever the node sends. */
    public ProbeResult read(Target target) {
        List<Message> reasons = new ArrayList<>();
        boolean refused = false;
        for (Offer offer : Offer.values()) {
            Talk talk;
            try {
                talk = talk(target, offer);
            } catch (IOException e) {
                if (reasons.isEmpty()) {
                    return Failures.of(e, target, connector.timeout());
                }
                // the service answered just before, so it runs on this node
                reasons.add(of(offer, Failures.reason(e)));
                return Failures.ofTls(Connector.joined(reasons));
            }
            if (!talk.sent().isEmpty()) {
                if (hasRequestedKey(talk.sent().get(0), target.endpoint())) {
                    return new ProbeResult.Served(talk.sent(), offer == Offer.TLS_1_3, oldTls(offer, talk.version()));
                }
                refused = true;
                reasons.add(
                        of(offer, Message.of("reason.other-key", "it sent a certificate with another type of key")));
            } else if (Failures.isFinal(talk.end())) {
                return Failures.of(talk.end(), target, connector.timeout());
            } else {
                refused |= Failures.isRefusal(talk.end());
                reasons.add(of(offer, Failures.reason(talk.end())));
            }
        }
        Message all = Connector.joined(reasons);
        return refused ? new ProbeResult.NoSuchKey(all) : Failures.ofTls(all);
    }

    private static Message of(Offer offer, Message reason) {
        return Message.of("reason.of-offer", "{offer}: {reason}", "offer", offer.label(), "reason", reason);
    }

    private static boolean hasRequestedKey(Certificate own, Endpoint endpoint) {
        return own.key().type().equals("EC") == endpoint.purpose().isEcdsa();
    }

    private static Optional<Message> oldTls(Offer offer, Optional<ProtocolVersion> version) {
        if (offer != Offer.OLD) {
            return Optional.empty();
        }
        if (version.filter(ProtocolVersion.TLSv10::equals).isPresent()) {
            return Optional.of(Message.of("reason.tls-10", "TLS 1.0 only"));
        }
        return Optional.of(
                version.filter(ProtocolVersion.TLSv11::equals).isPresent()
                        ? Message.of("reason.tls-11", "TLS 1.1 at most")
                        : Message.of("reason.tls-12", "only old cipher suites of TLS 1.2"));
    }

    /** @throws IOException if the connection fails */
    private Talk talk(Target target, Offer offer) throws IOException {
        try (Socket socket = connector.connect(target.place())) {
            Endpoint endpoint = target.endpoint();
            Client client = Client.of(offer, endpoint.purpose().isEcdsa(), serverName(endpoint.node()));
            IOException end = handshake(socket, client, target);
            return talk(client, end, endpoint.toString());
        }
    }

    /** The certificates that can be decoded; none if the node's own certificate cannot be decoded. */
    private static Talk talk(Client client, IOException end, String from) {
        List<Certificate> sent = new ArrayList<>();
        for (byte[] der : client.certificates()) {
            Optional<Certificate> certificate = Certificates.of(der, from);
            if (certificate.isEmpty() && sent.isEmpty()) {
                return new Talk(List.of(), client.version(), new Failures.Unreadable());
            }
            certificate.ifPresent(sent::add);
        }
        return new Talk(sent, client.version(), end);
    }

    /**
     * Reads up to the certificates.
     *
     * @return why the handshake ended
     */
    private IOException handshake(Socket socket, Client client, Target target) {
        try (Deadline deadline = Deadline.of(socket, connector.timeout(), timer)) {
            return deadline.reason(handshake(socket, client, target.endpoint()));
        }
    }

    private IOException handshake(Socket socket, Client client, Endpoint endpoint) {
        try {
            InputStream in = new BoundedInput(socket.getInputStream());
            Port.Speech speech = endpoint.port().speech();
            if (speech != Port.Speech.TLS) {
                StartTls.request(speech, domain(endpoint.node()), in, socket.getOutputStream());
            }
            new TlsClientProtocol(new TlsRecords(in), socket.getOutputStream()).connect(client);
            return new Failures.NoCertificate();
        } catch (IOException e) {
            return e;
        } catch (RuntimeException e) {
            // the library can fail on unexpected data; the certificates before that are valid results
            return new IOException(e.getClass().getSimpleName(), e);
        }
    }

    private static Optional<String> serverName(NodeName node) {
        return Optional.of(node.value())
                .filter(name -> !node.isAddress() && HOST.matcher(name).matches());
    }

    private String domain(NodeName node) {
        return xmppDomain.or(() -> serverName(node)).orElse("localhost");
    }
}

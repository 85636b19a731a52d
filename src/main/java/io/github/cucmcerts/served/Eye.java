package io.github.cucmcerts.served;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.scan.Certificates;
import io.github.cucmcerts.trust.Look;
import io.github.cucmcerts.trust.Seen;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsClientProtocol;

/**
 * Looks at what a node serves at a port: connects, reads the certificates, and goes. One client does it for every version of TLS: the
 * low-level one of Bouncy Castle, which no setting of the JVM hinders, and which can ask a server of TLS 1.3 for one kind of key. No proxy.
 *
 * @param timeout for connecting, and then for the whole of what the node sends through a connection
 * @param xmppDomain which domain XMPP is asked for; without it, the node's name
 */
public record Eye(Duration timeout, Optional<String> xmppDomain) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+");

    /** What came through one connection; a failure may come after the certificates. */
    private record Talk(List<Certificate> sent, Optional<ProtocolVersion> version, IOException end) {}

    /** Looks; whatever the node does, it comes to an end. */
    public Seen look(Target target) {
        List<String> reasons = new ArrayList<>();
        boolean refused = false;
        for (Offer offer : Offer.values()) {
            Talk talk;
            try {
                talk = talk(target, offer);
            } catch (IOException e) {
                return Failures.of(e, target, timeout);
            }
            if (!talk.sent().isEmpty()) {
                if (isOfKind(talk.sent().get(0), target.look())) {
                    return new Seen.Served(talk.sent(), oldTls(offer, talk.version()));
                }
                refused = true;
                reasons.add(offer.label() + ": it sent a certificate with a key of another kind");
            } else if (Failures.isFinal(talk.end())) {
                return Failures.of(talk.end(), target, timeout);
            } else {
                refused |= Failures.isRefusal(talk.end());
                reasons.add(offer.label() + ": " + Failures.reason(talk.end()));
            }
        }
        String all = String.join("; ", reasons);
        return refused ? new Seen.Refused(all) : Failures.ofTls(all);
    }

    private static boolean isOfKind(Certificate own, Look look) {
        return own.key().type().equals("EC") == look.purpose().isEcdsa();
    }

    private static Optional<String> oldTls(Offer offer, Optional<ProtocolVersion> version) {
        if (offer != Offer.OLD) {
            return Optional.empty();
        }
        if (version.filter(ProtocolVersion.TLSv10::equals).isPresent()) {
            return Optional.of("TLS 1.0 only");
        }
        return Optional.of(
                version.filter(ProtocolVersion.TLSv11::equals).isPresent()
                        ? "TLS 1.1 at most"
                        : "only old cipher suites of TLS 1.2");
    }

    /** @throws IOException where there is no connection */
    private Talk talk(Target target, Offer offer) throws IOException {
        try (Socket socket = connected(target)) {
            Look look = target.look();
            Client client = Client.of(offer, look.purpose().isEcdsa(), serverName(look.node()));
            IOException end = shakenHands(socket, client, target);
            return talk(client, end, look.toString());
        }
    }

    /** What the client read, as far as it can be decoded; nothing where the node's own certificate cannot. */
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

    /** Each address of the host in turn: where a node has one of IPv6, the way there may be of IPv4 only. */
    private Socket connected(Target target) throws IOException {
        IOException failure = null;
        for (InetAddress address : InetAddress.getAllByName(target.host())) {
            Socket socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.connect(new InetSocketAddress(address, target.port()), (int) timeout.toMillis());
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw failure;
    }

    /**
     * Reads as far as the certificates, with a deadline over all of it: closing the socket ends whatever waits for the node.
     *
     * @return how it ended
     */
    private IOException shakenHands(Socket socket, Client client, Target target) {
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture<Void> deadline = CompletableFuture.runAsync(
                () -> {
                    late.set(true);
                    close(socket);
                },
                CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS, Runnable::run));
        try {
            InputStream in = new BoundedInput(socket.getInputStream());
            Port.Speech speech = target.look().port().speech();
            if (speech != Port.Speech.TLS) {
                StartTls.ask(speech, domain(target.look().node()), in, socket.getOutputStream());
            }
            new TlsClientProtocol(new TlsRecords(in), socket.getOutputStream()).connect(client);
            return new IOException("the handshake ended without a certificate");
        } catch (IOException e) {
            return late.get() ? new Failures.Late() : e;
        } catch (RuntimeException e) {
            // the library fails on what it does not expect: what it read until then counts
            return new IOException(e.getClass().getSimpleName(), e);
        } finally {
            deadline.cancel(false);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

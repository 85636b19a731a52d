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
 * Reads the certificates that a node serves at a port. It uses the low-level TLS client of Bouncy Castle for every version of TLS: no
 * setting of the JVM disables its algorithms, and in TLS 1.3 it can request one type of key. It uses no proxy.
 *
 * @param timeout how long it can take to connect, and then how long it can take to read everything from the connection
 * @param xmppDomain the XMPP domain to request; if empty, the node's name
 */
public record Eye(Duration timeout, Optional<String> xmppDomain) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+");

    /** The result of one connection. It can fail after the certificates were sent. */
    private record Talk(List<Certificate> sent, Optional<ProtocolVersion> version, IOException end) {}

    /** Connects and reads. It always ends, whatever the node sends. */
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
                if (hasRequestedKey(talk.sent().get(0), target.look())) {
                    return new Seen.Served(talk.sent(), oldTls(offer, talk.version()));
                }
                refused = true;
                reasons.add(offer.label() + ": it sent a certificate with another type of key");
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

    private static boolean hasRequestedKey(Certificate own, Look look) {
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

    /** @throws IOException if the connection fails */
    private Talk talk(Target target, Offer offer) throws IOException {
        try (Socket socket = connected(target)) {
            Look look = target.look();
            Client client = Client.of(offer, look.purpose().isEcdsa(), serverName(look.node()));
            IOException end = handshake(socket, client, target);
            return talk(client, end, look.toString());
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

    /** Tries each address of the host: a node can have an IPv6 address that this computer cannot reach. */
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
     * Reads up to the certificates. At the deadline it closes the socket, which ends every read that waits for the node.
     *
     * @return why the handshake ended
     */
    private IOException handshake(Socket socket, Client client, Target target) {
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
                StartTls.request(speech, domain(target.look().node()), in, socket.getOutputStream());
            }
            new TlsClientProtocol(new TlsRecords(in), socket.getOutputStream()).connect(client);
            return new IOException("the TLS handshake ended without a certificate");
        } catch (IOException e) {
            return late.get() ? new Failures.Late() : e;
        } catch (RuntimeException e) {
            // the library can fail on unexpected data; the certificates before that are valid results
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

package io.github.cucmcerts.net;

import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Visible;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens connections without a proxy. It tries each address of a host: a node can have an IPv6 address that this computer cannot reach.
 *
 * @param timeout for finding the addresses, and then for each address
 */
public record Connector(Duration timeout, Resolver resolver) {
    /** Finds the addresses of a host. */
    public interface Resolver {
        List<InetAddress> addresses(String host) throws UnknownHostException;
    }

    /** The operating system, which uses DNS. */
    public static final Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /** The host accepted no connection. */
    public static final class NotConnected extends IOException {
        private final boolean refused;
        private final transient Message reason;

        private NotConnected(Message reason, boolean refused) {
            super(reason.toString());
            this.reason = reason;
            this.refused = refused;
        }

        /** The failure of each address. */
        public Message reason() {
            return reason;
        }

        /** Whether every address answered that no service uses the port. */
        public boolean isRefused() {
            return refused;
        }
    }

    public static Connector of(Duration timeout) {
        return new Connector(timeout, SYSTEM);
    }

    /**
     * Connects.
     *
     * @throws UnknownHostException if the host has no address
     * @throws NotConnected if no address accepts a connection; the message has the failure of each address
     */
    public Socket connect(HostPort place) throws IOException {
        List<Message> reasons = new ArrayList<>();
        boolean refused = true;
        List<InetAddress> addresses = addresses(place.host());
        for (InetAddress address : addresses) {
            Socket socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.connect(new InetSocketAddress(address, place.port()), (int) timeout.toMillis());
                return socket;
            } catch (IOException e) {
                socket.close();
                refused &= isRefusal(e);
                Message reason = e instanceof SocketTimeoutException
                        ? Message.of("reason.no-answer", "no answer within {seconds} s", "seconds", seconds())
                        : Message.value(Visible.of(Bounds.text(String.valueOf(e.getMessage()))));
                reasons.add(
                        addresses.size() == 1
                                ? reason
                                : Message.of(
                                        "reason.of-address",
                                        "{address}: {reason}",
                                        "address",
                                        new HostPort(address.getHostAddress(), place.port()),
                                        "reason",
                                        reason));
            }
        }
        throw new NotConnected(joined(reasons), refused);
    }

    private String seconds() {
        return Long.toString(timeout.toSeconds());
    }

    /** The first reasons, one after another. */
    public static Message joined(List<Message> reasons) {
        return reasons.stream()
                .limit(Bounds.VALUES)
                .reduce((first, next) -> Message.of("reason.next", "{first}; {next}", "first", first, "next", next))
                .orElse(Message.value(""));
    }

    /** The JDK has the same exception for a time limit of the operating system, so the message decides. */
    static boolean isRefusal(IOException e) {
        return e instanceof ConnectException && String.valueOf(e.getMessage()).contains("refused");
    }

    /** The search cannot be stopped; its thread does not keep Java from its end. */
    private List<InetAddress> addresses(String host) throws IOException {
        CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
        Parallel.daemon(() -> {
                    try {
                        found.complete(resolver.addresses(host));
                    } catch (UnknownHostException | RuntimeException e) {
                        found.completeExceptionally(e);
                    }
                })
                .start();
        try {
            return found.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new NotConnected(
                    Message.of("reason.no-address", "no address was found within {seconds} s", "seconds", seconds()),
                    false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}

package io.github.cucmcerts.net;

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

        private NotConnected(String message, boolean refused) {
            super(message);
            this.refused = refused;
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
        List<String> reasons = new ArrayList<>();
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
                String reason = e instanceof SocketTimeoutException
                        ? "no answer within " + timeout.toSeconds() + " s"
                        : String.valueOf(e.getMessage());
                reasons.add(
                        addresses.size() == 1
                                ? reason
                                : new HostPort(address.getHostAddress(), place.port()) + ": " + reason);
            }
        }
        throw new NotConnected(String.join("; ", reasons), refused);
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
            throw new NotConnected("no address was found within " + timeout.toSeconds() + " s", false);
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

package io.github.cucmcerts.snapshot;

import io.github.cucmcerts.net.Connector;
import io.github.cucmcerts.net.Deadline;
import io.github.cucmcerts.net.HostPort;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * One GET over TLS 1.2 or 1.3: it connects, completes the handshake, and only then sends the password. No proxy, no
 * redirect, no second try. It uses its own socket because {@code HttpClient} would send the host to which it connects,
 * not the node's name.
 */
final class HttpsGet {
    private HttpsGet() {}

    /**
     * The response.
     *
     * @param from the address that answered
     */
    record Answer(HttpAnswer http, InetAddress from) {}

    /**
     * Sends the request to the node.
     *
     * @param timeout for connecting to each address of the node, and then for everything else
     * @throws NoSnapshot if there is no complete answer
     */
    static Answer ask(Target target, TrustedCertificates trusted, Credentials credentials, Duration timeout)
            throws NoSnapshot {
        try (Socket socket = Connector.of(timeout).connect(new HostPort(target.host(), target.port()))) {
            return new Answer(exchange(socket, target, trusted, credentials, timeout), socket.getInetAddress());
        } catch (IOException e) {
            throw Failures.of(e, target, trusted, timeout);
        }
    }

    private static HttpAnswer exchange(
            Socket socket, Target target, TrustedCertificates trusted, Credentials credentials, Duration timeout)
            throws IOException {
        try (Deadline deadline = Deadline.of(socket, timeout, Deadline.Timer.SYSTEM)) {
            try {
                SSLSocket tls = shakenHands(socket, target, trusted);
                tls.getOutputStream().write(request(target, credentials).getBytes(StandardCharsets.US_ASCII));
                return HttpAnswer.read(new BufferedInputStream(tls.getInputStream()));
            } catch (IOException e) {
                throw deadline.reason(e);
            }
        }
    }

    private static SSLSocket shakenHands(Socket socket, Target target, TrustedCertificates trusted) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new NodeTrust(target.node(), trusted)}, null);
            SSLSocket tls = (SSLSocket) context.getSocketFactory()
                    .createSocket(socket, target.node().value(), target.port(), true);
            tls.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            tls.startHandshake();
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String request(Target target, Credentials credentials) {
        return "GET " + Target.PATH + " HTTP/1.1\r\nHost: " + target.authority()
                + "\r\nAuthorization: " + credentials.authorization()
                + "\r\nAccept: application/json\r\nAccept-Encoding: identity"
                + "\r\nUser-Agent: cucm-certs-maven-plugin\r\nConnection: close\r\n\r\n";
    }
}

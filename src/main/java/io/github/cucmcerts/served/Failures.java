package io.github.cucmcerts.served;

import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.trust.Seen;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.bouncycastle.tls.TlsNoCloseNotifyException;

/** Describes why a node sent no certificate, and what to do. */
final class Failures {
    private static final String SERVICE =
            "Make sure that the service runs on the node, that no firewall blocks the connection, and that cucm-certs.addresses and cucm-certs.ports lead to the service.";

    private Failures() {}

    /** The certificates did not arrive in time. */
    static final class Late extends IOException {}

    /** The node's own certificate cannot be decoded. */
    static final class Unreadable extends IOException {}

    /** Whether another offer cannot change the result. */
    static boolean isFinal(IOException e) {
        return e instanceof Late
                || e instanceof Unreadable
                || e instanceof TlsRecords.NoTls
                || e instanceof BoundedInput.TooMuch
                || e instanceof ProtocolException
                || e instanceof TlsFatalAlert alert && alert.getAlertDescription() == AlertDescription.internal_error;
    }

    /** Whether the node says that it has nothing that matches the offer. */
    static boolean isRefusal(IOException e) {
        return e instanceof TlsFatalAlertReceived alert
                && (alert.getAlertDescription() == AlertDescription.handshake_failure
                        || alert.getAlertDescription() == AlertDescription.insufficient_security);
    }

    /** Why one connection did not bring a certificate, as a clause. */
    static String reason(IOException e) {
        if (e instanceof TlsFatalAlertReceived alert) {
            return "it sent the alert " + AlertDescription.getText(alert.getAlertDescription());
        }
        if (e instanceof TlsFatalAlert alert) {
            return alert.getAlertDescription() == AlertDescription.protocol_version
                    ? "it answered with another version of TLS"
                    : "its answer violates the TLS protocol (" + AlertDescription.getText(alert.getAlertDescription())
                            + ")";
        }
        if (e instanceof TlsNoCloseNotifyException || e instanceof EOFException) {
            return "it closed the connection";
        }
        return Visible.of(Bounds.text(String.valueOf(e.getMessage())));
    }

    /** Why no connection brought a certificate. */
    static Seen.Nothing of(IOException e, Target target, Duration timeout) {
        String at = " at " + target.address();
        String time = timeout.toSeconds() + " s";
        if (e instanceof UnknownHostException) {
            return new Seen.Nothing(
                    "no address is known for " + target.host(),
                    "Check the name of the node. If it is right, add "
                            + target.look().node() + "=ADDRESS to cucm-certs.addresses.");
        }
        if (e instanceof SocketTimeoutException) {
            return new Seen.Nothing("it accepted no connection within " + time + at, SERVICE);
        }
        if (e instanceof Late) {
            return new Seen.Nothing(
                    "it sent no certificate within " + time + at,
                    "Wait until the node is less busy, or add -Dcucm-certs.timeoutSeconds="
                            + Math.max(60, 2 * timeout.toSeconds()) + " to the command.");
        }
        if (e instanceof TlsRecords.NoTls) {
            return new Seen.Nothing("it does not use TLS" + at, SERVICE);
        }
        if (e instanceof BoundedInput.TooMuch || e instanceof TlsFatalAlert) {
            return new Seen.Nothing("it sends more data than certificates need" + at, SERVICE);
        }
        if (e instanceof Unreadable) {
            return new Seen.Nothing("its certificate cannot be decoded", "Upload the certificate again.");
        }
        if (e instanceof ProtocolException) {
            return new Seen.Nothing(e.getMessage(), SERVICE);
        }
        return new Seen.Nothing("the connection to " + target.address() + " failed: " + reason(e), SERVICE);
    }

    /** Every TLS handshake ended before the certificate. */
    static Seen.Nothing ofTls(String reasons) {
        return new Seen.Nothing("the TLS handshake ended before it sent a certificate (" + reasons + ")", SERVICE);
    }
}

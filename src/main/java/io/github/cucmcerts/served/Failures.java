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

/** What went wrong, and what to do about it. */
final class Failures {
    private static final String SERVICE =
            "See that the service runs on the node, that no firewall is in between, and that cucm-certs.addresses and cucm-certs.ports lead to it";

    private Failures() {}

    /** The time was over before the certificates came. */
    static final class Late extends IOException {}

    /** Its own certificate is none. */
    static final class Unreadable extends IOException {}

    /** Whether another offer would come to the same. */
    static boolean isFinal(IOException e) {
        return e instanceof Late
                || e instanceof Unreadable
                || e instanceof TlsRecords.NoTls
                || e instanceof BoundedInput.TooMuch
                || e instanceof ProtocolException
                || e instanceof TlsFatalAlert alert && alert.getAlertDescription() == AlertDescription.internal_error;
    }

    /** Whether the server says that it has nothing that fits what was offered. */
    static boolean isRefusal(IOException e) {
        return e instanceof TlsFatalAlertReceived alert
                && (alert.getAlertDescription() == AlertDescription.handshake_failure
                        || alert.getAlertDescription() == AlertDescription.insufficient_security);
    }

    /** Why there was no certificate through one connection. */
    static String reason(IOException e) {
        if (e instanceof TlsFatalAlertReceived alert) {
            return "it sent the alert " + AlertDescription.getText(alert.getAlertDescription());
        }
        if (e instanceof TlsFatalAlert alert) {
            return alert.getAlertDescription() == AlertDescription.protocol_version
                    ? "it answered in another version"
                    : "its answer breaks the rules of TLS (" + AlertDescription.getText(alert.getAlertDescription())
                            + ")";
        }
        if (e instanceof TlsNoCloseNotifyException || e instanceof EOFException) {
            return "it closed the connection";
        }
        return Visible.of(Bounds.text(String.valueOf(e.getMessage())));
    }

    /** Why there was none at all. */
    static Seen.Nothing of(IOException e, Target target, Duration timeout) {
        String at = " at " + target.address();
        String time = timeout.toSeconds() + " s";
        if (e instanceof UnknownHostException) {
            return new Seen.Nothing(
                    "no address is known for " + target.host(),
                    "Check the name, or add the address to cucm-certs.addresses: "
                            + target.look().node() + "=ADDRESS");
        }
        if (e instanceof SocketTimeoutException) {
            return new Seen.Nothing("no connection within " + time + at, SERVICE);
        }
        if (e instanceof Late) {
            return new Seen.Nothing(
                    "no certificate within " + time + at,
                    "Run it again when the node has less to do, or with more time: -Dcucm-certs.timeoutSeconds="
                            + Math.max(60, 2 * timeout.toSeconds()));
        }
        if (e instanceof TlsRecords.NoTls) {
            return new Seen.Nothing("it does not speak TLS" + at, SERVICE);
        }
        if (e instanceof BoundedInput.TooMuch || e instanceof TlsFatalAlert) {
            return new Seen.Nothing("it sends more than certificates need" + at, SERVICE);
        }
        if (e instanceof Unreadable) {
            return new Seen.Nothing("its certificate cannot be decoded", "Upload the certificate again");
        }
        if (e instanceof ProtocolException) {
            return new Seen.Nothing(e.getMessage(), SERVICE);
        }
        return new Seen.Nothing("the connection failed" + at + ": " + reason(e), SERVICE);
    }

    /** The handshakes failed before the certificate. */
    static Seen.Nothing ofTls(String reasons) {
        return new Seen.Nothing("the handshake ended before the certificate (" + reasons + ")", SERVICE);
    }
}

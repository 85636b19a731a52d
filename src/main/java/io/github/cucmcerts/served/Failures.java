package io.github.cucmcerts.served;

import io.github.cucmcerts.net.Connector;
import io.github.cucmcerts.net.Deadline;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.trust.ProbeResult;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
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

    /** The node does not host the XMPP domain that the client requested. */
    static final class UnknownDomain extends ProtocolException {
        UnknownDomain(String domain) {
            super("it does not host the XMPP domain " + domain);
        }
    }

    /** The node's own certificate cannot be decoded. */
    static final class Unreadable extends IOException {}

    /** Whether another offer cannot change the result. */
    static boolean isFinal(IOException e) {
        return e instanceof Deadline.Late
                || e instanceof Unreadable
                || e instanceof TlsRecords.NoTls
                || e instanceof BoundedInput.TooMuch
                || e instanceof ProtocolException;
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
            return switch (alert.getAlertDescription()) {
                case AlertDescription.protocol_version -> "it answered with another version of TLS";
                // the library uses this alert for its own errors
                case AlertDescription.internal_error -> "the TLS library of the plugin failed (internal_error)";
                default ->
                    "its answer violates the TLS protocol (" + AlertDescription.getText(alert.getAlertDescription())
                            + ")";
            };
        }
        if (e instanceof TlsNoCloseNotifyException || e instanceof EOFException) {
            return "it closed the connection";
        }
        return Visible.of(Bounds.text(String.valueOf(e.getMessage())));
    }

    /** Why no connection brought a certificate. */
    static ProbeResult of(IOException e, Target target, Duration timeout) {
        String at = " at " + target.place();
        String time = timeout.toSeconds() + " s";
        if (e instanceof UnknownHostException) {
            return new ProbeResult.Failed(
                    "no address is known for " + target.place().host(),
                    "Check the name of the node. If it is right, add "
                            + target.endpoint().node() + "=ADDRESS to cucm-certs.addresses.");
        }
        if (e instanceof Connector.NotConnected failed && failed.isRefused()) {
            return new ProbeResult.Closed("it refused the connection to " + target.place(), SERVICE);
        }
        if (e instanceof Deadline.Late) {
            return new ProbeResult.Failed(
                    "it sent no certificate within " + time + at,
                    "Wait until the node is less busy, or add -Dcucm-certs.timeoutSeconds="
                            + Math.max(60, 2 * timeout.toSeconds()) + " to the command.");
        }
        if (e instanceof TlsRecords.NoTls) {
            return new ProbeResult.Failed("it does not use TLS" + at, SERVICE);
        }
        if (e instanceof BoundedInput.TooMuch) {
            return new ProbeResult.Failed("it sends more data than certificates need" + at, SERVICE);
        }
        if (e instanceof Unreadable) {
            return new ProbeResult.Failed("its certificate cannot be decoded", "Upload the certificate again.");
        }
        if (e instanceof UnknownDomain) {
            return new ProbeResult.Failed(
                    e.getMessage(),
                    "Set cucm-certs.xmppDomains to the XMPP domains that the cluster hosts. The goal requests the first of them.");
        }
        if (e instanceof ProtocolException) {
            return new ProbeResult.Failed(e.getMessage(), SERVICE);
        }
        return new ProbeResult.Failed("the connection to " + target.place() + " failed: " + reason(e), SERVICE);
    }

    /** Every TLS handshake ended before the certificate. */
    static ProbeResult.Failed ofTls(String reasons) {
        return new ProbeResult.Failed(
                "the TLS handshake ended before it sent a certificate (" + reasons + ")", SERVICE);
    }
}

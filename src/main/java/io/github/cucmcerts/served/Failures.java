package io.github.cucmcerts.served;

import io.github.cucmcerts.net.Connector;
import io.github.cucmcerts.net.Deadline;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.trust.ProbeResult;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.bouncycastle.tls.TlsNoCloseNotifyException;

/** Describes why a node sent no certificate, and what to do. */
final class Failures {
    private static final Message SERVICE = Message.of(
            "reason.advice-service",
            "Make sure that the service runs on the node, that no firewall blocks the connection, and that cucm-certs.addresses and cucm-certs.ports lead to the service.");

    private Failures() {}

    /** The node does not start TLS in XMPP. */
    static class NoStartTls extends IOException {
        private final transient Message reason;

        NoStartTls(Message reason) {
            super(reason.toString());
            this.reason = reason;
        }
    }

    /** The node does not host the XMPP domain that the client requested. */
    static final class UnknownDomain extends NoStartTls {
        UnknownDomain(String domain) {
            super(Message.of("reason.xmpp-domain", "it does not host the XMPP domain {domain}", "domain", domain));
        }
    }

    /** The node's own certificate cannot be decoded. */
    static final class Unreadable extends IOException {}

    /** The handshake ended as it should, but the node sent no certificate. */
    static final class NoCertificate extends IOException {}

    /** Whether another offer cannot change the result. */
    static boolean isFinal(IOException e) {
        return e instanceof Deadline.Late
                || e instanceof Unreadable
                || e instanceof TlsRecords.NoTls
                || e instanceof BoundedInput.TooMuch
                || e instanceof NoStartTls;
    }

    /** Whether the node says that it has nothing that matches the offer. */
    static boolean isRefusal(IOException e) {
        return e instanceof TlsFatalAlertReceived alert
                && (alert.getAlertDescription() == AlertDescription.handshake_failure
                        || alert.getAlertDescription() == AlertDescription.insufficient_security);
    }

    /** Why one connection did not bring a certificate, as a clause. */
    static Message reason(IOException e) {
        if (e instanceof TlsFatalAlertReceived alert) {
            return Message.of(
                    "reason.tls-alert",
                    "it sent the alert {alert}",
                    "alert",
                    AlertDescription.getText(alert.getAlertDescription()));
        }
        if (e instanceof TlsFatalAlert alert) {
            return switch (alert.getAlertDescription()) {
                case AlertDescription.protocol_version ->
                    Message.of("reason.tls-version", "it answered with another version of TLS");
                // the library uses this alert for its own errors
                case AlertDescription.internal_error ->
                    Message.of("reason.tls-library-failed", "the TLS library of the plugin failed (internal_error)");
                default ->
                    Message.of(
                            "reason.tls-violated",
                            "its answer violates the TLS protocol ({alert})",
                            "alert",
                            AlertDescription.getText(alert.getAlertDescription()));
            };
        }
        if (e instanceof NoCertificate) {
            return Message.of("reason.no-certificate", "the TLS handshake ended without a certificate");
        }
        if (e instanceof TlsNoCloseNotifyException || e instanceof EOFException) {
            return Message.of("reason.tls-closed", "it closed the connection");
        }
        return e instanceof Connector.NotConnected failed
                ? failed.reason()
                : Message.value(Visible.of(Bounds.text(String.valueOf(e.getMessage()))));
    }

    /** Why no connection brought a certificate. */
    static ProbeResult of(IOException e, Target target, Duration timeout) {
        String place = target.place().toString();
        if (e instanceof UnknownHostException) {
            return new ProbeResult.Failed(
                    Message.of(
                            "reason.host-unknown",
                            "no address is known for {host}",
                            "host",
                            target.place().host()),
                    Message.of(
                            "reason.advice-address",
                            "Check the name of the node. If it is right, add {node}=ADDRESS to cucm-certs.addresses.",
                            "node",
                            target.endpoint().node()));
        }
        if (e instanceof Connector.NotConnected failed && failed.isRefused()) {
            return new ProbeResult.Closed(
                    Message.of("reason.refused", "it refused the connection to {place}", "place", place), SERVICE);
        }
        if (e instanceof Deadline.Late) {
            return new ProbeResult.Failed(
                    Message.of(
                            "reason.late",
                            "it sent no certificate within {seconds} s at {place}",
                            "seconds",
                            Long.toString(timeout.toSeconds()),
                            "place",
                            place),
                    Message.of(
                            "reason.advice-late",
                            "Wait until the node is less busy, or add -Dcucm-certs.timeoutSeconds={seconds} to the command.",
                            "seconds",
                            Long.toString(Math.max(60, 2 * timeout.toSeconds()))));
        }
        if (e instanceof TlsRecords.NoTls) {
            return new ProbeResult.Failed(
                    Message.of("reason.no-tls", "it does not use TLS at {place}", "place", place), SERVICE);
        }
        if (e instanceof BoundedInput.TooMuch) {
            return new ProbeResult.Failed(
                    Message.of(
                            "reason.too-much", "it sends more data than certificates need at {place}", "place", place),
                    SERVICE);
        }
        if (e instanceof Unreadable) {
            return new ProbeResult.Failed(
                    Message.of("reason.served-undecodable", "its certificate cannot be decoded"),
                    Message.of("reason.advice-upload-again", "Upload the certificate again."));
        }
        if (e instanceof NoStartTls failed) {
            return new ProbeResult.Failed(
                    failed.reason,
                    e instanceof UnknownDomain
                            ? Message.of(
                                    "reason.advice-xmpp-domains",
                                    "Set cucm-certs.xmppDomains to the XMPP domains that the cluster hosts. The goal requests the first of them.")
                            : SERVICE);
        }
        return new ProbeResult.Failed(
                Message.of(
                        "reason.connection-failed",
                        "the connection to {place} failed: {reason}",
                        "place",
                        place,
                        "reason",
                        reason(e)),
                SERVICE);
    }

    /** Every TLS handshake ended before the certificate. */
    static ProbeResult.Failed ofTls(Message reasons) {
        return new ProbeResult.Failed(
                Message.of(
                        "reason.handshake-ended",
                        "the TLS handshake ended before it sent a certificate ({reasons})",
                        "reasons",
                        reasons),
                SERVICE);
    }
}

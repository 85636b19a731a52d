package io.github.cucmcerts.snapshot;

import io.github.cucmcerts.net.Connector;
import io.github.cucmcerts.net.Deadline;
import io.github.cucmcerts.snapshot.NodeTrust.Refused;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Message;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Describes what went wrong, and what to do about it. */
final class Failures {
    static final int UNAUTHORIZED = 401;
    static final int NOT_FOUND = 404;

    private static final Message WHERE = Message.of(
            "mojo.fix-where",
            "check that the name, cucm-certs.addresses, and cucm-certs.httpsPort lead to the node's web interface");

    private Failures() {}

    /** Why there is no complete answer. */
    static NoSnapshot of(IOException e, Target target, TrustedCertificates trusted, Duration timeout) {
        if (e instanceof UnknownHostException) {
            return NoSnapshot.of(
                    Message.of("mojo.no-address", "no address was found for {host}", "host", target.host()),
                    Message.of(
                            "mojo.fix-address",
                            "check the name, or add the address to -Dcucm-certs.addresses: {node}=ADDRESS",
                            "node",
                            target.node()));
        }
        if (e instanceof Deadline.Late) {
            return NoSnapshot.of(
                    Message.of(
                            "mojo.no-response",
                            "no complete response within {seconds} s at {address}",
                            "seconds",
                            Long.toString(timeout.toSeconds()),
                            "address",
                            target.address()),
                    Message.of(
                            "mojo.fix-time",
                            "run it again when the node is less busy, or allow more time: -Dcucm-certs.timeoutSeconds={seconds}",
                            "seconds",
                            Long.toString(Math.max(60, 2 * timeout.toSeconds()))));
        }
        if (e instanceof HttpAnswer.Invalid invalid) {
            return NoSnapshot.of(invalid.text(), WHERE);
        }
        if (e instanceof SSLException ssl) {
            return tls(ssl, target, trusted);
        }
        return NoSnapshot.of(
                Message.of(
                        "mojo.connection-failed",
                        "the connection failed at {address}: {reason}",
                        "address",
                        target.address(),
                        "reason",
                        reason(e)),
                WHERE);
    }

    private static NoSnapshot tls(SSLException e, Target target, TrustedCertificates trusted) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return untrusted(refused, trusted);
            }
        }
        String reason = reason(e);
        String folded = reason.toLowerCase(Locale.ROOT).replace('_', ' ');
        if (folded.contains("protocol version")) {
            return NoSnapshot.of(
                    Message.of(
                            "mojo.old-tls",
                            "it offers neither TLS 1.2 nor TLS 1.3, so the password was not sent ({reason})",
                            "reason",
                            reason),
                    Message.of(
                            "mojo.fix-old-tls",
                            "every CUCM release from 14 on supports TLS 1.2; {instead}",
                            "instead",
                            commandLine(target)));
        }
        if (folded.contains("unrecognized ssl message")) {
            return NoSnapshot.of(
                    Message.of(
                            "mojo.no-tls",
                            "it does not speak TLS at {address}, so the password was not sent",
                            "address",
                            target.address()),
                    WHERE);
        }
        return NoSnapshot.of(Message.of("mojo.tls-failed", "TLS failed: {reason}", "reason", reason), WHERE);
    }

    private static NoSnapshot untrusted(Refused refused, TrustedCertificates trusted) {
        X509Certificate certificate = refused.certificate();
        String sha256 = TrustedCertificates.sha256(certificate);
        return NoSnapshot.untrusted(
                Message.of(
                        "mojo.untrusted",
                        "its certificate is not trusted, so the password was not sent: {objections}",
                        "objections",
                        Connector.joined(refused.objections())),
                List.of(
                        Message.of(
                                "mojo.detail-subject",
                                "Subject: {subject}",
                                "subject",
                                Bounds.text(
                                        certificate.getSubjectX500Principal().getName())),
                        Message.of(
                                "mojo.detail-issuer",
                                "Issuer:  {issuer}",
                                "issuer",
                                Bounds.text(certificate.getIssuerX500Principal().getName())),
                        Message.of(
                                "mojo.detail-valid",
                                "Valid:   {notBefore} to {notAfter}",
                                "notBefore",
                                certificate.getNotBefore().toInstant(),
                                "notAfter",
                                certificate.getNotAfter().toInstant()),
                        Message.of("mojo.detail-sha256", "SHA-256: {sha256}", "sha256", sha256)),
                fix(refused, trusted.pinsWith(sha256)),
                sha256);
    }

    private static Message fix(Refused refused, String pins) {
        return refused.objections().stream().allMatch(TrustedCertificates::isUnknown)
                ? Message.of(
                        "mojo.fix-unknown",
                        "compare this with the node's tomcat certificate: download it in Cisco Unified OS Administration > Security >"
                                + " Certificate Management, then run openssl x509 -in tomcat.pem -noout -fingerprint -sha256. If it is"
                                + " the same, run again with -Dcucm-certs.pins={pins} or put it or its CA certificate into the"
                                + " directory",
                        "pins",
                        pins)
                : Message.of(
                        "mojo.fix-untrusted",
                        "compare this with the node's tomcat certificate: download it in Cisco Unified OS Administration > Security >"
                                + " Certificate Management, then run openssl x509 -in tomcat.pem -noout -fingerprint -sha256. If it is"
                                + " the same, run again with -Dcucm-certs.pins={pins}. If not, check the node's name and addresses",
                        "pins",
                        pins);
    }

    /** The failure for a status other than 200. */
    static NoSnapshot status(HttpAnswer answer, Target target) {
        if (answer.status() == UNAUTHORIZED) {
            return NoSnapshot.of(
                    Message.of("mojo.status-401", "status 401: it does not accept the user name and the password"),
                    Message.of(
                            "mojo.fix-401",
                            "use a platform account of Cisco Unified OS Administration. Application users, as for Cisco Unified CM"
                                    + " Administration, do not work here"));
        }
        if (answer.status() == NOT_FOUND) {
            return NoSnapshot.of(
                    Message.of(
                            "mojo.status-404",
                            "status 404: it has no certificate REST interface. CUCM has it from release 14 on"),
                    commandLine(target));
        }
        if (answer.location().isPresent()) {
            return NoSnapshot.of(
                    Message.of(
                            "mojo.redirect",
                            "status {status}: it redirects to {location}, and the plugin does not follow redirects",
                            "status",
                            Integer.toString(answer.status()),
                            "location",
                            Bounds.text(answer.location().get())),
                    WHERE);
        }
        return NoSnapshot.of(
                Message.of(
                        "mojo.status",
                        "status {status}: {body}",
                        "status",
                        Integer.toString(answer.status()),
                        "body",
                        firstLine(answer.body())),
                Message.of("mojo.fix-status", "check the node's administration pages, and run it again"));
    }

    /** A failure of the plugin itself; its text may contain secrets. */
    static NoSnapshot defect(Throwable failure) {
        return NoSnapshot.of(
                Message.of(
                        "mojo.plugin-failed",
                        "the plugin failed ({failure})",
                        "failure",
                        failure.getClass().getSimpleName()),
                Message.of("mojo.fix-defect", "this is a defect of the plugin: report it"));
    }

    private static Message commandLine(Target target) {
        String node = target.node().value().toLowerCase(Locale.ROOT).replace(':', '-');
        return Message.of(
                "mojo.fix-command-line",
                "below 14, log a command line session into deployed/{node}.txt: {listOwn}, then {showOwn} and the same for each line"
                        + " of the list; {listCsr}, then {showCsr} and so on; {listTrust}, then {showTrust} and so on",
                "node",
                node,
                "listOwn",
                "`show cert list own`",
                "showOwn",
                "`show cert own tomcat/tomcat.pem`",
                "listCsr",
                "`show csr list own`",
                "showCsr",
                "`show csr own tomcat/tomcat.csr`",
                "listTrust",
                "`show cert list trust`",
                "showTrust",
                "`show cert trust tomcat-trust/NAME.pem`");
    }

    private static Object firstLine(ByteBuffer body) {
        String text = StandardCharsets.UTF_8.decode(body.duplicate()).toString().strip();
        return text.lines().findFirst().<Object>map(Bounds::text).orElse(Message.of("mojo.no-text", "no text"));
    }

    private static String reason(IOException e) {
        return Bounds.text(String.valueOf(e.getMessage()));
    }
}

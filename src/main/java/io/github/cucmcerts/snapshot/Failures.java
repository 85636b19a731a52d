package io.github.cucmcerts.snapshot;

import io.github.cucmcerts.net.Deadline;
import io.github.cucmcerts.snapshot.NodeTrust.Refused;
import io.github.cucmcerts.text.Bounds;
import java.io.IOException;
import java.net.ProtocolException;
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

    private static final String WHERE =
            "check that the name, cucm-certs.addresses, and cucm-certs.httpsPort lead to the node's web interface";

    private Failures() {}

    /** Why there is no complete answer. */
    static NoSnapshot of(IOException e, Target target, TrustedCertificates trusted, Duration timeout) {
        String at = " at " + target.address();
        String time = timeout.toSeconds() + " s";
        if (e instanceof UnknownHostException) {
            return NoSnapshot.of(
                    "no address was found for " + target.host(),
                    "check the name, or add the address to -Dcucm-certs.addresses: " + target.node() + "=ADDRESS");
        }
        if (e instanceof Deadline.Late) {
            return NoSnapshot.of(
                    "no complete response within " + time + at,
                    "run it again when the node is less busy, or allow more time: -Dcucm-certs.timeoutSeconds="
                            + Math.max(60, 2 * timeout.toSeconds()));
        }
        if (e instanceof ProtocolException) {
            return NoSnapshot.of(e.getMessage(), WHERE);
        }
        if (e instanceof SSLException ssl) {
            return tls(ssl, target, trusted);
        }
        return NoSnapshot.of("the connection failed" + at + ": " + reason(e), WHERE);
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
                    "it offers neither TLS 1.2 nor TLS 1.3, so the password was not sent (" + reason + ")",
                    "every CUCM release from 14 on supports TLS 1.2; " + commandLine(target));
        }
        if (folded.contains("unrecognized ssl message")) {
            return NoSnapshot.of(
                    "it does not speak TLS at " + target.address() + ", so the password was not sent", WHERE);
        }
        return NoSnapshot.of("TLS failed: " + reason, WHERE);
    }

    private static NoSnapshot untrusted(Refused refused, TrustedCertificates trusted) {
        X509Certificate certificate = refused.certificate();
        String sha256 = TrustedCertificates.sha256(certificate);
        return NoSnapshot.untrusted(
                "its certificate is not trusted, so the password was not sent: "
                        + String.join("; ", refused.objections()),
                List.of(
                        "Subject: "
                                + Bounds.text(
                                        certificate.getSubjectX500Principal().getName()),
                        "Issuer:  "
                                + Bounds.text(
                                        certificate.getIssuerX500Principal().getName()),
                        "Valid:   " + certificate.getNotBefore().toInstant() + " to "
                                + certificate.getNotAfter().toInstant(),
                        "SHA-256: " + sha256),
                "compare this with the node's tomcat certificate: download it in Cisco Unified OS Administration >"
                        + " Security > Certificate Management, then run openssl x509 -in tomcat.pem -noout -fingerprint -sha256. If it is"
                        + " the same, run again with -Dcucm-certs.pins=" + trusted.pinsWith(sha256)
                        + (refused.objections().stream().allMatch(TrustedCertificates::isUnknown)
                                ? " or put it or its CA certificate into the directory"
                                : ". If not, check the node's name and addresses"),
                sha256);
    }

    /** The failure for a status other than 200. */
    static NoSnapshot status(HttpAnswer answer, Target target) {
        if (answer.status() == UNAUTHORIZED) {
            return NoSnapshot.of(
                    "status 401: it does not accept the user name and the password",
                    "use a platform account of Cisco Unified OS Administration. Application users, as for Cisco"
                            + " Unified CM Administration, do not work here");
        }
        if (answer.status() == NOT_FOUND) {
            return NoSnapshot.of(
                    "status 404: it has no certificate REST interface. CUCM has it from release 14 on",
                    commandLine(target));
        }
        if (answer.location().isPresent()) {
            return NoSnapshot.of(
                    "status " + answer.status() + ": it redirects to "
                            + Bounds.text(answer.location().get()) + ", and the plugin does not follow redirects",
                    WHERE);
        }
        return NoSnapshot.of(
                "status " + answer.status() + ": " + Bounds.text(firstLine(answer.body())),
                "check the node's administration pages, and run it again");
    }

    /** A failure of the plugin itself; its text may contain secrets. */
    static NoSnapshot defect(Throwable failure) {
        return NoSnapshot.of(
                "the plugin failed (" + failure.getClass().getSimpleName() + ")",
                "this is a defect of the plugin: report it");
    }

    private static String commandLine(Target target) {
        String node = target.node().value().toLowerCase(Locale.ROOT).replace(':', '-');
        return "below 14, log a command line session into deployed/" + node + ".txt: `show cert list own`, then"
                + " `show cert own tomcat/tomcat.pem` and the same for each line of the list; `show csr list own`, then"
                + " `show csr own tomcat/tomcat.csr` and so on; `show cert list trust`, then `show cert trust"
                + " tomcat-trust/NAME.pem` and so on";
    }

    private static String firstLine(ByteBuffer body) {
        String text = StandardCharsets.UTF_8.decode(body.duplicate()).toString().strip();
        return text.lines().findFirst().orElse("no text");
    }

    private static String reason(IOException e) {
        return Bounds.text(String.valueOf(e.getMessage()));
    }
}

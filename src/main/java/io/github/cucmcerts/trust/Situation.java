package io.github.cucmcerts.trust;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.inventory.Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * The cluster, and when the uploads happen.
 *
 * @param expiryWarning how long after the window's end an expiry is still warned about
 */
public record Situation(Cluster cluster, ChangeWindow window, Duration expiryWarning) {
    /** Whether the certificate is valid until the end of the window, but not for long after it. */
    public boolean expiresSoon(Certificate certificate) {
        Instant soon = window.end().plus(expiryWarning);
        return !window.endsAfter(certificate.notAfter())
                && !certificate.notAfter().isAfter(soon);
    }
}

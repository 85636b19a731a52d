package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.Name;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds out by name which certificates issued others. A self-issued certificate does not count as issued, because a
 * leaf may replace a self-signed certificate with the same name.
 *
 * @param issuedAt the places of the certificates that each issuer issued
 */
record Issuers(Map<Name, Set<Place>> issuedAt) {
    static Issuers of(Inventory inventory, Places places) {
        Map<Name, Set<Place>> issuedAt = new HashMap<>();
        for (Certificate child : inventory.objects(Certificate.class).toList()) {
            if (!child.isSelfIssued()) {
                issuedAt.computeIfAbsent(child.issuer(), name -> new HashSet<>())
                        .add(places.of(child));
            }
        }
        return new Issuers(issuedAt);
    }

    /** Whether it issued a certificate of its node or below it, or one that belongs to no node's purpose. */
    private boolean isIssuer(Certificate certificate, Place place) {
        for (Place child : issuedAt.getOrDefault(certificate.subject(), Set.of())) {
            if (place.purpose().isEmpty()
                    || child.purpose().isEmpty()
                    || child.trusted()
                    || Place.startsWith(child.node(), place.node())) {
                return true;
            }
        }
        return false;
    }

    /** CAPF's own certificate is a CA certificate with extended key usages. */
    boolean isCapfLike(Certificate certificate, Place place) {
        return certificate.extensions().ca()
                && certificate.extensions().hasExtendedKeyUsage()
                && !isIssuer(certificate, place);
    }

    /** Whether the certificate makes an upload set exist, even without a CSR, outside of trust stores. */
    boolean looksLikeLeaf(Filed<Certificate> filed) {
        Certificate certificate = filed.object();
        return !certificate.extensions().ca() && !isIssuer(certificate, filed.place())
                || filed.purpose() == Purpose.CAPF && isCapfLike(certificate, filed.place());
    }
}

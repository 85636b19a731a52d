package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.KeyExtensions;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;

/** What a CA certificate requires of the certificates below it (RFC 5280, section 6.1.4). */
final class Demands {
    private Demands() {}

    /**
     * Whether it requires nothing: it is a CA that may sign, and none of its extensions affects the certificates below
     * it.
     */
    static boolean none(Certificate authority) {
        KeyExtensions its = authority.extensions();
        if (its.none()) {
            return true;
        }
        List<ASN1ObjectIdentifier> present =
                List.of(org.bouncycastle.asn1.x509.Certificate.getInstance(authority.encoded())
                        .getTBSCertificate()
                        .getExtensions()
                        .getExtensionOIDs());
        return its.ca()
                && its.pathLength().isEmpty()
                && !its.demanding()
                && (its.usages().contains("keyCertSign") || !present.contains(Extension.keyUsage));
    }
}

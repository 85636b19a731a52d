package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.Name;
import io.github.cucmcerts.upload.Pair;
import io.github.cucmcerts.upload.UploadSet;
import io.github.cucmcerts.upload.Uploads;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds a certificate's role by content: a leaf is the leaf of a set, a root is self-issued and self-signed.
 *
 * @param leaves the certificates that are or were the leaf of a set, or can be
 * @param issuers the names that issued another certificate
 */
public record Roles(Signatures signatures, Set<Certificate> leaves, Set<Name> issuers) {
    static Roles of(Inventory inventory, Uploads uploads, Signatures signatures) {
        Set<Certificate> leaves = new HashSet<>();
        for (UploadSet set : uploads.all()) {
            if (set.leaf().isPresent()) {
                leaves.add(set.leaf().get());
            }
            leaves.addAll(set.match().rivals());
            leaves.addAll(set.deployed().identities());
            for (Pair pair : set.match().history()) {
                leaves.add(pair.leaf());
            }
        }
        Set<Name> issuers = new HashSet<>();
        for (Certificate certificate : inventory.objects(Certificate.class).toList()) {
            if (!certificate.isSelfIssued()) {
                issuers.add(certificate.issuer());
            }
        }
        return new Roles(signatures, leaves, issuers);
    }

    /**
     * The role. A self-issued certificate whose key cannot verify signatures counts as a root. A certificate that is
     * neither a set's leaf nor a root is an intermediate if it is a CA certificate or, by name, the issuer of another
     * certificate.
     */
    public Role of(Certificate certificate) {
        if (leaves.contains(certificate)) {
            return Role.LEAF;
        }
        // in this order: a key with which a signature was verified is not looked at again
        if (signatures.isSelfSigned(certificate)
                || certificate.isSelfIssued()
                        && signatures.flaw(certificate.key()).isPresent()) {
            return Role.ROOT;
        }
        return certificate.extensions().ca() || issuers.contains(certificate.subject()) ? Role.INTERMEDIATE : Role.LEAF;
    }
}

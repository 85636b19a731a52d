package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.Name;
import io.github.cucmcerts.upload.Pair;
import io.github.cucmcerts.upload.UploadSet;
import io.github.cucmcerts.upload.Uploads;
import java.util.HashSet;
import java.util.Set;

/** Tells a certificate's role by content: the leaf is some set's, the root is self-issued and self-signed. */
public final class Roles {
    private final Signatures signatures;
    private final Set<Certificate> leaves = new HashSet<>();
    private final Set<Name> issuers = new HashSet<>();

    Roles(Inventory inventory, Uploads uploads, Signatures signatures) {
        this.signatures = signatures;
        for (UploadSet set : uploads.all()) {
            set.leaf().ifPresent(leaves::add);
            leaves.addAll(set.rivals());
            leaves.addAll(set.identities());
            set.history().stream().map(Pair::leaf).forEach(leaves::add);
        }
        inventory
                .objects(Certificate.class)
                .filter(certificate -> !certificate.isSelfIssued())
                .map(Certificate::issuer)
                .forEach(issuers::add);
    }

    /** The role; of a certificate that is no set's leaf and not self-signed, whether it is a CA or anyone's issuer by name. */
    public Role of(Certificate certificate) {
        if (leaves.contains(certificate)) {
            return Role.LEAF;
        }
        if (signatures.isSelfSigned(certificate)) {
            return Role.ROOT;
        }
        return certificate.extensions().ca() || issuers.contains(certificate.subject()) ? Role.INTERMEDIATE : Role.LEAF;
    }
}

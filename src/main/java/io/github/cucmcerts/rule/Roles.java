package io.github.cucmcerts.rule;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.path.Signatures;
import io.github.cucmcerts.upload.Pair;
import io.github.cucmcerts.upload.UploadSet;
import io.github.cucmcerts.upload.Uploads;
import java.util.HashSet;
import java.util.Set;

/** Tells a certificate's role by content: the leaf is some set's, the root is self-issued and self-signed. */
public final class Roles {
    private final Signatures signatures;
    private final Set<Certificate> leaves = new HashSet<>();

    Roles(Uploads uploads, Signatures signatures) {
        this.signatures = signatures;
        for (UploadSet set : uploads.sets()) {
            set.leaf().ifPresent(leaves::add);
            leaves.addAll(set.rivals());
            leaves.addAll(set.identities());
            set.history().stream().map(Pair::leaf).forEach(leaves::add);
        }
    }

    public Role of(Certificate certificate) {
        if (leaves.contains(certificate)) {
            return Role.LEAF;
        }
        if (certificate.isSelfIssued() && signatures.signed(certificate.key(), certificate)) {
            return Role.ROOT;
        }
        return certificate.extensions().ca() ? Role.INTERMEDIATE : Role.LEAF;
    }
}

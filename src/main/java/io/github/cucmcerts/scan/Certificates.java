package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.Origin;
import java.util.List;
import java.util.Optional;

/** Decodes certificates that are not from a file. */
public final class Certificates {
    private Certificates() {}

    /**
     * The certificate; empty if the bytes are not a certificate.
     *
     * @param der the bytes as received
     * @param from the sender, for people
     */
    public static Optional<Certificate> of(byte[] der, String from) {
        List<FileObject> objects =
                DerDecoder.decode(der, Origin.whole(from), false, new Pool()).objects();
        return objects.size() == 1 && objects.get(0) instanceof Certificate certificate
                ? Optional.of(certificate)
                : Optional.empty();
    }
}

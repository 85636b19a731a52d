package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.Origin;
import java.util.List;
import java.util.Optional;

/** Decodes certificates that lie in no file. */
public final class Certificates {
    private Certificates() {}

    /**
     * The certificate; nothing where the bytes are none.
     *
     * @param der as it came
     * @param from where it came from, for people
     */
    public static Optional<Certificate> of(byte[] der, String from) {
        List<FileObject> objects =
                DerDecoder.decode(der, Origin.whole(from), false, new Pool()).objects();
        return objects.size() == 1 && objects.get(0) instanceof Certificate certificate
                ? Optional.of(certificate)
                : Optional.empty();
    }
}

package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.Name;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.ScannedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Files each CSR and certificate by its place and content. */
final class Filing {
    /** An object and its place. */
    record Filed<T extends NamedKey>(T object, Place place, Purpose purpose) {}

    final List<Filed<Csr>> csrs = new ArrayList<>();
    final List<Filed<Certificate>> certificates = new ArrayList<>();
    private final Set<Name> issuers;

    Filing(Inventory inventory) {
        issuers = inventory
                .objects(Certificate.class)
                .filter(certificate -> !certificate.isSelfIssued())
                .map(Certificate::issuer)
                .collect(Collectors.toSet());
        for (ScannedFile file : inventory.files()) {
            Place place = Place.of(file.path(), file.shared());
            for (FileObject object : file.objects()) {
                if (object instanceof Csr csr) {
                    csrs.add(new Filed<>(csr, place, purpose(csr, place, true)));
                } else if (object instanceof Certificate certificate) {
                    certificates.add(
                            new Filed<>(certificate, place, purpose(certificate, place, mayBeNamed(certificate))));
                }
            }
        }
    }

    /** A file's name tells the purpose of what may be a leaf; that of a CA certificate only where it can be CAPF's. */
    private boolean mayBeNamed(Certificate certificate) {
        return !certificate.extensions().ca()
                || isCapfLike(certificate)
                        && Place.purposeInName(certificate.origin().fileName()).equals(Optional.of(Purpose.CAPF));
    }

    /** Whether it is somebody's issuer, by name. A self-issued one does not count: a leaf may follow one of its name. */
    private boolean isIssuer(Certificate certificate) {
        return issuers.contains(certificate.subject());
    }

    private static Purpose purpose(NamedKey object, Place place, boolean byName) {
        return place.purpose()
                .or(() -> byName && !place.foreignStore()
                        ? Place.purposeInName(object.origin().fileName())
                        : Optional.empty())
                .orElse(Purpose.UNKNOWN);
    }

    private boolean isCapfLike(Certificate certificate) {
        return certificate.extensions().ca()
                && certificate.extensions().hasExtendedKeyUsage()
                && !isIssuer(certificate);
    }

    /** Whether the certificate alone makes an upload set exist, outside of trust stores. */
    boolean looksLikeLeaf(Filed<Certificate> filed) {
        Certificate certificate = filed.object();
        return !certificate.extensions().ca() && !isIssuer(certificate)
                || filed.purpose() == Purpose.CAPF && isCapfLike(certificate);
    }
}

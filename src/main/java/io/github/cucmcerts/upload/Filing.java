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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Files each CSR and certificate by its place and content. */
final class Filing {
    /** An object and its place. */
    record Filed<T extends NamedKey>(T object, Place place, Purpose purpose) {}

    final List<Filed<Csr>> csrs = new ArrayList<>();
    final List<Filed<Certificate>> certificates = new ArrayList<>();
    private final Map<Name, Set<List<String>>> issuedIn = new HashMap<>();

    Filing(Inventory inventory) {
        Map<String, Place> places = new HashMap<>();
        inventory
                .files()
                .forEach(file -> file.objects().forEach(object -> {
                    Place place = places.computeIfAbsent(file.path(), path -> Place.of(path, file.shared()));
                    if (object instanceof Certificate certificate && !certificate.isSelfIssued()) {
                        issuedIn.computeIfAbsent(certificate.issuer(), name -> new HashSet<>())
                                .add(place.folders());
                    }
                }));
        for (ScannedFile file : inventory.files()) {
            for (FileObject object : file.objects()) {
                Place place = places.get(file.path());
                if (object instanceof Csr csr) {
                    csrs.add(new Filed<>(csr, place, purpose(csr, place, true)));
                } else if (object instanceof Certificate certificate) {
                    certificates.add(new Filed<>(
                            certificate, place, purpose(certificate, place, mayBeNamed(certificate, place))));
                }
            }
        }
    }

    /** A file's name tells the purpose of what may be a leaf; that of a CA certificate only where it can be CAPF's. */
    private boolean mayBeNamed(Certificate certificate, Place place) {
        return !certificate.extensions().ca()
                || isCapfLike(certificate, place)
                        && Place.purposeInName(certificate.origin().fileName()).equals(Optional.of(Purpose.CAPF));
    }

    /**
     * Whether it is somebody's issuer, by name: of a certificate at or below its purpose's folder, or anywhere where it has
     * none. One that is self-issued does not count: a leaf may follow a self-signed one of its name.
     */
    private boolean isIssuer(Certificate certificate, Place place) {
        Set<List<String>> folders = issuedIn.getOrDefault(certificate.subject(), Set.of());
        return place.purpose().isEmpty()
                ? !folders.isEmpty()
                : folders.stream().anyMatch(folder -> Place.startsWith(folder, place.folders()));
    }

    private static Purpose purpose(NamedKey object, Place place, boolean byName) {
        return place.purpose()
                .or(() -> byName && !place.foreignStore()
                        ? Place.purposeInName(object.origin().fileName())
                        : Optional.empty())
                .orElse(Purpose.UNKNOWN);
    }

    private boolean isCapfLike(Certificate certificate, Place place) {
        return certificate.extensions().ca()
                && certificate.extensions().hasExtendedKeyUsage()
                && !isIssuer(certificate, place);
    }

    /** Whether the certificate alone makes an upload set exist, outside of trust stores. */
    boolean looksLikeLeaf(Filed<Certificate> filed) {
        Certificate certificate = filed.object();
        Place place = filed.place();
        return !certificate.extensions().ca() && !isIssuer(certificate, place)
                || filed.purpose() == Purpose.CAPF && isCapfLike(certificate, place);
    }
}

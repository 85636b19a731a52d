package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.NamedKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Each CSR and certificate with its place.
 *
 * @param csrs by content, so that file names do not decide between several
 * @param certificates in the order of the inventory
 */
public record Filing(List<Filed<Csr>> csrs, List<Filed<Certificate>> certificates, Issuers issuers) {
    static final Filing EMPTY = new Filing(List.of(), List.of(), new Issuers(Map.of()));

    static Filing of(Inventory inventory, Exports exports) {
        Places places = Places.of(inventory, exports);
        Issuers issuers = Issuers.of(inventory, places);
        List<Csr> byContent = inventory
                .objects(Csr.class)
                .sorted(Comparator.comparing(Csr::sha256))
                .toList();
        List<Filed<Csr>> csrs = new ArrayList<>();
        for (Csr csr : byContent) {
            csrs.add(filed(csr, places.of(csr), true));
        }
        List<Filed<Certificate>> certificates = new ArrayList<>();
        for (Certificate certificate : inventory.objects(Certificate.class).toList()) {
            certificates.add(filed(certificate, places.of(certificate), issuers));
        }
        return new Filing(List.copyOf(csrs), List.copyOf(certificates), issuers);
    }

    /** A file name shows the purpose of a possible leaf; for a CA certificate only if it can be CAPF's. */
    private static Filed<Certificate> filed(Certificate certificate, Place place, Issuers issuers) {
        boolean byName = !certificate.extensions().ca()
                || issuers.isCapfLike(certificate, place)
                        && Place.purposeInName(certificate.origin().fileName()).equals(Optional.of(Purpose.CAPF));
        return filed(certificate, place, byName);
    }

    private static <T extends NamedKey> Filed<T> filed(T object, Place place, boolean byName) {
        boolean isNamed = place.purpose().isEmpty() && byName && !place.foreignStore();
        Optional<Purpose> purpose =
                isNamed ? Place.purposeInName(object.origin().fileName()) : place.purpose();
        return new Filed<>(object, place, purpose.orElse(Purpose.UNKNOWN));
    }

    /** The CSRs that nodes may hold, anywhere in the directory. */
    List<Filed<Csr>> serversCsrs() {
        List<Filed<Csr>> found = new ArrayList<>();
        for (Filed<Csr> filed : csrs) {
            if (filed.place().isOfServer()) {
                found.add(filed);
            }
        }
        return List.copyOf(found);
    }

    /**
     * The certificates that may be uploaded as a node's own. Those below a {@code ca} folder are uploaded if they
     * match a CSR.
     */
    List<Filed<Certificate>> serversLeaves() {
        List<Filed<Certificate>> found = new ArrayList<>();
        for (Filed<Certificate> filed : certificates) {
            if (filed.place().isOfServer() && looksLikeLeaf(filed)) {
                found.add(filed);
            }
        }
        return List.copyOf(found);
    }

    /** The CA certificates among the nodes' files. */
    List<Filed<Certificate>> serversAuthorities() {
        List<Filed<Certificate>> found = new ArrayList<>();
        for (Filed<Certificate> filed : certificates) {
            if (filed.place().isOfServer() && !filed.place().ca() && !looksLikeLeaf(filed)) {
                found.add(filed);
            }
        }
        return List.copyOf(found);
    }

    /** Whether the certificate makes an upload set exist, even without a CSR, outside of trust stores. */
    public boolean looksLikeLeaf(Filed<Certificate> filed) {
        return issuers.looksLikeLeaf(filed);
    }
}

package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.NamedKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
        List<Filed<Csr>> csrs = inventory
                .objects(Csr.class)
                .sorted(Comparator.comparing(Csr::sha256))
                .map(csr -> filed(csr, places.of(csr), true))
                .toList();
        List<Filed<Certificate>> certificates = inventory
                .objects(Certificate.class)
                .map(certificate -> filed(certificate, places.of(certificate), issuers))
                .toList();
        return new Filing(csrs, certificates, issuers);
    }

    /** A file name shows the purpose of a possible leaf; for a CA certificate only if it can be CAPF's. */
    private static Filed<Certificate> filed(Certificate certificate, Place place, Issuers issuers) {
        boolean byName = !certificate.extensions().ca()
                || issuers.isCapfLike(certificate, place)
                        && Place.purposeInName(certificate.origin().fileName()).equals(Optional.of(Purpose.CAPF));
        return filed(certificate, place, byName);
    }

    private static <T extends NamedKey> Filed<T> filed(T object, Place place, boolean byName) {
        Optional<Purpose> named = byName && !place.foreignStore()
                ? Place.purposeInName(object.origin().fileName())
                : Optional.empty();
        return new Filed<>(object, place, place.purpose().or(() -> named).orElse(Purpose.UNKNOWN));
    }

    /** The CSRs that nodes may hold, anywhere in the directory. */
    Stream<Filed<Csr>> serversCsrs() {
        return csrs.stream().filter(filed -> filed.place().isOfServer());
    }

    /**
     * The certificates that may be uploaded as a node's own. Those below a {@code ca} folder are uploaded if they
     * match a CSR.
     */
    Stream<Filed<Certificate>> serversLeaves() {
        return certificates.stream().filter(filed -> filed.place().isOfServer() && looksLikeLeaf(filed));
    }

    /** The CA certificates among the nodes' files. */
    Stream<Filed<Certificate>> serversAuthorities() {
        return certificates.stream()
                .filter(filed -> filed.place().isOfServer() && !filed.place().ca() && !looksLikeLeaf(filed));
    }

    /** Whether the certificate makes an upload set exist, even without a CSR, outside of trust stores. */
    public boolean looksLikeLeaf(Filed<Certificate> filed) {
        return issuers.looksLikeLeaf(filed);
    }
}

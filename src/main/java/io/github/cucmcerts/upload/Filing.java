package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.Name;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.ScannedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files each CSR and certificate by its place and content. */
public final class Filing {
    /** An object and its place. */
    public record Filed<T extends NamedKey>(T object, Place place, Purpose purpose) {}

    public static final Comparator<Filed<?>> BY_PATH = Comparator.comparing(
                    (Filed<?> filed) -> filed.object().origin().file())
            .thenComparing(filed -> filed.object().origin().index());

    final List<Filed<Csr>> csrs = new ArrayList<>();
    public final List<Filed<Certificate>> certificates = new ArrayList<>();
    private final Map<Name, Set<Place>> issuedAt = new HashMap<>();

    Filing(Inventory inventory) {
        Map<String, Place> places = inventory.files().stream()
                .collect(Collectors.toMap(
                        ScannedFile::path, file -> Place.of(file.path(), file.shared()), (one, same) -> one));
        inventory
                .objects(Certificate.class)
                .filter(certificate -> !certificate.isSelfIssued())
                .forEach(certificate -> issuedAt.computeIfAbsent(certificate.issuer(), name -> new HashSet<>())
                        .add(places.get(certificate.origin().file())));
        inventory
                .objects(NamedKey.class)
                .forEach(object -> file(object, places.get(object.origin().file())));
        // of several that serve, the names of files do not decide
        csrs.sort(Comparator.comparing(filed -> filed.object().sha256()));
    }

    /** The CSRs that servers may hold, wherever the directory has them. */
    Stream<Filed<Csr>> serversCsrs() {
        return csrs.stream().filter(filed -> filed.place().isOfServer());
    }

    /** The certificates that may be uploaded as a server's own. Those below a folder {@code ca} are, if they answer a CSR. */
    Stream<Filed<Certificate>> serversLeaves() {
        return certificates.stream().filter(filed -> filed.place().isOfServer() && looksLikeLeaf(filed));
    }

    /** The CA certificates that lie among the files of servers. */
    Stream<Filed<Certificate>> serversAuthorities() {
        return certificates.stream()
                .filter(filed -> filed.place().isOfServer() && !filed.place().ca() && !looksLikeLeaf(filed));
    }

    /** A file's name tells the purpose of what may be a leaf; that of a CA certificate only where it can be CAPF's. */
    private void file(NamedKey object, Place place) {
        if (object instanceof Csr csr) {
            csrs.add(new Filed<>(csr, place, purpose(csr, place, true)));
        } else if (object instanceof Certificate certificate) {
            boolean byName = !certificate.extensions().ca()
                    || isCapfLike(certificate, place)
                            && Place.purposeInName(certificate.origin().fileName())
                                    .equals(Optional.of(Purpose.CAPF));
            certificates.add(new Filed<>(certificate, place, purpose(certificate, place, byName)));
        }
    }

    /**
     * Whether it is somebody's issuer, by name: of a certificate in its node or below, or in no node's purpose. One that is
     * self-issued does not count: a leaf may follow a self-signed one of its name.
     */
    private boolean isIssuer(Certificate certificate, Place place) {
        return issuedAt.getOrDefault(certificate.subject(), Set.of()).stream()
                .anyMatch(child -> place.purpose().isEmpty()
                        || child.purpose().isEmpty()
                        || child.trusted()
                        || Place.startsWith(child.node(), place.node()));
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
    public boolean looksLikeLeaf(Filed<Certificate> filed) {
        Certificate certificate = filed.object();
        return !certificate.extensions().ca() && !isIssuer(certificate, filed.place())
                || filed.purpose() == Purpose.CAPF && isCapfLike(certificate, filed.place());
    }
}

package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A trust store after the uploads.
 *
 * @param outcomes the outcome of each certificate, offered or deployed
 * @param held the certificates that it holds
 */
public record StoreAfter(Map<Certificate, Outcome> outcomes, Set<Certificate> held) {
    public Outcome outcome(Certificate certificate) {
        return outcomes.get(certificate);
    }

    /**
     * Whether it can hold all of these at the same time; if certificates start at the same time, the upload order
     * decides which one it keeps.
     */
    public boolean canHold(Collection<Certificate> certificates) {
        Set<Certificate> places = new HashSet<>();
        for (Certificate certificate : certificates) {
            Optional<Certificate> place = place(certificate);
            if (place.isEmpty() || !places.add(place.get())) {
                return false;
            }
        }
        return true;
    }

    /** The certificate itself, or the one that it can replace. */
    private Optional<Certificate> place(Certificate certificate) {
        if (held.contains(certificate)) {
            return Optional.of(certificate);
        }
        return outcomes.get(certificate) instanceof Outcome.Displaced displaced
                        && displaced.by().notBefore().equals(certificate.notBefore())
                ? Optional.of(displaced.by())
                : Optional.empty();
    }
}

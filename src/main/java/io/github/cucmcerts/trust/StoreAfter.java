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
 * @param outcomes what became of each certificate, offered or deployed
 * @param held what it holds
 */
public record StoreAfter(Map<Certificate, Outcome> outcomes, Set<Certificate> held) {
    public Outcome outcome(Certificate certificate) {
        return outcomes.get(certificate);
    }

    /** Whether it can hold all of these at once, by the choice of which is uploaded first of those that start together. */
    public boolean canHold(Collection<Certificate> certificates) {
        Set<Certificate> places = new HashSet<>();
        return certificates.stream()
                .allMatch(certificate -> place(certificate).filter(places::add).isPresent());
    }

    /** The certificate itself, or the one whose place it can take. */
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

package io.github.cucmcerts.upload;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the CSRs and certificates of a slot belong together.
 *
 * @param csr the CSR that counts: its own, or another slot's; empty if several are unanswered
 * @param unanswered its own CSRs that no certificate matches, unless {@code deployed/} says which CSR counts
 * @param leaf the certificate to upload as the purpose's own
 * @param rivals if the leaf is unclear, the certificates that can be it
 * @param history pairs that are not uploaded: older ones, deployed ones, and those whose CSR the node does not hold
 */
public record Match(
        Optional<Csr> csr,
        List<Csr> unanswered,
        Optional<Certificate> leaf,
        List<Certificate> rivals,
        List<Pair> history) {

    /**
     * The objects to choose from.
     *
     * @param csrs the CSRs of the slot
     * @param strays its leaves that match no CSR
     * @param pairs the newest first, including pairs of deployed certificates
     * @param held the CSRs that the nodes hold, without those that an identity matches
     * @param identities the certificates that the nodes serve today
     */
    record Choice(
            List<Csr> csrs, List<Certificate> strays, List<Pair> pairs, List<Csr> held, Set<Certificate> identities) {
        private boolean isDeployed(Certificate certificate) {
            return identities.contains(certificate);
        }

        private boolean isNew(Certificate certificate, Instant newestDeployed) {
            return !isDeployed(certificate) && !certificate.notBefore().isBefore(newestDeployed);
        }

        private boolean isDeployed(Csr csr) {
            for (Certificate identity : identities) {
                if (identity.key().equals(csr.key())) {
                    return true;
                }
            }
            return false;
        }

        private List<Csr> unanswered() {
            Set<Csr> unanswered = new LinkedHashSet<>(csrs);
            for (Pair pair : pairs) {
                unanswered.remove(pair.csr());
            }
            return List.copyOf(unanswered);
        }

        private List<Csr> withoutDeployed(List<Csr> all) {
            List<Csr> others = new ArrayList<>();
            for (Csr csr : all) {
                if (!isDeployed(csr)) {
                    others.add(csr);
                }
            }
            return List.copyOf(others);
        }

        /** The latest start of a deployed certificate. */
        private Instant newestDeployed() {
            if (identities.isEmpty()) {
                return Instant.MIN;
            }
            return Stream.concat(pairs.stream().map(Pair::leaf), strays.stream())
                    .filter(this::isDeployed)
                    .map(Certificate::notBefore)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.MIN);
        }
    }

    static Match of(Choice choice) {
        return choice.held().isEmpty() ? newest(choice) : held(choice);
    }

    /**
     * The node decides: its CSR belongs to the set. If no certificate matches that CSR, the set's newest pair still is
     * the set.
     */
    private static Match held(Choice choice) {
        List<Pair> pairs = choice.pairs();
        List<Certificate> strays = choice.strays().stream()
                .filter(stray -> !choice.isDeployed(stray))
                .toList();
        Optional<Pair> chosen = pairs.stream()
                .filter(pair -> choice.held().contains(pair.csr()))
                .findFirst()
                .or(() -> pairs.stream()
                        .filter(pair -> !choice.isDeployed(pair.leaf()))
                        .findFirst());
        if (chosen.isPresent()) {
            return chosen(chosen.get(), List.of(), pairs);
        }
        List<Csr> own = choice.withoutDeployed(choice.csrs());
        Csr csr = own.stream()
                .filter(choice.held()::contains)
                .findFirst()
                .orElseGet(() -> own.isEmpty() ? choice.held().get(0) : own.get(0));
        return open(Optional.of(csr), List.of(), strays, pairs);
    }

    /**
     * If there are several pairs, the pair with the latest start is the set. A deployed pair becomes history once there
     * is another CSR, or a certificate that does not start earlier.
     */
    private static Match newest(Choice choice) {
        List<Pair> pairs = choice.pairs();
        List<Csr> unanswered = choice.unanswered();
        List<Csr> unused = choice.withoutDeployed(unanswered);
        Instant newestDeployed = choice.newestDeployed();
        List<Pair> newPairs = new ArrayList<>();
        for (Pair pair : pairs) {
            if (choice.isNew(pair.leaf(), newestDeployed)) {
                newPairs.add(pair);
            }
        }
        List<Certificate> newStrays = new ArrayList<>();
        for (Certificate stray : choice.strays()) {
            if (choice.isNew(stray, newestDeployed)) {
                newStrays.add(stray);
            }
        }
        boolean renewing = !newPairs.isEmpty() || !unused.isEmpty() || !newStrays.isEmpty();
        List<Pair> current = renewing ? newPairs : pairs;
        List<Csr> open = renewing || !pairs.isEmpty() ? unused : unanswered;
        return current.isEmpty()
                ? open(only(open), open, renewing ? List.copyOf(newStrays) : choice.strays(), pairs)
                : chosen(current.get(0), open, pairs);
    }

    private static Match chosen(Pair chosen, List<Csr> unanswered, List<Pair> pairs) {
        List<Pair> history = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!pair.leaf().equals(chosen.leaf())) {
                history.add(pair);
            }
        }
        return new Match(
                Optional.of(chosen.csr()), unanswered, Optional.of(chosen.leaf()), List.of(), List.copyOf(history));
    }

    private static Match open(
            Optional<Csr> csr, List<Csr> unanswered, List<Certificate> candidates, List<Pair> history) {
        return new Match(csr, unanswered, only(candidates), candidates.size() > 1 ? candidates : List.of(), history);
    }

    private static <T> Optional<T> only(List<T> list) {
        return list.size() == 1 ? Optional.of(list.get(0)) : Optional.empty();
    }
}

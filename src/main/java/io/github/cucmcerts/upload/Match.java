package io.github.cucmcerts.upload;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the CSRs and certificates of a slot belong together.
 *
 * @param rivals where no leaf could be told: the certificates that could be it
 */
record Match(
        Optional<Csr> csr,
        List<Csr> unanswered,
        Optional<Certificate> leaf,
        List<Certificate> rivals,
        List<Pair> history) {

    /**
     * Of several pairs the one with the newest start is the set; a deployed one is history as soon as there is another.
     *
     * @param identities what the slot's nodes serve today
     * @param borrowed the CSR elsewhere that a certificate answers
     */
    static Match of(Slot slot, Set<Certificate> identities, Function<Certificate, Optional<Csr>> borrowed) {
        List<Pair> pairs = pairs(slot, borrowed);
        Set<SubjectPublicKey> deployedKeys =
                identities.stream().map(Certificate::key).collect(Collectors.toSet());
        List<Csr> unanswered = slot.csrs.stream()
                .filter(csr -> pairs.stream().noneMatch(pair -> pair.csr().equals(csr)))
                .toList();
        List<Csr> unused = unanswered.stream()
                .filter(csr -> !deployedKeys.contains(csr.key()))
                .toList();
        List<Certificate> strays = slot.leafLike.stream()
                .filter(leaf -> pairs.stream().noneMatch(pair -> pair.leaf().equals(leaf)))
                .toList();
        List<Certificate> newStrays =
                strays.stream().filter(leaf -> !identities.contains(leaf)).toList();
        List<Pair> newPairs =
                pairs.stream().filter(pair -> !identities.contains(pair.leaf())).toList();
        boolean renewing = !newPairs.isEmpty() || !unused.isEmpty() || !newStrays.isEmpty();
        List<Pair> current = renewing ? newPairs : pairs;
        List<Csr> open = renewing || !pairs.isEmpty() ? unused : unanswered;
        if (!current.isEmpty()) {
            Pair newest = current.get(0);
            List<Pair> history =
                    pairs.stream().filter(pair -> !pair.equals(newest)).toList();
            return new Match(Optional.of(newest.csr()), open, Optional.of(newest.leaf()), List.of(), history);
        }
        List<Certificate> candidates = renewing ? newStrays : strays;
        return new Match(only(open), open, only(candidates), candidates.size() > 1 ? candidates : List.of(), pairs);
    }

    private static List<Pair> pairs(Slot slot, Function<Certificate, Optional<Csr>> borrowed) {
        List<Pair> pairs = new ArrayList<>();
        for (Csr csr : slot.csrs) {
            slot.own.stream()
                    .filter(certificate -> certificate.key().equals(csr.key()))
                    .forEach(certificate -> pairs.add(new Pair(csr, certificate)));
        }
        if (slot.csrs.isEmpty()) {
            slot.own.forEach(
                    certificate -> borrowed.apply(certificate).ifPresent(csr -> pairs.add(new Pair(csr, certificate))));
        }
        pairs.sort(Comparator.comparing((Pair pair) -> pair.leaf().notBefore()).reversed());
        return pairs;
    }

    private static <T> Optional<T> only(List<T> list) {
        return list.size() == 1 ? Optional.of(list.get(0)) : Optional.empty();
    }
}

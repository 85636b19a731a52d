package io.github.cucmcerts.upload;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
     * Of several pairs the one with the newest start is the set. A deployed one is history as soon as there is another CSR,
     * or a certificate that does not start before it.
     *
     * @param deployed what the slot's nodes hold today
     * @param borrowed the CSR elsewhere that a certificate answers
     */
    static Match of(Slot slot, Deployed deployed, Function<Certificate, Optional<Csr>> borrowed) {
        Set<Certificate> identities = deployed.identities(slot);
        List<Pair> pairs = pairs(slot, deployed, borrowed);
        Set<Csr> answered = pairs.stream().map(Pair::csr).collect(Collectors.toSet());
        Set<Certificate> paired = pairs.stream().map(Pair::leaf).collect(Collectors.toSet());
        List<Csr> unanswered =
                slot.csrs.stream().filter(csr -> !answered.contains(csr)).toList();
        Set<SubjectPublicKey> deployedKeys =
                identities.stream().map(Certificate::key).collect(Collectors.toSet());
        List<Csr> unused = unanswered.stream()
                .filter(csr -> !deployedKeys.contains(csr.key()))
                .toList();
        List<Certificate> strays =
                slot.leafLike.stream().filter(leaf -> !paired.contains(leaf)).toList();
        Instant newestDeployed = Stream.concat(paired.stream(), strays.stream())
                .filter(identities::contains)
                .map(Certificate::notBefore)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        Predicate<Certificate> isNew =
                leaf -> !identities.contains(leaf) && !leaf.notBefore().isBefore(newestDeployed);
        List<Pair> newPairs =
                pairs.stream().filter(pair -> isNew.test(pair.leaf())).toList();
        List<Certificate> newStrays = strays.stream().filter(isNew).toList();
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

    /** The newest first. A CSR that only the deployed identity of all nodes answers is paired with that. */
    private static List<Pair> pairs(Slot slot, Deployed deployed, Function<Certificate, Optional<Csr>> borrowed) {
        Stream<Pair> theirs = slot.csrs.isEmpty()
                ? slot.candidates.stream()
                        .flatMap(leaf -> borrowed.apply(leaf).map(csr -> new Pair(csr, leaf)).stream())
                : Stream.concat(
                        slot.pairs(),
                        slot.csrs.stream()
                                .flatMap(csr -> deployed.identities(slot).stream()
                                        .filter(identity -> identity.key().equals(csr.key())
                                                && deployed.serves(slot, Optional.of(identity)))
                                        .map(identity -> new Pair(csr, identity))));
        return theirs.distinct().sorted(Pair.NEWEST_FIRST).toList();
    }

    private static <T> Optional<T> only(List<T> list) {
        return list.size() == 1 ? Optional.of(list.get(0)) : Optional.empty();
    }
}

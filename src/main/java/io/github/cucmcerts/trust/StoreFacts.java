package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The facts about a trust store.
 *
 * @param after its content after the uploads of all sets
 * @param needed the CA certificates of all paths that use it
 * @param namesakes the certificates that share a common name, deployed or accepted
 * @param notTaken the offered certificates that no path needs and that it will not hold
 * @param replacing the offered certificates that replace deployed ones
 * @param signed who signed the certificates in the store, the leaves that use it, and the certificates that the nodes
 *     serve today
 */
record StoreFacts(
        StoreAfter after,
        Set<Certificate> needed,
        List<Namesakes> namesakes,
        List<Certificate> notTaken,
        List<Certificate> replacing,
        SignedBy signed) {
    static StoreFacts of(TrustStore store, StoreAfter after, Set<Certificate> needed) {
        List<Certificate> notTaken = new ArrayList<>();
        List<Certificate> replacing = new ArrayList<>();
        for (Certificate offered : store.offered()) {
            Outcome outcome = after.outcome(offered);
            if (outcome instanceof Outcome.Replaces) {
                replacing.add(offered);
            } else if (!(outcome instanceof Outcome.Added || outcome instanceof Outcome.AlreadyThere)
                    && !needed.contains(offered)) {
                notTaken.add(offered);
            }
        }
        return new StoreFacts(after, needed, namesakes(store, after), notTaken, replacing, SignedBy.NOT_ASKED);
    }

    /** The same facts, and who signed. */
    StoreFacts with(SignedBy found) {
        return found.byKey().isEmpty() ? this : new StoreFacts(after, needed, namesakes, notTaken, replacing, found);
    }

    private static List<Namesakes> namesakes(TrustStore store, StoreAfter after) {
        Set<Certificate> deployed = new HashSet<>(store.deployed());
        List<Namesakes> namesakes = new ArrayList<>();
        for (List<Certificate> some : store.namesakes()) {
            List<Certificate> all = some.stream()
                    .filter(certificate -> deployed.contains(certificate) || isTaken(after.outcome(certificate)))
                    .toList();
            if (all.size() > 1) {
                namesakes.add(
                        new Namesakes(all.stream().filter(deployed::contains).toList(), all));
            }
        }
        return namesakes;
    }

    private static boolean isTaken(Outcome outcome) {
        return outcome instanceof Outcome.Added || outcome instanceof Outcome.Replaces;
    }
}

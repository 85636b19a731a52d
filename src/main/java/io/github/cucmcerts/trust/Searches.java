package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The two parts that may fail on unforeseen certificates. If one fails, only the sets that need its result are not
 * checked.
 */
public interface Searches {
    /** Searches for a leaf's certification path. */
    Chain path(Certificate leaf, IssuerCandidates candidates, Predicate<List<Certificate>> canHold);

    /** Finds out what a store holds after the uploads. */
    StoreAfter after(TrustStore store, Set<Certificate> needed);

    /** The searches by the rules of RFC 5280 and CUCM. */
    static Searches of(Signatures signatures, Situation situation) {
        PathFinder finder = new PathFinder(signatures, situation.window());
        return new Searches() {
            @Override
            public Chain path(Certificate leaf, IssuerCandidates candidates, Predicate<List<Certificate>> canHold) {
                return finder.find(leaf, candidates, canHold);
            }

            @Override
            public StoreAfter after(TrustStore store, Set<Certificate> needed) {
                return store.after(situation.window(), situation.cluster().release(), needed);
            }
        };
    }
}

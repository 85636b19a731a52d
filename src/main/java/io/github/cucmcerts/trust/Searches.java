package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The two parts that may break down on certificates which nobody foresaw. Where one does, only the sets that need it are not checked. */
public interface Searches {
    /** Searches for a leaf's certification path. */
    Chain path(Certificate leaf, IssuerCandidates candidates, Predicate<List<Certificate>> canHold);

    /** Works out what a store holds after the uploads. */
    StoreAfter after(TrustStore store, Set<Certificate> needed);

    /** As RFC 5280 and CUCM do it. */
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

package io.github.cucmcerts.plan;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Context;
import io.github.cucmcerts.rule.StoreChain;
import io.github.cucmcerts.upload.Outcome;
import io.github.cucmcerts.upload.StoreAfter;
import io.github.cucmcerts.upload.TrustStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of a trust store for the sake of one path: the same outcomes as the trust-store rules tell, once those
 * deployed certificates are deleted that would keep one of the path out.
 *
 * @param deletions those to delete, by the certificate that they keep out
 */
record StoreChange(StoreChain chain, Map<Certificate, List<Certificate>> deletions, StoreAfter after) {

    static StoreChange of(StoreChain chain, Context context) {
        Map<Certificate, List<Certificate>> deletions = new HashMap<>();
        TrustStore store = chain.store();
        StoreAfter after = context.after(store);
        Optional<KeptOut> kept = keptOut(chain, after);
        while (kept.isPresent()) {
            deletions
                    .computeIfAbsent(kept.get().certificate(), certificate -> new ArrayList<>())
                    .add(kept.get().by());
            store = store.without(kept.get().by());
            after = store.after(context.window(), context.cluster().release(), context.neededIn(chain.store()));
            kept = keptOut(chain, after);
        }
        return new StoreChange(chain, deletions, after);
    }

    private record KeptOut(Certificate certificate, Certificate by) {}

    private static Optional<KeptOut> keptOut(StoreChain chain, StoreAfter after) {
        return chain.chain().authorities().stream()
                .flatMap(authority -> after.outcome(authority) instanceof Outcome.KeptOut kept
                        ? Stream.of(new KeptOut(authority, kept.by()))
                        : Stream.of())
                .findFirst();
    }

    TrustStore store() {
        return chain.store();
    }

    /** The CA certificates of the path in the order in which they go up: the root first. */
    List<Certificate> authorities() {
        List<Certificate> fromTheRoot = new ArrayList<>(chain.chain().authorities());
        Collections.reverse(fromTheRoot);
        return fromTheRoot;
    }

    Stream<Certificate> deleted() {
        return deletions.values().stream().flatMap(List::stream);
    }
}

package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.CommonName;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.NamedKey;
import java.util.List;
import java.util.Optional;

/**
 * A slot, what of it belongs together, and which servers that is for.
 *
 * @param holders the servers whose deployed files count for it
 * @param isDeployed whether every node that has an identity serves the leaf; where names only guess that it is for several, its
 *     own node
 */
record Matched(Slot slot, Match match, Distribution distribution, Target holders, boolean isDeployed) {
    static Matched of(Slot slot, Match match, Distribution distribution, Deployed deployed) {
        Target holders = holders(slot, distribution);
        Target served = new Target(slot, distribution.served());
        boolean isDeployed = match.leaf()
                .filter(leaf -> deployed.serve(holders, leaf) || deployed.serve(served, leaf))
                .isPresent();
        return new Matched(slot, match, distribution, holders, isDeployed);
    }

    /**
     * The servers whose deployed files count for the slot. Where only its names say that it is for several nodes, that is its own
     * node, and without a folder the one that it is called after.
     */
    static Target holders(Slot slot, Distribution distribution) {
        if (!distribution.guessed()) {
            return new Target(slot, distribution.served());
        }
        Optional<NamedKey> request = slot.node().isEmpty() ? slot.request() : Optional.empty();
        List<NodeName> named = request.flatMap(asked -> asked.subject().commonName()).stream()
                .map(name -> new CommonName(name).node())
                .toList();
        return new Target(slot, named);
    }

    /** Whether it brings its nodes another certificate than they have. */
    boolean brings() {
        return match.leaf().isPresent() && !isDeployed;
    }
}

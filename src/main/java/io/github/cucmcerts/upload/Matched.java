package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.CommonName;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.NamedKey;
import java.util.List;
import java.util.Optional;

/**
 * A slot, its objects that belong together, and the nodes they are for.
 *
 * @param holders the nodes whose deployed files count for it
 * @param isDeployed whether every node with an identity serves the leaf; only its own node, if only names suggest that
 *     it is for several
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
     * The nodes whose deployed files count for the slot. If only its names suggest that it is for several nodes, this
     * is its own node or, without a folder, the node in its common name.
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

    /** Whether it gives its nodes a certificate that they do not have yet. */
    boolean brings() {
        return match.leaf().isPresent() && !isDeployed;
    }
}

package io.github.cucmcerts.upload;

import io.github.cucmcerts.inventory.Certificate;
import java.util.Map;
import java.util.Set;

/**
 * The upload sets of a directory, and what else tells the content of trust stores.
 *
 * @param files where everything lies
 * @param nodes the nodes of the sets
 * @param identities every identity certificate that {@code deployed/} has
 * @param exports CUCM's own exports in {@code deployed/}
 */
public record Grouped(Uploads uploads, Filing files, Nodes nodes, Set<Certificate> identities, Exports exports) {
    /** What is left of a grouping that broke down. */
    public static Grouped failed(String failure) {
        return new Grouped(
                Uploads.failed(failure), Filing.EMPTY, new Nodes(Map.of(), Set.of()), Set.of(), Exports.NONE);
    }
}

package io.github.cucmcerts.upload;

import io.github.cucmcerts.inventory.Certificate;
import java.util.Map;
import java.util.Set;

/**
 * The upload sets of a directory, and the other facts about the content of trust stores.
 *
 * @param files every object with its place
 * @param nodes the nodes of the sets
 * @param identities every identity certificate that {@code deployed/} has
 * @param exports CUCM's own exports in {@code deployed/}
 */
public record Grouped(Uploads uploads, Filing files, Nodes nodes, Set<Certificate> identities, Exports exports) {
    /** The result of a grouping that failed. */
    public static Grouped failed(String failure) {
        return new Grouped(
                Uploads.failed(failure), Filing.EMPTY, new Nodes(Map.of(), Set.of()), Set.of(), Exports.NONE);
    }
}

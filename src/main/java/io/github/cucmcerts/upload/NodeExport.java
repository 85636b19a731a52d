package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Export;
import io.github.cucmcerts.inventory.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An export and its node.
 *
 * @param origin where this node's part begins in the file
 * @param node the folders of the node
 * @param isNamed whether the export itself names its server
 * @param scope the folders above {@code deployed}
 * @param takenAt when it was taken, if the file says so
 * @param listsStores whether it lists the content of every trust store, except the stores in {@code partial}
 * @param partial the trust stores that hold more than the export shows, in lower case
 */
public record NodeExport(
        Origin origin,
        Export.Format format,
        List<String> node,
        boolean isNamed,
        List<String> scope,
        Optional<Instant> takenAt,
        boolean listsStores,
        Set<String> partial) {

    /** Its path relative to the scanned directory. */
    public String file() {
        return origin.file();
    }

    public NodeName name() {
        return Nodes.last(node);
    }

    /** Whether it is from the node of these folders, which are joined by {@code /}. */
    public boolean isOf(String folders) {
        return !folders.isEmpty() && Nodes.last(List.of(folders.split("/"))).sameAs(name());
    }

    /** Whether its {@code deployed} folder applies to the slot. */
    public boolean holdsFor(Slot slot) {
        return slot.folders().stream().anyMatch(folder -> Place.startsWith(folder, scope));
    }

    /** Whether it lists the whole content of the trust store with this name. */
    public boolean tellsAllOf(String store) {
        return listsStores && !partial.contains(store.toLowerCase(Locale.ROOT));
    }
}

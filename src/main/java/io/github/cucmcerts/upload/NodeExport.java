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
 * An export, and the node that it is of.
 *
 * @param origin where it begins in its file
 * @param node the folders that stand for the node
 * @param isNamed whether it names its server itself
 * @param scope the folders above {@code deployed}
 * @param takenAt when it was taken, if the file says so
 * @param listsStores whether it says what each trust store holds, except those in {@code partial}
 * @param partial the trust stores that hold more than it shows, folded
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

    /** Whether it is of the node that these folders, joined by {@code /}, stand for. */
    public boolean isOf(String folders) {
        return !folders.isEmpty() && Nodes.last(List.of(folders.split("/"))).sameAs(name());
    }

    /** Whether the folder deployed that it lies in holds for the slot. */
    public boolean holdsFor(Slot slot) {
        return slot.folders().stream().anyMatch(folder -> Place.startsWith(folder, scope));
    }

    /** Whether it says all that the trust store of that name holds. */
    public boolean tellsAllOf(String store) {
        return listsStores && !partial.contains(store.toLowerCase(Locale.ROOT));
    }
}

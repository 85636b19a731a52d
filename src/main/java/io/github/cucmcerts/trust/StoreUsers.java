package io.github.cucmcerts.trust;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.upload.Place;
import io.github.cucmcerts.upload.Slot;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The slots that use a store. Folders are in lower case.
 *
 * @param purpose the purpose of one of them; what it says about the store is true for all
 * @param ofPurpose those of their folders that name the purpose
 * @param above their folders and all folders above them
 * @param scopes the folders whose deployed/ describes the store for all slots: if it replicates, those below a node
 */
record StoreUsers(
        Purpose purpose,
        Set<List<String>> folders,
        Set<List<String>> ofPurpose,
        Set<List<String>> above,
        Set<List<String>> scopes) {

    /**
     * @param scopes all folders that contain a deployed/ folder
     */
    static StoreUsers of(List<Slot> slots, Set<List<String>> scopes) {
        Purpose purpose = slots.get(0).purpose();
        Set<List<String>> folders = new HashSet<>();
        for (Slot slot : slots) {
            for (List<String> folder : slot.folders()) {
                folders.add(Place.folded(folder));
            }
            for (List<String> folder : slot.deliveries()) {
                folders.add(Place.folded(folder));
            }
        }
        Set<List<String>> ofPurpose = new HashSet<>();
        Set<List<String>> above = new HashSet<>();
        for (List<String> folder : folders) {
            if (Place.tellPurpose(folder)) {
                ofPurpose.add(folder);
            }
            above.addAll(Place.above(folder));
        }
        Set<List<String>> ofAll = purpose.storeReplicates() ? belowNodes(slots, scopes) : Set.of();
        return new StoreUsers(purpose, folders, ofPurpose, above, ofAll);
    }

    private static Set<List<String>> belowNodes(List<Slot> slots, Set<List<String>> scopes) {
        Set<List<String>> nodes = new HashSet<>();
        for (Slot slot : slots) {
            if (!slot.node().isEmpty()) {
                nodes.add(Place.folded(slot.node()));
            }
        }
        Set<List<String>> below = new HashSet<>();
        for (List<String> scope : scopes) {
            if (isAtOrBelow(nodes, scope)) {
                below.add(scope);
            }
        }
        return below;
    }

    private static boolean isAtOrBelow(Set<List<String>> folders, List<String> path) {
        return !Collections.disjoint(folders, Place.above(path));
    }

    /**
     * Whether the place is in a folder of these slots; certificates there are uploaded to every node that the set
     * serves.
     */
    boolean own(Place place) {
        return !place.deployed() && !place.store() && isAtOrBelow(ofPurpose, place.folders());
    }
}

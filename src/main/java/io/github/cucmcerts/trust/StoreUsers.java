package io.github.cucmcerts.trust;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.upload.Place;
import io.github.cucmcerts.upload.Slot;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Set<List<String>> folders = slots.stream()
                .flatMap(slot -> Stream.concat(slot.folders().stream(), slot.deliveries().stream()))
                .map(Place::folded)
                .collect(Collectors.toSet());
        Set<List<String>> nodes = slots.stream()
                .map(slot -> Place.folded(slot.node()))
                .filter(node -> !node.isEmpty())
                .collect(Collectors.toSet());
        return new StoreUsers(
                purpose,
                folders,
                folders.stream().filter(Place::tellPurpose).collect(Collectors.toSet()),
                folders.stream().flatMap(Place::above).collect(Collectors.toSet()),
                scopes.stream()
                        .filter(scope ->
                                purpose.storeReplicates() && Place.above(scope).anyMatch(nodes::contains))
                        .collect(Collectors.toSet()));
    }

    /**
     * Whether the place is in a folder of these slots; certificates there are uploaded to every node that the set
     * serves.
     */
    boolean own(Place place) {
        return !place.deployed()
                && !place.store()
                && Place.above(place.folders()).anyMatch(ofPurpose::contains);
    }
}

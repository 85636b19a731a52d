package io.github.cucmcerts.trust;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.upload.Place;
import io.github.cucmcerts.upload.Slot;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The slots that use a store. Folders are folded.
 *
 * @param purpose that of one of them: what it says of the store holds for all
 * @param ofPurpose those of their folders that tell the purpose
 * @param above their folders and all above these
 * @param scopes the folders whose deployed/ tells of the store for all of them: those below a node, if it replicates
 */
record StoreUsers(
        Purpose purpose,
        Set<List<String>> folders,
        Set<List<String>> ofPurpose,
        Set<List<String>> above,
        Set<List<String>> scopes) {

    /**
     * @param scopes all folders that hold a folder deployed/
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

    /** Whether the place is in a folder of theirs: what lies there is uploaded to every node that the set serves. */
    boolean own(Place place) {
        return !place.deployed()
                && !place.store()
                && Place.above(place.folders()).anyMatch(ofPurpose::contains);
    }
}

package io.github.cucmcerts.upload;

import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the slots to which objects were assigned.
 *
 * @param atSpot by the place of the purpose's files
 * @param inFolder by the folder of their files, in lower case
 * @param asking by a CSR's key: each slot with its CSR
 */
record SlotIndex(
        NodeFolders folders,
        Map<Spot, Set<SlotKey>> atSpot,
        Map<List<String>, Set<SlotKey>> inFolder,
        Map<SubjectPublicKey, Map<SlotKey, Csr>> asking) {

    static SlotIndex of(List<Assignment> assignments, NodeFolders folders) {
        Map<Spot, Set<SlotKey>> atSpot = new HashMap<>();
        Map<List<String>, Set<SlotKey>> inFolder = new HashMap<>();
        Map<SubjectPublicKey, Map<SlotKey, Csr>> asking = new HashMap<>();
        for (Assignment assignment : assignments) {
            SlotKey slot = assignment.slot();
            Filed<?> filed = assignment.filed();
            put(atSpot, Spot.of(slot.node(), slot.purpose()), slot);
            if (assignment.as().isInFolder()) {
                put(inFolder, Place.folded(filed.place().folders()), slot);
                if (filed.purpose() == slot.purpose()) {
                    put(atSpot, folders.spot(filed), slot);
                }
            }
            if (filed.object() instanceof Csr csr && assignment.as() == Assignment.As.CSR) {
                asking.computeIfAbsent(csr.key(), key -> new LinkedHashMap<>()).putIfAbsent(slot, csr);
            }
        }
        return new SlotIndex(folders, atSpot, inFolder, asking);
    }

    private static <K> void put(Map<K, Set<SlotKey>> map, K key, SlotKey slot) {
        map.computeIfAbsent(key, same -> new LinkedHashSet<>()).add(slot);
    }

    /** The slots with a CSR for that key, each with the CSR. */
    Map<SlotKey, Csr> asking(SubjectPublicKey key) {
        return asking.getOrDefault(key, Map.of());
    }

    /** The slots of the purpose whose files are at the object's place. */
    Set<SlotKey> atSpot(Filed<?> filed) {
        return atSpot.getOrDefault(folders.spot(filed), Set.of());
    }

    /** The slots of any purpose with files in the object's folder. */
    Set<SlotKey> inFolder(Filed<?> filed) {
        return inFolder.getOrDefault(Place.folded(filed.place().folders()), Set.of());
    }
}

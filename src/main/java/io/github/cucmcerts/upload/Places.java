package io.github.cucmcerts.upload;

import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.ScannedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The place of each object. Files in the same folder share their place.
 *
 * @param byFile the place of each file
 * @param exported the places of exported objects
 */
record Places(Map<String, Place> byFile, Map<Origin, Place> exported) {
    static Places of(Inventory inventory, Exports exports) {
        Map<String, Place> byFile = new HashMap<>();
        Map<List<Object>, Place> ofFolders = new HashMap<>();
        for (ScannedFile file : inventory.files()) {
            String path = file.path();
            List<Object> folder = List.of(path.substring(0, path.lastIndexOf('/') + 1), file.shared());
            byFile.putIfAbsent(path, ofFolders.computeIfAbsent(folder, f -> Place.of(path, file.shared())));
        }
        return new Places(byFile, exports.places());
    }

    Place of(NamedKey object) {
        Place exportedTo = exported.get(object.origin());
        return exportedTo == null ? byFile.get(object.origin().file()) : exportedTo;
    }
}

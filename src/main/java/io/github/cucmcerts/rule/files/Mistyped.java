package io.github.cucmcerts.rule.files;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.text.Spelling;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the name that a folder name was probably meant to be. */
final class Mistyped {
    /** Shorter names are similar by chance. */
    private static final int SHORTEST = 6;
    /** From this length on, two letters may differ. */
    private static final int LONG = 9;

    private Mistyped() {}

    /** The nearest of the names that differ by one letter, or by two if the name is long. */
    static Optional<String> intended(String folder, Collection<String> names) {
        if (folder.length() < SHORTEST) {
            return Optional.empty();
        }
        return Spelling.nearest(
                folder, names.stream().filter(name -> isNear(folder, name)).toList());
    }

    private static boolean isNear(String folder, String name) {
        if (Math.abs(folder.length() - name.length()) > 2) {
            return false;
        }
        int distance = Spelling.distance(folder, name);
        return name.length() >= LONG ? distance <= 2 : name.length() >= SHORTEST && distance <= 1;
    }

    /** The folders with something to check in them or below: path to name. */
    static Map<String, String> folders(Inventory inventory) {
        Map<String, String> folders = new TreeMap<>();
        for (ScannedFile file : inventory.files()) {
            if (!file.shared() && !file.objects().isEmpty()) {
                String path = file.path();
                for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/')) {
                    path = path.substring(0, slash);
                    folders.put(path, path.substring(path.lastIndexOf('/') + 1));
                }
            }
        }
        return folders;
    }

    static boolean isNode(String folder, Cluster cluster) {
        return new NodeName(folder).sameAsAny(cluster.nodes());
    }
}

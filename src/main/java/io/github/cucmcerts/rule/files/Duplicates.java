package io.github.cucmcerts.rule.files;

import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.NamedKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects that lie twice in one folder. */
final class Duplicates {
    /** An object that lies in the same folder before. */
    record Copy(NamedKey object, NamedKey first) {}

    private Duplicates() {}

    /** Each copy with the first of its kind, in the order of files. */
    static List<Copy> of(Inventory inventory) {
        Map<String, NamedKey> first = new HashMap<>();
        List<Copy> copies = new ArrayList<>();
        inventory.objects(NamedKey.class).forEach(object -> {
            NamedKey before = first.putIfAbsent(folder(object.origin().file()) + object.sha256(), object);
            if (before != null) {
                copies.add(new Copy(object, before));
            }
        });
        return copies;
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }
}

package io.github.cucmcerts.rule.files;

import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.Remark;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.text.Message;
import java.util.Map;
import java.util.TreeMap;

/** The remarks of one kind, by file. */
final class Remarks {
    private Remarks() {}

    static Map<String, Message> of(Remark.Kind kind, Inventory inventory) {
        Map<String, Message> remarks = new TreeMap<>();
        for (ScannedFile file : inventory.files()) {
            file.remarks().stream()
                    .filter(remark -> remark.kind() == kind)
                    .forEach(remark -> remarks.putIfAbsent(file.path(), remark.detail()));
        }
        return remarks;
    }

    static Origin origin(String file) {
        return new Origin(file, 0, 0, 0, false);
    }
}

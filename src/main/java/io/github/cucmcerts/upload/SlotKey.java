package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Purpose;
import java.util.List;
import java.util.Locale;

/**
 * What tells slots apart: a node and a purpose. Without a purpose the slot is called after a file.
 *
 * @param node the folders that name the node; none where there are none
 * @param name the purpose, or {@code unknown/} and a file's name
 */
record SlotKey(List<String> node, Purpose purpose, String name) {
    static SlotKey of(List<String> node, Purpose purpose) {
        return new SlotKey(node, purpose, purpose.label());
    }

    String id() {
        return node.isEmpty() ? name : String.join("/", node) + "/" + name;
    }

    /** The id as ids are compared: without regard to case. */
    private String folded() {
        return id().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SlotKey key && folded().equals(key.folded());
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }
}

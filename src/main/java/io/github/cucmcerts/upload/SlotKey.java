package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Purpose;
import java.util.List;
import java.util.Locale;

/**
 * Identifies a slot: a node and a purpose, or a node and a file name if there is no purpose. Two keys are equal if
 * their ids are equal; case does not matter.
 */
final class SlotKey {
    private final List<String> node;
    private final Purpose purpose;
    private final String id;
    private final String folded;

    /**
     * @param node the folders that name the node; may be empty
     * @param name the purpose, or {@code unknown/} and a file name
     */
    SlotKey(List<String> node, Purpose purpose, String name) {
        this.node = node;
        this.purpose = purpose;
        id = node.isEmpty() ? name : String.join("/", node) + "/" + name;
        folded = id.toLowerCase(Locale.ROOT);
    }

    static SlotKey of(List<String> node, Purpose purpose) {
        return new SlotKey(node, purpose, purpose.label());
    }

    List<String> node() {
        return node;
    }

    Purpose purpose() {
        return purpose;
    }

    String id() {
        return id;
    }

    /** The id in lower case, for comparisons. */
    String folded() {
        return folded;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SlotKey key && folded.equals(key.folded);
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }
}

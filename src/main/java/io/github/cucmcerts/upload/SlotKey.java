package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Purpose;
import java.util.List;
import java.util.Locale;

/** What tells slots apart: a node and a purpose, or a file's name where there is no purpose. Two are equal where their ids are, without regard to case. */
final class SlotKey {
    private final List<String> node;
    private final Purpose purpose;
    private final String id;
    private final String folded;

    /**
     * @param node the folders that name the node; none where there are none
     * @param name the purpose, or {@code unknown/} and a file's name
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

    /** The id as ids are compared. */
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

package io.github.cucmcerts.inventory;

import io.github.cucmcerts.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one of CUCM's own exports says about one node.
 *
 * @param origin where this node's part begins in the file
 * @param server the node's name as the export writes it; empty if only the file's path names the node, or if nothing
 *     does
 * @param takenAt when it was taken, if the file says so
 * @param items what the node holds, as far as it can be decoded
 * @param listsStores whether it lists the content of every trust store, except the stores in {@code partial}
 * @param partial the trust stores, by the export's names, that hold more than the export shows
 * @param unassigned the parts that do not say which node or which purpose they belong to
 */
public record Export(
        Origin origin,
        Format format,
        Optional<String> server,
        Optional<Instant> takenAt,
        List<Item> items,
        boolean listsStores,
        Set<String> partial,
        List<Unassigned> unassigned) {

    /** How CUCM writes an export. */
    public enum Format {
        /** The JSON of the REST interface; it always names the node. */
        REST,
        /** A saved command line session. */
        CLI,
        /** Rows of the database, in AXL's XML or as {@code run sql} prints them; each row names its node. */
        SQL
    }

    /** What the node uses an object for. */
    public enum Kind {
        IDENTITY,
        CSR,
        TRUST,
        REVOKED
    }

    /**
     * One object that the node holds.
     *
     * @param unit the export's name for its purpose or store: {@code tomcat}, {@code tomcat-trust}
     */
    public record Item(Kind kind, String unit, NamedKey object) {}

    /**
     * A part that belongs to no node or to no purpose.
     *
     * @param reason why, as a clause that follows the file's name
     */
    public record Unassigned(Origin origin, Cause cause, Message reason) {}

    /** Why a part cannot be assigned. Each cause has its own remedy. */
    public enum Cause {
        /** A session shows a PEM block with no command before it. */
        NO_COMMAND,
        /** An answer names no node, or several. */
        NO_SERVER,
        /** Neither the session nor its folder names a node. */
        NO_NODE,
        /** CUCM has no purpose or trust store with that name. */
        NO_UNIT,
        /** A node has exactly one of these, and the exports show several. */
        CONTRADICTION,
        /** CUCM's exports never have this kind of content here. */
        FORM
    }

    public Export {
        items = List.copyOf(items);
        partial = Set.copyOf(partial);
        unassigned = List.copyOf(unassigned);
    }
}

package io.github.cucmcerts.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one of CUCM's own exports says of one server.
 *
 * @param origin where it begins in its file
 * @param server the server's name as the export writes it; nothing where the place of the file tells it, or nothing does
 * @param takenAt when it was taken, if the file says so
 * @param items what the server holds, as far as it can be decoded
 * @param listsStores whether it says what each trust store holds, except those in {@code partial}
 * @param partial the trust stores, as the export calls them, that hold more than it shows
 * @param unassigned the parts that do not say whose they are, or what
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
        /** The JSON of the REST interface: it always names its server. */
        REST,
        /** A saved session of the command line. */
        CLI,
        /** Rows of the database, in AXL's XML or as {@code run sql} prints them: each names its server. */
        SQL
    }

    /** What the server has an object for. */
    public enum Kind {
        IDENTITY,
        CSR,
        TRUST,
        REVOKED
    }

    /**
     * One object that the server holds.
     *
     * @param unit where, as the export calls it: {@code tomcat}, {@code tomcat-trust}
     */
    public record Item(Kind kind, String unit, NamedKey object) {}

    /**
     * A part that belongs to no server or to no purpose.
     *
     * @param reason why, as a clause that follows the file's name
     */
    public record Unassigned(Origin origin, Cause cause, String reason) {}

    /** Why a part can't be assigned; each is mended in its own way. */
    public enum Cause {
        /** No command precedes a block in a session. */
        NO_COMMAND,
        /** An answer names no server, or several. */
        NO_SERVER,
        /** Neither a session nor its place names a node. */
        NO_NODE,
        /** CUCM has no purpose or trust store of that name. */
        NO_UNIT,
        /** A server has one of these, and exports show several. */
        CONTRADICTION,
        /** It is not what CUCM's exports have in this place. */
        FORM
    }

    public Export {
        items = List.copyOf(items);
        partial = Set.copyOf(partial);
        unassigned = List.copyOf(unassigned);
    }
}

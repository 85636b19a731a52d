package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.Export;
import io.github.cucmcerts.inventory.Export.Cause;
import io.github.cucmcerts.inventory.Export.Item;
import io.github.cucmcerts.inventory.Export.Kind;
import io.github.cucmcerts.inventory.Export.Unassigned;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.Unreadable;
import io.github.cucmcerts.text.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Collects the parts of one node's export. */
final class ExportDraft {
    private static final String TRUST = "-trust";

    private final Origin origin;
    private final Export.Format format;
    private final List<Item> items = new ArrayList<>();
    private final Set<String> partial = new HashSet<>();
    private final List<Unassigned> unassigned = new ArrayList<>();

    ExportDraft(Origin origin, Export.Format format) {
        this.origin = origin;
        this.format = format;
    }

    /** Only the unit's name distinguishes identities and trust stores. */
    static Kind kind(String unit) {
        return unit.toLowerCase(Locale.ROOT).endsWith(TRUST) ? Kind.TRUST : Kind.IDENTITY;
    }

    /** Adds objects of that kind and unit; an object of another type cannot be assigned. */
    void add(Kind kind, String unit, List<FileObject> objects) {
        boolean isWhole = !objects.isEmpty();
        for (FileObject object : objects) {
            if (kind == Kind.CSR ? object instanceof Csr : object instanceof Certificate) {
                items.add(new Item(kind, unit, (NamedKey) object));
                continue;
            }
            isWhole = false;
            if (!(object instanceof Unreadable)) {
                unassigned(
                        object.origin(),
                        Cause.FORM,
                        kind == Kind.CSR
                                ? Message.of("reason.no-csr-here", "CUCM has a CSR here, and this is something else")
                                : Message.of(
                                        "reason.no-certificate-here",
                                        "CUCM has a certificate here, and this is something else"));
            }
        }
        if (!isWhole && kind == Kind.TRUST) {
            holdsMore(unit);
        }
    }

    /** The store has content that the export does not show. */
    void holdsMore(String unit) {
        partial.add(unit);
    }

    void unassigned(Origin at, Cause cause, Message reason) {
        unassigned.add(new Unassigned(at, cause, reason));
    }

    Export finish(Optional<String> server, Optional<Instant> takenAt, boolean listsStores) {
        return new Export(origin, format, server, takenAt, items, listsStores, partial, unassigned);
    }
}

package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Export.Cause;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A row of the certificate table, joined with the names of services as in document 214231. */
final class SqlRow {
    static final String SERVER = "servername";
    static final String SERVICE = "name";
    static final String CERTIFICATE = "certificate";

    private SqlRow() {}

    /**
     * Adds the content of the row to its node's export.
     *
     * @param row the values by column
     * @param exports the export by the server's name; without a name, for rows that have none
     */
    static void add(
            Map<String, String> row,
            List<FileObject> decoded,
            int line,
            ExportObjects objects,
            Function<Optional<String>, ExportDraft> exports) {
        Optional<String> server = value(row, SERVER);
        Optional<String> service = value(row, SERVICE);
        ExportDraft draft = exports.apply(server);
        if (server.isEmpty()) {
            draft.unassigned(
                    objects.part(line),
                    Cause.FORM,
                    Message.of(
                            "reason.row-without-server",
                            "this row has no servername before its certificate, so it is unclear which node it is from"));
        } else if (service.isEmpty()) {
            draft.unassigned(
                    objects.part(line),
                    Cause.FORM,
                    Message.of(
                            "reason.row-without-service",
                            "this row has no service name before its certificate, so it is unclear where it belongs"));
        } else {
            draft.add(ExportDraft.kind(service.get()), service.get(), decoded);
        }
    }

    private static Optional<String> value(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column)).map(String::strip).filter(value -> !value.isEmpty());
    }
}

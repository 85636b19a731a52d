package io.github.cucmcerts.scan;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.cucmcerts.inventory.Export;
import io.github.cucmcerts.inventory.Export.Cause;
import io.github.cucmcerts.inventory.Export.Kind;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.text.Message;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads responses of the REST interface ({@code certmgr/config/snapshot/server}): one, or several in an array or one
 * after another. If the JSON is damaged, the part before the damage counts.
 */
final class SnapshotReader {
    private static final Pattern BEGINNING = Pattern.compile("\\A\\s*+[\\[{]");
    private static final Pattern LINE = Pattern.compile(" at line (\\d++) ");
    private static final String PEM = "-----BEGIN ";

    private static final String SERVER = "server";
    private static final String TAKEN_AT = "takenAt";
    private static final String SERVICE = "service";
    private static final String CERTIFICATE = "certificate";
    private static final String CSR = "csr";

    /** A string in the JSON, and the line on which it begins. */
    private record Text(String value, int line) {}

    /** One response. */
    private final class Answer {
        private final int line = line();
        private final ExportDraft draft = new ExportDraft(objects.part(line), Export.Format.REST);
        private final Map<String, Text> texts = new HashMap<>();
        private boolean isSnapshot;
        private boolean hasStores;
        private boolean areStoresClear = true;
        private boolean isServerClear = true;

        Export finish(boolean isWhole) {
            Optional<String> server =
                    Optional.ofNullable(texts.get(SERVER)).map(Text::value).filter(name -> isServerClear);
            if (server.isEmpty()) {
                draft.unassigned(
                        objects.part(line),
                        Cause.NO_SERVER,
                        isServerClear
                                ? Message.of(
                                        "reason.no-server",
                                        "this response names no server, so it is unclear which node it is from")
                                : Message.of(
                                        "reason.two-servers",
                                        "this response names two servers, so it is unclear which node it is from"));
            }
            return draft.finish(server, takenAt(), isWhole && hasStores && areStoresClear && !objects.areEnough());
        }

        private Optional<Instant> takenAt() {
            Text text = texts.get(TAKEN_AT);
            if (text == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(Instant.parse(text.value()));
            } catch (DateTimeException e) {
                draft.unassigned(
                        objects.part(text.line()),
                        Cause.FORM,
                        Message.of(
                                "reason.taken-at-no-date",
                                "takenAt is not a date and time such as 2026-03-01T22:00:00Z, so it does not count"));
                return Optional.empty();
            }
        }
    }

    private final JsonReader json;
    private final ExportObjects objects;
    private final List<Export> exports = new ArrayList<>();
    private Answer answer;

    private SnapshotReader(String text, ExportObjects objects) {
        json = new JsonReader(new StringReader(text));
        json.setStrictness(Strictness.LENIENT); // several responses, one after another
        this.objects = objects;
    }

    /** The responses in the text; empty if it is not such an export. */
    static List<Export> read(String text, ExportObjects objects) {
        if (!BEGINNING.matcher(text).find()) {
            return List.of();
        }
        SnapshotReader reader = new SnapshotReader(text, objects);
        reader.read();
        return reader.exports;
    }

    private void read() {
        try {
            while (json.peek() != JsonToken.END_DOCUMENT) {
                if (json.peek() == JsonToken.BEGIN_ARRAY) {
                    forEach(this::answer);
                } else {
                    answer();
                }
            }
        } catch (EOFException e) {
            broken(Message.of(
                    "reason.json-cut-off",
                    "its JSON ends too early: it was cut off. The part before that line counts"));
        } catch (IOException | RuntimeException e) {
            broken(Message.of(
                    "reason.json-damaged",
                    "its JSON is damaged: it was cut off or edited. The part before that line counts"));
        }
    }

    private void broken(Message reason) {
        int at = line();
        if (answer != null && (answer.isSnapshot || !answer.texts.isEmpty())) {
            exports.add(answer.finish(false));
        }
        if (!exports.isEmpty()) {
            objects.unreadable(at, reason);
        }
    }

    private void answer() throws IOException {
        if (json.peek() != JsonToken.BEGIN_OBJECT || objects.areEnough()) {
            json.skipValue();
            return;
        }
        answer = new Answer();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            switch (name) {
                case SERVER, TAKEN_AT ->
                    text().ifPresent(text -> {
                        Text before = answer.texts.putIfAbsent(name, text);
                        answer.isServerClear &=
                                before == null || before.value().equals(text.value()) || name.equals(TAKEN_AT);
                    });
                case "identities" -> list(name, this::identity);
                case "trusts" -> answer.hasStores = list(name, this::store);
                case "revokedCertificates" -> revoked();
                case "trackingId" -> {
                    answer.isSnapshot = true;
                    json.skipValue();
                }
                default -> json.skipValue();
            }
        }
        json.endObject();
        if (answer.isSnapshot) {
            exports.add(answer.finish(true));
        }
        answer = null;
    }

    private interface Element {
        void read() throws IOException;
    }

    /** Whether the value was a list. */
    private boolean list(String name, Element element) throws IOException {
        answer.isSnapshot = true;
        if (json.peek() == JsonToken.BEGIN_ARRAY) {
            forEach(element);
            return true;
        }
        if (json.peek() != JsonToken.NULL) {
            unassigned(line(), Cause.FORM, Message.of("reason.no-list", "{name} is not a list", "name", name));
        }
        json.skipValue();
        return false;
    }

    private void forEach(Element element) throws IOException {
        json.beginArray();
        while (json.hasNext()) {
            if (objects.areEnough()) {
                json.skipValue();
            } else {
                element.read();
            }
        }
        json.endArray();
    }

    private void identity() throws IOException {
        int line = line();
        String path = json.getPath();
        Map<String, Text> texts = new HashMap<>();
        if (!object(texts, () -> json.skipValue())) {
            return;
        }
        Optional<String> unit = unit(texts, line, path);
        add(Kind.IDENTITY, unit, texts.get(CERTIFICATE));
        add(Kind.CSR, unit, texts.get(CSR));
    }

    private void store() throws IOException {
        int line = line();
        String path = json.getPath();
        Map<String, Text> texts = new HashMap<>();
        List<Map<String, Text>> certificates = new ArrayList<>();
        AtomicBoolean isListed = new AtomicBoolean();
        boolean isRead = object(
                texts,
                () -> isListed.set(list("certificate_data", () -> {
                    Map<String, Text> entry = new HashMap<>();
                    certificates.add(entry);
                    object(entry, () -> json.skipValue());
                })));
        if (!isRead) {
            answer.areStoresClear = false;
            return;
        }
        Optional<String> unit = unit(texts, line, path);
        answer.areStoresClear &= unit.isPresent();
        if (!isListed.get()) {
            unit.ifPresent(answer.draft::holdsMore);
        }
        for (Map<String, Text> entry : certificates) {
            Text certificate = entry.get(CERTIFICATE);
            if (isMissing(certificate)) {
                unit.ifPresent(answer.draft::holdsMore);
            } else {
                add(Kind.TRUST, unit, certificate);
            }
        }
    }

    /**
     * Reads an object's service, certificate, and CSR; the first of each counts.
     *
     * @param certificates reads the list of a store's certificates
     * @return whether the value was an object
     */
    private boolean object(Map<String, Text> texts, Element certificates) throws IOException {
        if (json.peek() != JsonToken.BEGIN_OBJECT) {
            unassigned(
                    line(),
                    Cause.FORM,
                    Message.of("reason.no-object", "{name} is not an object", "name", json.getPath()));
            json.skipValue();
            return false;
        }
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            switch (name) {
                case SERVICE, CERTIFICATE, CSR -> {
                    Optional<Text> text = text();
                    Text before = texts.get(name);
                    if (before == null) {
                        text.ifPresent(first -> texts.put(name, first));
                    } else if (text.isPresent() && !text.get().value().equals(before.value())) {
                        unassigned(
                                line(),
                                Cause.FORM,
                                Message.of(
                                        "reason.occurs-twice",
                                        "{name} occurs twice, so only the first one counts",
                                        "name",
                                        json.getPath()));
                    }
                }
                case "certificate_data" -> certificates.read();
                default -> json.skipValue();
            }
        }
        json.endObject();
        return true;
    }

    private Optional<String> unit(Map<String, Text> texts, int line, String path) {
        Optional<String> unit = Optional.ofNullable(texts.get(SERVICE)).map(Text::value);
        if (unit.isEmpty()) {
            unassigned(
                    line,
                    Cause.FORM,
                    Message.of(
                            "reason.no-service",
                            "{name} names no service, so it is unclear where it belongs",
                            "name",
                            path));
        }
        return unit;
    }

    private void add(Kind kind, Optional<String> unit, Text pem) {
        if (!isMissing(pem) && !objects.areEnough()) {
            List<FileObject> decoded = objects.decode(pem.value(), pem.line());
            unit.ifPresent(name -> answer.draft.add(kind, name, decoded));
        }
    }

    private static boolean isMissing(Text text) {
        return text == null || text.value().isBlank();
    }

    /** No document describes how they are listed, so every PEM block counts. */
    private void revoked() throws IOException {
        answer.isSnapshot = true;
        int depth = 0;
        do {
            switch (json.peek()) {
                case BEGIN_ARRAY -> {
                    json.beginArray();
                    depth++;
                }
                case BEGIN_OBJECT -> {
                    json.beginObject();
                    depth++;
                }
                case END_ARRAY -> {
                    json.endArray();
                    depth--;
                }
                case END_OBJECT -> {
                    json.endObject();
                    depth--;
                }
                case STRING -> {
                    String value = json.nextString();
                    if (value.contains(PEM) && !objects.areEnough()) {
                        answer.draft.add(Kind.REVOKED, "", objects.decode(value, line()));
                    }
                }
                default -> json.skipValue();
            }
        } while (depth > 0);
    }

    /** The next string; empty if it is null or not a string. */
    private Optional<Text> text() throws IOException {
        if (json.peek() == JsonToken.STRING) {
            int line = line();
            return Optional.of(new Text(json.nextString().strip(), line));
        }
        if (json.peek() != JsonToken.NULL) {
            unassigned(
                    line(),
                    Cause.FORM,
                    Message.of("reason.no-string", "{name} is not a string", "name", json.getPath()));
        }
        json.skipValue();
        return Optional.empty();
    }

    private void unassigned(int line, Cause cause, Message reason) {
        if (!objects.areEnough()) {
            answer.draft.unassigned(objects.part(line), cause, reason);
        }
    }

    /** The reader shows its line only in this text. */
    private int line() {
        Matcher line = LINE.matcher(json.toString());
        return line.find() ? Integer.parseInt(line.group(1)) : 1;
    }
}

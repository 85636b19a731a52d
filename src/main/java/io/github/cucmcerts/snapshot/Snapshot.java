package io.github.cucmcerts.snapshot;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Json;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Sha256;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a node says it holds, in a fixed order, so that unchanged content gives the same text. */
public final class Snapshot {
    private static final String TAKEN_AT = "takenAt";
    private static final String CERTIFICATE = "certificate";
    private static final String IN_STORE = "certificate_data";
    /** A node has some thousands of values; each needs many times its own size in memory. */
    private static final int MAX_VALUES = 1_000_000;

    private static final int DEEPEST = 16;

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private static final Pattern PEM = Pattern.compile("-----BEGIN CERTIFICATE-----([^-]*+)-----END CERTIFICATE-----");

    /** The position in Gson's message; the rest of it is for programmers. */
    private static final Pattern PLACE = Pattern.compile(" at line ([0-9]+) column ([0-9]+)");

    private final JsonObject content;

    private Snapshot(JsonObject content) {
        this.content = content;
    }

    /**
     * The snapshot in an answer.
     *
     * @param nodes all configured nodes
     * @throws NoSnapshot if the answer is not a snapshot, or is from another node
     */
    static Snapshot of(HttpsGet.Answer answer, Target target, List<NodeName> nodes, Instant takenAt) throws NoSnapshot {
        JsonObject received = parsed(answer.http().body());
        String server = server(received, answer, target, nodes);
        JsonObject content = new JsonObject();
        content.addProperty(TAKEN_AT, takenAt.truncatedTo(ChronoUnit.SECONDS).toString());
        for (Map.Entry<String, JsonElement> field : received.entrySet()) {
            switch (field.getKey()) {
                case TAKEN_AT, "trackingId" -> {}
                case "server" -> content.addProperty("server", server);
                default -> content.add(field.getKey(), field.getValue());
            }
        }
        sort(list(content, "identities"));
        for (JsonElement store : list(content, "trusts")) {
            if (store.isJsonObject() && store.getAsJsonObject().get(IN_STORE) instanceof JsonArray certificates) {
                sort(certificates);
            }
        }
        sort(list(content, "trusts")); // two stores of the same service sort by their content
        if (content.get("revokedCertificates") instanceof JsonArray revoked) {
            sort(revoked);
        }
        return new Snapshot(content);
    }

    private static JsonObject parsed(ByteBuffer body) throws NoSnapshot {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(body.duplicate()).toString();
            if (text.chars().filter(c -> c == ',' || c == ':' || c == '[').count() > MAX_VALUES) {
                throw unusable(Message.of("mojo.too-many-values", "more than {number} values", "number", MAX_VALUES));
            }
            JsonReader reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(DEEPEST); // a deeply nested answer, indented, would fill the disk
            JsonElement all = JsonParser.parseReader(reader);
            if (all.isJsonObject() && reader.peek() == JsonToken.END_DOCUMENT) {
                return all.getAsJsonObject();
            }
            throw unusable(Message.of("mojo.no-json-object", "not a JSON object"));
        } catch (JsonParseException | IOException e) {
            Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
            throw unusable(
                    place.find()
                            ? Message.of(
                                    "mojo.damaged-json-at",
                                    "damaged JSON at line {line} column {column}",
                                    "line",
                                    place.group(1),
                                    "column",
                                    place.group(2))
                            : Message.of("mojo.damaged-json", "damaged JSON"));
        }
    }

    private static NoSnapshot unusable(Message what) {
        return NoSnapshot.of(
                Message.of("mojo.no-snapshot", "its response is not a snapshot ({what})", "what", what),
                Message.of(
                        "mojo.fix-no-snapshot",
                        "run it again; if that does not help, look at the response with curl, and report how it differs"));
    }

    private static JsonArray list(JsonObject content, String field) throws NoSnapshot {
        if (content.get(field) instanceof JsonArray list) {
            return list;
        }
        throw unusable(Message.of("mojo.list-missing", "it has no list {field}", "field", field));
    }

    /**
     * The name of the answering server; the node's configured name if the answer has only the address that was
     * contacted.
     */
    private static String server(JsonObject received, HttpsGet.Answer answer, Target target, List<NodeName> nodes)
            throws NoSnapshot {
        NodeName node = target.node();
        NodeName server = new NodeName(text(received, "server"));
        if (server.value().isEmpty()) {
            throw unusable(Message.of("mojo.no-server", "it does not name its server"));
        }
        List<NodeName> named = nodes.stream().filter(server::sameAs).toList();
        if (named.equals(List.of(node))) {
            return server.value();
        }
        boolean asked =
                server.isAddress() && server.sameAs(new NodeName(answer.from().getHostAddress()));
        if (named.isEmpty() && asked && !node.isAddress()) {
            return node.value();
        }
        throw NoSnapshot.of(
                Message.of(
                        "mojo.other-server",
                        "its response is from {server}, so it is not saved for {node}",
                        "server",
                        Bounds.text(server.value()),
                        "node",
                        node),
                node.isAddress()
                        ? Message.of("mojo.fix-server-name", "configure the node with the name in its response")
                        : Message.of(
                                "mojo.fix-server",
                                "check that DNS or cucm-certs.addresses lead to the node; if they do, configure it with the name"
                                        + " in its response"));
    }

    /** Sorts by service, then by certificate. */
    private static JsonArray sort(JsonArray list) {
        List<Map.Entry<String, JsonElement>> entries = new ArrayList<>();
        for (JsonElement entry : list) {
            String key = text(entry, "service") + "\n" + digest(text(entry, CERTIFICATE)) + "\n" + entry;
            entries.add(Map.entry(key, entry));
        }
        entries.sort(Map.Entry.comparingByKey());
        for (int i = 0; i < entries.size(); i++) {
            list.set(i, entries.get(i).getValue());
        }
        return list;
    }

    private static String text(JsonElement entry, String field) {
        return entry.isJsonObject()
                        && entry.getAsJsonObject().get(field) instanceof JsonPrimitive value
                        && value.isString()
                ? value.getAsString()
                : "";
    }

    /** The SHA-256 of a certificate's DER, in hex; of the text if it is not PEM. */
    private static String digest(String pem) {
        Matcher block = PEM.matcher(pem);
        try {
            return HexFormat.of()
                    .formatHex(
                            block.find() ? Sha256.of(Base64.getMimeDecoder().decode(block.group(1))) : Sha256.of(pem));
        } catch (IllegalArgumentException e) {
            return HexFormat.of().formatHex(Sha256.of(pem)); // not base64
        }
    }

    /** The numbers of identities, CSRs, and trust certificates. */
    public Message summary() {
        return Message.of(
                "mojo.snapshot-summary",
                "{identities}, {csrs}, {certificates}",
                "identities",
                Message.counted(
                        "mojo.identities", with("identities", CERTIFICATE), "{number} identity", "{number} identities"),
                "csrs",
                Message.counted("mojo.csrs", with("identities", "csr"), "{number} CSR", "{number} CSRs"),
                "certificates",
                Message.counted(
                        "mojo.trust-certificates",
                        trustCertificates(),
                        "{number} trust certificate",
                        "{number} trust certificates"));
    }

    private long with(String list, String field) {
        return content.getAsJsonArray(list).asList().stream()
                .filter(entry -> !text(entry, field).isBlank())
                .count();
    }

    private int trustCertificates() {
        int all = 0;
        for (JsonElement store : content.getAsJsonArray("trusts")) {
            if (store.isJsonObject() && store.getAsJsonObject().get(IN_STORE) instanceof JsonArray certificates) {
                all += certificates.size();
            }
        }
        return all;
    }

    /** Whether the node still holds what an earlier file says. */
    public boolean isSameAs(String earlier) {
        try {
            JsonElement then = JsonParser.parseString(earlier);
            return then.isJsonObject() && untimed(then.getAsJsonObject()).equals(untimed(content));
        } catch (JsonParseException e) {
            return false;
        }
    }

    private static Map<String, JsonElement> untimed(JsonObject content) {
        Map<String, JsonElement> fields = new HashMap<>(content.asMap());
        fields.remove(TAKEN_AT);
        return fields;
    }

    /** Writes it as indented JSON. */
    public void write(Writer writer) throws IOException {
        JsonWriter json = Json.to(writer);
        GSON.toJson(content, json);
        json.flush();
        writer.write('\n');
    }
}

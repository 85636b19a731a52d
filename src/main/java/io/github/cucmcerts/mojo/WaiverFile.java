package io.github.cucmcerts.mojo;

import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Spelling;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.text.WrongValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads the {@code waiverFile}: YAML in which every value is text, so that no date and no hash becomes a number. */
final class WaiverFile {
    private static final int LONGEST = 1 << 20;
    private static final int MOST_ALIASES = 50;
    private static final List<String> NAMES = List.of("waivers", "severities");

    private final Path file;
    private final String name;

    private WaiverFile(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /**
     * The settings in the file; none if it is empty.
     *
     * @param file absolute
     * @param name the file's name in messages and reports
     * @throws WrongValue with the file, the line, and the problem
     */
    static Settings read(Path file, String name) {
        return new WaiverFile(file, name).settings();
    }

    private Settings settings() {
        List<WaiverSettings> waivers = new ArrayList<>();
        List<Setting> severities = List.of();
        Optional<Node> document = document(text());
        if (document.isEmpty()) {
            return Settings.NONE;
        }
        for (NodeTuple entry : map(document.get(), Message.of("mojo.the-file", "the file"), "waivers, severities")) {
            switch (key(entry)) {
                case "waivers" -> {
                    for (Node waiver : list(entry.getValueNode())) {
                        waivers.add(new WaiverSettings(
                                texts(waiver, Message.of("mojo.a-waiver", "a waiver"), WaiverSettings.content()),
                                place(waiver)));
                    }
                }
                case "severities" ->
                    severities = texts(
                            entry.getValueNode(),
                            "severities",
                            Message.of("mojo.severities-content", "the id of a rule: its severity"));
                default ->
                    throw wrong(
                            entry.getKeyNode(),
                            Message.of(
                                    "mojo.file-unknown-name",
                                    "unknown name '{name}'. Did you mean {meant}? Allowed: waivers, severities",
                                    "name",
                                    Visible.of(key(entry)),
                                    "meant",
                                    Spelling.nearest(key(entry), NAMES).orElseThrow()));
            }
        }
        return new Settings(waivers, severities);
    }

    private String text() {
        byte[] bytes = bytes();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        if (decoder.decode(in, out, true).isError()) {
            String before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
            throw wrong(
                    line(before, before.length()),
                    Message.of("mojo.file-not-utf8", "the file is not UTF-8. Save it as UTF-8"));
        }
        return out.flip().toString();
    }

    private byte[] bytes() {
        if (!Files.isRegularFile(file)) {
            throw Files.exists(file)
                    ? WrongValue.of(
                            "mojo.waiver-file-is-no-file",
                            "{file} is not a file (cucm-certs.waiverFile).",
                            "file",
                            shown())
                    : WrongValue.of(
                            "mojo.waiver-file-missing",
                            "{file} does not exist (cucm-certs.waiverFile).",
                            "file",
                            shown());
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw WrongValue.of(
                        "mojo.waiver-file-long",
                        "{file} is longer than 1 MiB (cucm-certs.waiverFile).",
                        "file",
                        shown());
            }
            return bytes;
        } catch (IOException e) {
            throw WrongValue.of(
                    "mojo.waiver-file-unreadable",
                    "{file} cannot be read: {reason} (cucm-certs.waiverFile).",
                    "file",
                    shown(),
                    "reason",
                    Output.reason(e));
        }
    }

    private String shown() {
        return Visible.of(file.toString());
    }

    private Optional<Node> document(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setCodePointLimit(LONGEST)
                .build();
        try {
            return new Compose(settings).composeString(text).filter(node -> !isNothing(node));
        } catch (MarkedYamlEngineException e) {
            throw noYaml(e.getProblemMark().map(Mark::getLine).orElse(0) + 1, Visible.of(e.getProblem()));
        } catch (ReaderException e) {
            throw noYaml(
                    line(text, text.offsetByCodePoints(0, e.getPosition())),
                    Visible.of(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            throw noYaml(1, Visible.of(String.valueOf(e.getMessage())));
        } catch (StackOverflowError e) {
            throw noYaml(1, Message.of("mojo.yaml-too-deep", "it is nested too deeply"));
        }
    }

    private WrongValue noYaml(int line, Object problem) {
        return wrong(
                line,
                Message.of(
                        "mojo.no-yaml",
                        "not YAML: {problem}. Put text in quotes if it begins with *, {brace} or @, or contains a colon and a"
                                + " space",
                        "problem",
                        problem,
                        "brace",
                        "{"));
    }

    private static int line(String text, int end) {
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    private List<NodeTuple> map(Node node, Object what, Object content) {
        if (isNothing(node)) {
            return List.of();
        }
        if (!(node instanceof MappingNode map)) {
            throw wrong(
                    node,
                    Message.of(
                            "mojo.no-map",
                            "{what} must be a map of {content}, but is {kind}",
                            "what",
                            what,
                            "content",
                            content,
                            "kind",
                            kind(node)));
        }
        Set<String> keys = new HashSet<>();
        for (NodeTuple entry : map.getValue()) {
            if (!keys.add(key(entry))) {
                throw wrong(
                        entry.getKeyNode(),
                        Message.of(
                                "mojo.key-twice",
                                "{what} has '{name}' twice",
                                "what",
                                what,
                                "name",
                                Visible.of(key(entry))));
            }
        }
        return map.getValue();
    }

    private List<Node> list(Node node) {
        if (isNothing(node)) {
            return List.of();
        }
        if (!(node instanceof SequenceNode list)) {
            throw wrong(
                    node,
                    Message.of(
                            "mojo.no-list",
                            "waivers must be a list, with a hyphen before each waiver, but is {kind}",
                            "kind",
                            kind(node)));
        }
        return list.getValue();
    }

    private List<Setting> texts(Node node, Object what, Object content) {
        List<Setting> texts = new ArrayList<>();
        for (NodeTuple entry : map(node, what, content)) {
            Node value = entry.getValueNode();
            if (!(value instanceof ScalarNode scalar)) {
                throw wrong(
                        value,
                        Message.of(
                                "mojo.value-not-text",
                                "'{name}' must be text, but is {kind}",
                                "name",
                                Visible.of(key(entry)),
                                "kind",
                                kind(value)));
            }
            texts.add(new Setting(
                    key(entry), isNothing(value) ? "" : scalar.getValue().strip(), place(entry.getKeyNode())));
        }
        return texts;
    }

    private static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    /** The parser rejects keys that are not text. */
    private static String key(NodeTuple entry) {
        return ((ScalarNode) entry.getKeyNode()).getValue();
    }

    private static Message kind(Node node) {
        return switch (node.getNodeType()) {
            case MAPPING -> Message.of("mojo.kind-map", "a map");
            case SEQUENCE -> Message.of("mojo.kind-list", "a list");
            default -> Message.of("mojo.kind-text", "text");
        };
    }

    private Setting.Place place(Node node) {
        return Setting.Place.inFile(name, line(node));
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private WrongValue wrong(Node node, Message problem) {
        return wrong(line(node), problem);
    }

    private WrongValue wrong(int line, Message problem) {
        return WrongValue.of(
                "mojo.waiver-file-wrong",
                "{file}, line {line}: {problem} (cucm-certs.waiverFile).",
                "file",
                Visible.of(name),
                "line",
                Integer.toString(line),
                "problem",
                problem);
    }
}

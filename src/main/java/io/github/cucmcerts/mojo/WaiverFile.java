package io.github.cucmcerts.mojo;

import io.github.cucmcerts.text.Spelling;
import io.github.cucmcerts.text.Visible;
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
     * @throws IllegalArgumentException with the file, the line, and the problem
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
        for (NodeTuple entry : map(document.get(), "the file", "waivers, severities")) {
            switch (key(entry)) {
                case "waivers" -> {
                    for (Node waiver : list(entry.getValueNode())) {
                        waivers.add(
                                new WaiverSettings(texts(waiver, "a waiver", WaiverSettings.CONTENT), place(waiver)));
                    }
                }
                case "severities" ->
                    severities = texts(entry.getValueNode(), "severities", "the id of a rule: its severity");
                default ->
                    throw wrong(
                            entry.getKeyNode(),
                            "unknown name '" + key(entry) + "'. Did you mean "
                                    + Spelling.nearest(key(entry), NAMES).orElseThrow()
                                    + "? Allowed: waivers, severities");
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
            throw wrong(line(before, before.length()), "the file is not UTF-8. Save it as UTF-8");
        }
        return out.flip().toString();
    }

    private byte[] bytes() {
        if (!Files.isRegularFile(file)) {
            throw unusable(Files.exists(file) ? "is not a file" : "does not exist");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw unusable("is longer than 1 MiB");
            }
            return bytes;
        } catch (IOException e) {
            throw unusable("cannot be read: " + Output.reason(e));
        }
    }

    private IllegalArgumentException unusable(String why) {
        return new IllegalArgumentException(Visible.of(file.toString()) + " " + why + " (cucm-certs.waiverFile).");
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
            throw noYaml(e.getProblemMark().map(Mark::getLine).orElse(0) + 1, e.getProblem());
        } catch (ReaderException e) {
            throw noYaml(line(text, text.offsetByCodePoints(0, e.getPosition())), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            throw noYaml(1, String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            throw noYaml(1, "it is nested too deeply");
        }
    }

    private IllegalArgumentException noYaml(int line, String problem) {
        return wrong(
                line,
                "not YAML: " + problem
                        + ". Put text in quotes if it begins with *, { or @, or contains a colon and a space");
    }

    private static int line(String text, int end) {
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    private List<NodeTuple> map(Node node, String what, String content) {
        if (isNothing(node)) {
            return List.of();
        }
        if (!(node instanceof MappingNode map)) {
            throw wrong(node, what + " must be a map of " + content + ", but is " + kind(node));
        }
        Set<String> keys = new HashSet<>();
        for (NodeTuple entry : map.getValue()) {
            if (!keys.add(key(entry))) {
                throw wrong(entry.getKeyNode(), what + " has '" + key(entry) + "' twice");
            }
        }
        return map.getValue();
    }

    private List<Node> list(Node node) {
        if (isNothing(node)) {
            return List.of();
        }
        if (!(node instanceof SequenceNode list)) {
            throw wrong(node, "waivers must be a list, with a hyphen before each waiver, but is " + kind(node));
        }
        return list.getValue();
    }

    private List<Setting> texts(Node node, String what, String content) {
        List<Setting> texts = new ArrayList<>();
        for (NodeTuple entry : map(node, what, content)) {
            Node value = entry.getValueNode();
            if (!(value instanceof ScalarNode scalar)) {
                throw wrong(value, "'" + key(entry) + "' must be text, but is " + kind(value));
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

    private static String kind(Node node) {
        return switch (node.getNodeType()) {
            case MAPPING -> "a map";
            case SEQUENCE -> "a list";
            default -> "text";
        };
    }

    private Setting.Place place(Node node) {
        return Setting.Place.inFile(name, line(node));
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private IllegalArgumentException wrong(Node node, String problem) {
        return wrong(line(node), problem);
    }

    private IllegalArgumentException wrong(int line, String problem) {
        return new IllegalArgumentException(
                Visible.of(name + ", line " + line + ": " + problem) + " (cucm-certs.waiverFile).");
    }
}

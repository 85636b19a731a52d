package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Export;
import io.github.cucmcerts.inventory.Export.Cause;
import io.github.cucmcerts.inventory.Export.Kind;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.Unreadable;
import io.github.cucmcerts.scan.PemScanner.Block;
import io.github.cucmcerts.text.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a saved command line session. Each PEM block belongs to the command above it, or is a row of the table that
 * {@code run sql} prints. The commands print other things too, which differ by release and are not read.
 */
final class SessionReader {
    private static final String HOST = "([A-Za-z0-9.:_-]{1,253}+)";
    /** {@code admin:}, with the host before or after the user if the prompt shows it. */
    private static final Pattern PROMPT = Pattern.compile(
            "\\A\\s*+(?:([A-Za-z0-9._-]{1,253}+)[ :>#]{1,3}+)?admin(?:@([A-Za-z0-9._-]{1,253}+))?:\\s*+(.*+)\\z");

    private static final Pattern SSH =
            Pattern.compile("\\A(?:[^\\r\\n]{0,200}?[$#>%]\\s*+)?ssh\\s++(?:-l\\s++\\S{1,64}+\\s++)?(?:[^@\\s]{1,64}@)?"
                    + HOST + "\\s*+\\z");
    private static final Pattern SHOW = Pattern.compile(
            "\\A\\s*+show\\s++(cert|csr)\\s++(own|trust|list)\\s++(\\S{1,1000}+)\\s*+\\z", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUERY = Pattern.compile("\\A\\s*+run\\s++sql\\s.*+\\z", Pattern.CASE_INSENSITIVE);
    private static final Pattern LISTED = Pattern.compile(
            "\\A\\s*+([A-Za-z0-9_-]{1,64}+)/(.{1,500}?\\.(?:pem|der))\\s*+(?::.*+)?\\z", Pattern.CASE_INSENSITIVE);
    /** Some terminal programs write the time before each line, or before each prompt. */
    private static final Pattern TIME_STAMP = Pattern.compile(
            "(?m)^\\[?(?:[0-9]{2,4}[-/.][0-9]{2}[-/.][0-9]{2,4}[T ])?[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]{1,9})?"
                    + "(?:Z|[+-][0-9]{2}:?[0-9]{2})?\\]?[ \\t]?");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");

    /** Every session has one of these; most texts have none. */
    private static final Pattern SIGN =
            Pattern.compile("show\\s++c|run\\s++sql|" + SqlRow.SERVER, Pattern.CASE_INSENSITIVE);

    /** A command that prints a block, anywhere in a line. */
    private static final Pattern ASKED =
            Pattern.compile("show[ \\t]++(?:cert|csr)[ \\t]++(?:own|trust)[ \\t]++\\S", Pattern.CASE_INSENSITIVE);

    private enum Verb {
        CERTIFICATE,
        CSR,
        LIST_TRUST,
        LIST,
        QUERY,
        TABLE,
        OTHER
    }

    /**
     * A command that the user typed.
     *
     * @param unit the purpose or trust store in the command
     * @param name the file in it, by the list's name
     * @param server the host in the prompt, or the host to which the session was opened
     * @param prompted whether a prompt precedes it; otherwise it may be prose
     */
    private record Command(
            Verb verb, String unit, String name, Optional<String> server, SqlTable table, boolean prompted) {}

    /** What a session says about one node. */
    private static final class NodePart {
        private final ExportDraft draft;
        private final Set<String> shown = new HashSet<>();
        private final Map<String, String> listed = new LinkedHashMap<>();

        NodePart(ExportDraft draft) {
            this.draft = draft;
        }

        Export finish(Optional<String> server, Export.Format format, boolean isWhole) {
            listed.forEach((file, unit) -> {
                if (!shown.contains(file)) {
                    draft.holdsMore(unit);
                }
            });
            return draft.finish(server, Optional.empty(), isWhole && format == Export.Format.CLI && !listed.isEmpty());
        }
    }

    /** A node may have both database rows and session commands. */
    private record Key(Export.Format format, Optional<String> server) {}

    private final ExportObjects objects;
    private final String[] lines;
    private final String text;
    private final Map<Key, NodePart> parts = new LinkedHashMap<>();
    private Optional<String> host = Optional.empty();
    private Command command = new Command(Verb.OTHER, "", "", Optional.empty(), null, false);
    /** Whether a command or a table precedes its output; otherwise the text is not a session. */
    private boolean isSession;

    private SessionReader(String text, ExportObjects objects) {
        this.text = text;
        this.objects = objects;
        lines = LINE_END.split(text, -1);
    }

    /** What the session says about each node; empty if the text is not a session. */
    static List<Export> read(String text, ExportObjects objects) {
        String screen = TIME_STAMP.matcher(Terminal.screen(text)).replaceAll("");
        if (!SIGN.matcher(screen).find()) {
            return List.of();
        }
        SessionReader reader = new SessionReader(screen, objects);
        reader.read();
        if (!reader.isSession && !ASKED.matcher(screen).find()) {
            return List.of();
        }
        List<Export> exports = new ArrayList<>();
        reader.parts.forEach((key, its) -> exports.add(its.finish(key.server(), key.format(), !objects.areEnough())));
        return reader.isSession
                        || exports.stream()
                                .anyMatch(export -> !export.unassigned().isEmpty())
                ? exports
                : List.of();
    }

    private void read() {
        int next = 0;
        for (Block block : ExportObjects.blocks(text)) {
            for (; next < block.line(); next++) {
                line(next);
            }
            if (!objects.areEnough()) {
                block(block);
            }
        }
        for (; next < lines.length; next++) {
            line(next);
        }
    }

    private void line(int index) {
        Optional<Command> typed = command(index);
        if (typed.isPresent()) {
            command = typed.get();
        } else if (command.verb() == Verb.LIST_TRUST && !objects.areEnough()) {
            Matcher listed = LISTED.matcher(lines[index]);
            if (listed.matches()) {
                isSession |= command.prompted();
                part(index + 1, Export.Format.CLI, command.server())
                        .listed
                        .put(file(listed.group(1), listed.group(2)), listed.group(1));
            }
        }
    }

    private Optional<Command> command(int index) {
        String line = lines[index];
        Matcher ssh = SSH.matcher(line);
        if (ssh.matches()) {
            host = Optional.of(ssh.group(1));
            return Optional.of(other());
        }
        Matcher prompt = PROMPT.matcher(line);
        if (prompt.matches()) {
            Optional<String> named =
                    Optional.ofNullable(prompt.group(2)).or(() -> Optional.ofNullable(prompt.group(1)));
            return Optional.of(
                    typed(prompt.group(3), named.or(() -> host), true).orElseGet(this::other));
        }
        return typed(line, command.server().or(() -> host), false).or(() -> table(index));
    }

    private Command other() {
        return new Command(Verb.OTHER, "", "", host, null, false);
    }

    private static Optional<Command> typed(String line, Optional<String> server, boolean prompted) {
        if (QUERY.matcher(line).matches()) {
            return Optional.of(new Command(Verb.QUERY, "", "", server, null, prompted));
        }
        Matcher show = SHOW.matcher(line);
        if (!show.matches()) {
            return Optional.empty();
        }
        boolean isCertificate = show.group(1).equalsIgnoreCase("cert");
        String what = show.group(3);
        if (show.group(2).equalsIgnoreCase("list")) {
            boolean isTrust = isCertificate && what.equalsIgnoreCase("trust");
            return Optional.of(new Command(isTrust ? Verb.LIST_TRUST : Verb.LIST, "", "", server, null, prompted));
        }
        int slash = what.indexOf('/');
        String unit = slash < 0 ? what : what.substring(0, slash);
        boolean isTrust = show.group(2).equalsIgnoreCase("trust");
        String store = isTrust && ExportDraft.kind(unit) != Kind.TRUST ? unit + "-trust" : unit;
        Verb verb = isCertificate ? Verb.CERTIFICATE : Verb.CSR;
        return Optional.of(new Command(verb, store, what.substring(slash + 1), server, null, prompted));
    }

    private Optional<Command> table(int index) {
        return index + 1 < lines.length
                ? SqlTable.of(lines[index], lines[index + 1])
                        .map(table -> new Command(Verb.TABLE, "", "", Optional.empty(), table, false))
                : Optional.empty();
    }

    private void block(Block block) {
        int line = block.line();
        if (command.verb() == Verb.TABLE || command.verb() == Verb.QUERY) {
            isSession = true;
            row(block);
            return;
        }
        if (block.mentioned()) {
            return; // prose
        }
        List<FileObject> decoded = objects.decode(block, line);
        NodePart its = part(line, Export.Format.CLI, command.server());
        if (command.verb() != Verb.CERTIFICATE && command.verb() != Verb.CSR) {
            decoded.stream()
                    .filter(object -> !(object instanceof Unreadable))
                    .forEach(
                            object -> its.draft.unassigned(
                                    object.origin(),
                                    Cause.NO_COMMAND,
                                    Message.of(
                                            "reason.no-command",
                                            "no show cert or show csr command printed this block, so it is unclear where the block belongs")));
            return;
        }
        isSession |= command.prompted() || decoded.stream().anyMatch(NamedKey.class::isInstance);
        Kind kind = command.verb() == Verb.CSR ? Kind.CSR : ExportDraft.kind(command.unit());
        its.draft.add(kind, command.unit(), decoded);
        if (decoded.stream().anyMatch(NamedKey.class::isInstance)) {
            its.shown.add(file(command.unit(), command.name()));
        }
    }

    private void row(Block block) {
        int line = block.line();
        Map<String, String> row = command.verb() == Verb.TABLE ? command.table().row(lines[line - 1]) : Map.of();
        List<FileObject> decoded = objects.decode(block, line);
        SqlRow.add(row, decoded, line, objects, server -> part(line, Export.Format.SQL, server).draft);
    }

    private NodePart part(int line, Export.Format format, Optional<String> server) {
        return parts.computeIfAbsent(
                new Key(format, server), key -> new NodePart(new ExportDraft(objects.part(line), format)));
    }

    /** The same key for a file from the list and from the command. */
    private static String file(String unit, String name) {
        String store = ExportDraft.kind(unit) == Kind.TRUST ? unit : unit + "-trust";
        return (store + "/" + name).toLowerCase(Locale.ROOT);
    }
}

package io.github.cucmcerts.plan;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names the files to upload after their node, purpose and role. A name has only a-z, 0-9, dot and hyphen, so that a name from
 * the directory can neither leave the folder nor become an option or another type of file.
 */
final class UploadFiles {
    private static final int LONGEST_NODE = 60;

    private final Map<String, ScannedFile> files = new HashMap<>();
    /** The nodes with the same first label. */
    private final Map<String, Set<String>> byLabel = new HashMap<>();

    private final Language language;

    /**
     * @param nodes the nodes of all uploads, in English: the names are the same in all languages
     * @param language of the texts
     */
    UploadFiles(Inventory inventory, List<Words> nodes, Language language) {
        this.language = language;
        inventory.files().forEach(file -> files.put(file.path(), file));
        nodes.stream()
                .map(Words::toString)
                .forEach(node -> byLabel.computeIfAbsent(label(node), label -> new HashSet<>())
                        .add(node));
    }

    /**
     * The file, without its number.
     *
     * @param node in English
     * @param use the purpose, or the trust store and the role
     */
    UploadFile of(Certificate certificate, Words node, String use) {
        return new UploadFile(node(node) + "-" + safe(use, Integer.MAX_VALUE), certificate, source(certificate));
    }

    private String node(Words node) {
        long nodes = node.spans().stream().filter(Words.Span::code).count();
        if (nodes > 1) {
            return nodes + "-nodes";
        }
        String name = node.toString();
        String label = label(name);
        boolean isShared = byLabel.getOrDefault(label, Set.of()).size() > 1;
        String safe = safe(isShared ? name : label, LONGEST_NODE);
        return safe.isEmpty() ? "node" : safe;
    }

    /** What is enough to tell nodes apart, unless several have it. */
    private static String label(String node) {
        String words = node.startsWith("the ") ? node.substring("the ".length()) : node;
        return new NodeName(words.substring(words.lastIndexOf('/') + 1)).label();
    }

    private static String safe(String text, int longest) {
        String safe =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("[.-]*\\.[.-]*", ".");
        return safe.substring(0, Math.min(longest, safe.length())).replaceAll("^[.-]+|[.-]+$", "");
    }

    private Words source(Certificate certificate) {
        Words path = Words.code(certificate.origin().file());
        List<Certificate> all = files.get(certificate.origin().file()).objects().stream()
                .filter(Certificate.class::isInstance)
                .map(Certificate.class::cast)
                .toList();
        if (all.size() < 2) {
            return path;
        }
        long number = all.stream()
                .filter(other -> other.origin().index() <= certificate.origin().index())
                .count();
        return language.words(
                "plan.certificate-of-file",
                "{file}, certificate {number} of {count}",
                "file",
                path,
                "number",
                Long.toString(number),
                "count",
                Integer.toString(all.size()));
    }
}

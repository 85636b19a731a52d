package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.PrivateKey;
import io.github.cucmcerts.inventory.Unreadable;
import io.github.cucmcerts.scan.PemScanner.Block;
import io.github.cucmcerts.text.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Decodes and numbers the objects in one file's exports, and counts the parts, because only so many are read. */
final class ExportObjects {
    private static final int MAX_PARTS = PemScanner.MAX_BLOCKS;

    private final String path;
    private final Pool pool;
    private final int keys;
    private final List<FileObject> objects = new ArrayList<>();
    private int parts;
    private int lastLine;

    /**
     * @param keys how many private keys were found in the text before; they come first, and none is reported again
     */
    ExportObjects(String path, Pool pool, int keys) {
        this.path = path;
        this.pool = pool;
        this.keys = keys;
    }

    /** All objects in their order; the last one says so if there were more. */
    List<FileObject> all() {
        List<FileObject> all = new ArrayList<>(objects);
        if (areEnough()) {
            all.add(new Unreadable(
                    at(lastLine),
                    Message.of(
                            "reason.too-many-parts",
                            "it has more than {parts} parts, so the rest was not read",
                            "parts",
                            Integer.toString(MAX_PARTS))));
        }
        return all;
    }

    /** Whether reading stops here. */
    boolean areEnough() {
        return parts >= MAX_PARTS;
    }

    /** The origin of a new part of the file, which is counted. */
    Origin part(int line) {
        parts++;
        lastLine = line;
        return at(line);
    }

    private Origin at(int line) {
        return new Origin(path, keys + objects.size(), line, 0, false);
    }

    /** The content of a value's PEM blocks. */
    List<FileObject> decode(String pem, int line) {
        List<FileObject> decoded = new ArrayList<>();
        List<Block> blocks = blocks(pem);
        for (Block block : blocks) {
            decoded.addAll(decode(block, line));
        }
        if (blocks.isEmpty()) {
            decoded.add(unreadable(
                    line,
                    Message.of(
                            "reason.value-no-pem",
                            "a value must be a certificate or CSR in PEM, and this one is not")));
        }
        return decoded;
    }

    /** The content of the block. */
    List<FileObject> decode(Block block, int line) {
        if (areEnough()) {
            return List.of();
        }
        List<FileObject> decoded = BlockDecoder.decode(block, part(line), pool).objects();
        if (keys > 0 && decoded.stream().anyMatch(PrivateKey.class::isInstance)) {
            return List.of();
        }
        objects.addAll(decoded);
        return decoded;
    }

    Unreadable unreadable(int line, Message reason) {
        Unreadable broken = new Unreadable(part(line), reason);
        objects.add(broken);
        return broken;
    }

    static List<Block> blocks(String text) {
        PemScanner scanner = new PemScanner();
        try {
            scanner.scan(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it reads from memory
        }
        return scanner.blocks();
    }
}

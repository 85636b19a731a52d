package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.PrivateKey;
import io.github.cucmcerts.inventory.Unreadable;
import io.github.cucmcerts.scan.DerDecoder.Decoded;
import io.github.cucmcerts.scan.PemScanner.Block;
import io.github.cucmcerts.text.Message;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decodes PEM blocks. The bytes decide what a block is, but a private key's header always makes it a private key. */
final class BlockDecoder {
    private static final Pattern HEADER_LINES =
            Pattern.compile("(?s)\\A\\s*[A-Za-z0-9-]+:.*?(?:\\r\\n\\r\\n|\\n\\n|\\r\\r)");
    private static final Pattern KEY_MATERIAL = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}");
    private static final Decoded NOTHING = new Decoded(List.of(), false);

    private BlockDecoder() {}

    /**
     * What the block contains. A part that cannot be decoded becomes an {@link Unreadable}.
     *
     * @param origin of the first object
     */
    static Decoded decode(Block block, Origin origin, Pool pool) {
        boolean hasHeaders = block.body().indexOf(':') >= 0;
        String body =
                withoutBlanks(hasHeaders ? HEADER_LINES.matcher(block.body()).replaceFirst("") : block.body());
        if (isPrivateKey(block) && holdsKeyMaterial(block)) {
            return new Decoded(privateKeys(block.label(), body, origin, pool), false);
        }
        if (block.flaw().isPresent()) {
            return unreadable(origin, block.flaw().get());
        }
        if (isParameters(block) || !isPrivateKey(block) && block.label().startsWith("PGP ")) {
            return NOTHING;
        }
        return bytes(block, body, origin, pool);
    }

    /** Whether it contains key parameters: they do no harm, and CUCM does not accept them. */
    static boolean isParameters(Block block) {
        return block.flaw().isEmpty() && block.label().endsWith(" PARAMETERS") && !isPrivateKey(block);
    }

    private static boolean isPrivateKey(Block block) {
        return block.label().contains("PRIVATE KEY") || block.label().contains("SECRET KEY");
    }

    private static boolean holdsKeyMaterial(Block block) {
        return KEY_MATERIAL.matcher(withoutBlanks(block.body())).find();
    }

    /** A key as the header says, unless the bytes are something else. */
    private static List<FileObject> privateKeys(String label, String body, Origin origin, Pool pool) {
        List<FileObject> keys = new ArrayList<>();
        try {
            List<FileObject> decoded = DerDecoder.decode(Base64.getDecoder().decode(body), origin, false, pool)
                    .objects();
            if (!decoded.isEmpty() && !(decoded.get(0) instanceof Unreadable)) {
                keys.addAll(decoded);
                keys.removeIf(Unreadable.class::isInstance);
            }
        } catch (IllegalArgumentException e) {
            // Encrypted, or in a form of its own; the header says that it is a key.
        }
        return keys.isEmpty() ? List.of(new PrivateKey(origin, label, Optional.empty())) : keys;
    }

    private static Decoded bytes(Block block, String body, Origin origin, Pool pool) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            return unreadable(origin, damaged(block));
        }
        if (bytes.length == 0) {
            return unreadable(origin, Message.of("reason.block-empty", "the block is empty"));
        }
        return DerDecoder.decode(bytes, origin, block.label().equals("TRUSTED CERTIFICATE"), pool);
    }

    private static Decoded unreadable(Origin origin, Message reason) {
        return new Decoded(List.of(new Unreadable(origin, reason)), false);
    }

    private static Message damaged(Block block) {
        int line = block.line();
        for (char c : block.body().toCharArray()) {
            line += c == '\n' ? 1 : 0;
            if (!Character.isWhitespace(c) && !(c < 128 && Character.isLetterOrDigit(c)) && "+/=".indexOf(c) < 0) {
                return Message.of(
                        "reason.base64-character",
                        "its Base64 is damaged (line {line} contains a character that is not Base64)",
                        "line",
                        Integer.toString(line));
            }
        }
        return Message.of("reason.base64-length", "its Base64 is damaged (characters were lost or added)");
    }

    private static String withoutBlanks(String text) {
        StringBuilder dense = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && (c < '\t' || c > '\r')) {
                dense.append(c);
            }
        }
        return dense.toString();
    }
}

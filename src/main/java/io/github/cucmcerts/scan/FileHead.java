package io.github.cucmcerts.scan;

import io.github.cucmcerts.text.Message;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Recognizes a file's format by its first bytes. */
final class FileHead {
    private static final int LOOKED_AT = 4096;

    private final byte[] bytes;

    FileHead(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The kind of a keystore that is not in DER. */
    Optional<String> keystore() {
        if (startsWith(0xfe, 0xed, 0xfe, 0xed)) {
            return Optional.of("JKS");
        }
        if (startsWith(0xce, 0xce, 0xce, 0xce)) {
            return Optional.of("JCEKS");
        }
        return startsWith(0, 0, 0, 1, 0, 0, 0, 20) || startsWith(0, 0, 0, 2, 0, 0, 0, 20)
                ? Optional.of("BKS")
                : Optional.empty();
    }

    Optional<String> archive() {
        if (startsWith('P', 'K', 3, 4)) {
            return Optional.of("zip");
        }
        return startsWith('7', 'z', 0xbc, 0xaf) ? Optional.of("7z") : Optional.empty();
    }

    /** RFC 1740, section 5 and appendix B. */
    boolean isAppleDouble() {
        return startsWith(0, 5, 0x16, 7);
    }

    /**
     * A SEQUENCE with a long length, or with a short one that matches the file's size, or a short one that begins with
     * a small number.
     *
     * @param size the file's size in bytes
     */
    boolean beginsLikeDer(long size) {
        return bytes.length > 1
                && bytes[0] == 0x30
                && (bytes[1] < 0 && (bytes[1] & 0x7f) <= 4
                        || bytes[1] >= 0 && bytes[1] + 2 == size
                        || startsWith(0x30, bytes[1], 2, 1));
    }

    boolean looksLikeText() {
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            int b = bytes[i] & 0xff;
            if (b != 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                return false;
            }
        }
        return true;
    }

    /** The text without the NUL bytes of UTF-16. */
    String text() {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
    }

    boolean isBareBase64() {
        String plain = text().replaceAll("\\A(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
                .strip();
        return plain.matches("MI[A-Za-z0-9+/=\\s]{62,}+");
    }

    /** Whether it has the byte order mark of UTF-16. */
    boolean isUtf16() {
        return startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff);
    }

    /** The name of the byte order mark. */
    Optional<Message> mark() {
        if (isUtf16()) {
            return Optional.of(Message.value("UTF-16"));
        }
        return startsWith(0xef, 0xbb, 0xbf)
                ? Optional.of(Message.of("reason.byte-order-mark", "a byte order mark (BOM)"))
                : Optional.empty();
    }

    private boolean startsWith(int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}

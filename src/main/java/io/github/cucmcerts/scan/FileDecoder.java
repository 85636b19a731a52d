package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.PrivateKey;
import io.github.cucmcerts.inventory.Remark;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.inventory.ScannedFile.Format;
import io.github.cucmcerts.inventory.Unreadable;
import io.github.cucmcerts.scan.PemScanner.Block;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decodes one file into objects. Memory stays bounded whatever the file's size. */
final class FileDecoder {
    /** What private keys in forms of their own are looked for in. */
    private static final int HEAD = 1 << 20;

    private static final int MAX_BINARY = 16 << 20;
    /** How often a file is decoded from base64 within base64; each further time may double the work. */
    private static final int MAX_BASE64 = 2;

    private static final Set<String> ARCHIVES = Set.of("zip", "7z", "eml", "msg");
    private static final Pattern HEADER_LINES =
            Pattern.compile("(?s)\\A\\s*[A-Za-z0-9-]+:.*?(?:\\r\\n\\r\\n|\\n\\n|\\r\\r)");
    private static final Pattern KEY_MATERIAL = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}");

    private final String path;
    private final boolean shared;
    private final Pool pool;
    /** How many layers of base64 lie around it. */
    private final int layers;

    private final List<FileObject> objects = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private boolean holdsParameters;

    private FileDecoder(String path, boolean shared, Pool pool, int layers) {
        this.path = path;
        this.shared = shared;
        this.pool = pool;
        this.layers = layers;
    }

    /**
     * What the file holds. What can't be read is part of the answer, never an exception.
     *
     * @param path the name that the file goes by in reports
     */
    static ScannedFile decode(Path file, String path, boolean shared, Pool pool) {
        FileDecoder decoder = new FileDecoder(path, shared, pool, 0);
        try (InputStream input = Files.newInputStream(file)) {
            byte[] head = input.readNBytes(HEAD);
            return decoder.file(head, input, head.length < HEAD ? head.length : Files.size(file));
        } catch (IOException e) {
            return unreadable(
                    path, shared, "it can't be opened (" + e.getClass().getSimpleName() + ")");
        } catch (RuntimeException | StackOverflowError e) {
            // its message may quote a private key
            return unreadable(
                    path,
                    shared,
                    "the plugin failed to read it (" + e.getClass().getSimpleName()
                            + "). This is a defect of the plugin: report it, with the file if you may share it");
        }
    }

    /** A file or folder that can't be read at all; a finding where its name promises a certificate. */
    static ScannedFile unreadable(String path, boolean shared, String reason) {
        return unreadable(Origin.whole(path), shared, reason);
    }

    private static ScannedFile unreadable(Origin origin, boolean shared, String reason) {
        return new ScannedFile(
                origin.file(), Format.UNREADABLE, List.of(new Unreadable(origin, reason)), List.of(), shared);
    }

    private ScannedFile file(byte[] head, InputStream rest, long size) throws IOException {
        Optional<String> keystore = keystore(head);
        if (keystore.isPresent()) {
            return keystore(keystore.get());
        }
        if (KeyForms.isPgp(head)) {
            objects.add(new PrivateKey(new Origin(path, 0, 0, 0, false), "PGP", Optional.empty()));
            return scanned(Format.IGNORED);
        }
        if (isAppleDouble(head)) {
            remarks.add(new Remark(Remark.Kind.NOT_READ, "it holds what macOS notes of another file (AppleDouble)"));
            return scanned(Format.IGNORED);
        }
        archive(head).ifPresent(kind -> remarks.add(new Remark(Remark.Kind.ARCHIVE, kind)));
        if (head.length == 0) {
            return nothing("the file is empty");
        }
        if (beginsLikeDer(head, size)) {
            if (size > MAX_BINARY) {
                return nothing("it is larger than " + (MAX_BINARY >> 20) + " MiB");
            }
            byte[] all = all(head, rest);
            DerDecoder.Decoded decoded = DerDecoder.decode(all, new Origin(path, 0, 0, 0, false), false, pool);
            if (decoded.keystore()) {
                return keystore("PKCS#12");
            }
            if (decoded.objects().stream().anyMatch(object -> !(object instanceof Unreadable))) {
                objects.addAll(decoded.objects());
                if (objects.get(objects.size() - 1) instanceof Unreadable broken) {
                    objects.addAll(BuriedKeys.in(all, (int) broken.origin().offset(), path, objects.size()));
                }
                boolean bundled = objects.get(0).origin().bundled();
                return scanned(bundled ? Format.PKCS7 : Format.DER);
            }
            ScannedFile text = text(new ByteArrayInputStream(all), all, size);
            if (text.format() == Format.PEM || objects.stream().anyMatch(PrivateKey.class::isInstance)) {
                return text;
            }
            objects.clear();
            return nothing(
                    0,
                    decoded.objects().isEmpty()
                            ? "it holds nothing"
                            : ((Unreadable) decoded.objects().get(0)).reason());
        }
        if (size > MAX_BINARY && !looksLikeText(head)) {
            return nothing("it is a large binary file that begins like nothing known, so it was not read");
        }
        return text(new SequenceInputStream(new ByteArrayInputStream(head), rest), head, size);
    }

    private static byte[] all(byte[] head, InputStream rest) throws IOException {
        return new SequenceInputStream(new ByteArrayInputStream(head), rest).readNBytes(MAX_BINARY);
    }

    private ScannedFile text(InputStream input, byte[] head, long size) throws IOException {
        PemScanner scanner = new PemScanner();
        boolean tooLong = scanner.scan(input);
        for (Block block : scanner.blocks()) {
            int before = objects.size();
            block(block);
            if (block.mentioned()) {
                objects.subList(before, objects.size()).removeIf(Unreadable.class::isInstance);
            }
        }
        boolean decoded = holdsParameters && objects.isEmpty()
                || objects.stream().anyMatch(object -> !(object instanceof Unreadable));
        // NUL bytes are those of UTF-16
        String text = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
        objects.addAll(KeyForms.in(text, path, objects.size()));
        objects.addAll(BuriedKeys.in(head, 0, path, objects.size()));
        if (layers < MAX_BASE64) {
            base64(text);
        }
        if (tooLong) {
            objects.add(new Unreadable(
                    new Origin(path, objects.size(), scanner.line(), 0, false),
                    "only the first " + (PemScanner.MAX_BYTES >> 20) + " MiB of its " + (size >> 20)
                            + " MiB were read: put the certificates into a file without the rest"));
            return scanned(decoded || ScannedFile.namedAsCertificate(path) ? Format.UNREADABLE : Format.IGNORED);
        }
        if (scanner.stopped()) {
            return scanned(Format.UNREADABLE);
        }
        if (decoded) {
            encoding(head, scanner.sawNul()).ifPresent(detail -> remarks.add(new Remark(Remark.Kind.ENCODING, detail)));
            return scanned(Format.PEM);
        }
        if (remarks.stream().anyMatch(remark -> remark.kind() == Remark.Kind.KEYSTORE)) {
            return scanned(Format.KEYSTORE);
        }
        if (!objects.isEmpty()) {
            boolean keys = objects.stream().anyMatch(PrivateKey.class::isInstance);
            return scanned(!keys && ScannedFile.namedAsCertificate(path) ? Format.UNREADABLE : Format.IGNORED);
        }
        return nothing(
                1,
                isBareBase64(head)
                        ? "it is base64 without its BEGIN line (-----BEGIN CERTIFICATE-----, or -----BEGIN CERTIFICATE"
                                + " REQUEST----- for a CSR)"
                        : "it is neither PEM nor DER");
    }

    private void block(Block block) {
        Origin origin = new Origin(path, objects.size(), block.line(), 0, false);
        boolean privateKey =
                block.label().contains("PRIVATE KEY") || block.label().contains("SECRET KEY");
        boolean hasHeaders = block.body().indexOf(':') >= 0;
        String body =
                withoutBlanks(hasHeaders ? HEADER_LINES.matcher(block.body()).replaceFirst("") : block.body());
        if (privateKey && holdsKeyMaterial(block)) {
            objects.addAll(keys(block.label(), body, origin));
        } else if (!block.flaw().isEmpty()) {
            objects.add(new Unreadable(origin, block.flaw()));
        } else if (!privateKey && block.label().endsWith(" PARAMETERS")) {
            holdsParameters = true; // harmless, and nothing that CUCM takes
        } else if (privateKey || !block.label().startsWith("PGP ")) {
            decode(block, body, origin);
        }
    }

    private static boolean holdsKeyMaterial(Block block) {
        return KEY_MATERIAL.matcher(withoutBlanks(block.body())).find();
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

    /** What the header says, unless the bytes are something else. */
    private List<FileObject> keys(String label, String body, Origin origin) {
        try {
            List<FileObject> decoded = DerDecoder.decode(Base64.getDecoder().decode(body), origin, false, pool)
                    .objects();
            if (!decoded.isEmpty() && !(decoded.get(0) instanceof Unreadable)) {
                return decoded.stream()
                        .filter(object -> !(object instanceof Unreadable))
                        .toList();
            }
        } catch (IllegalArgumentException e) {
            // encrypted, or in a form of its own: the header says that it is a key
        }
        return List.of(new PrivateKey(origin, label, Optional.empty()));
    }

    /** The private keys and the keystore that lie in a text as base64 of a whole file, as in a Secret of Kubernetes. */
    private void base64(String text) throws IOException {
        for (Base64Files.Found found : Base64Files.in(text)) {
            FileDecoder inner = new FileDecoder(path, shared, pool, layers + 1);
            byte[] bytes = found.bytes();
            inner.file(bytes, InputStream.nullInputStream(), bytes.length);
            for (FileObject object : inner.objects) {
                if (object instanceof PrivateKey key) {
                    Origin origin = new Origin(path, objects.size(), found.line(), 0, false);
                    objects.add(new PrivateKey(origin, key.form(), key.publicKey()));
                }
            }
            inner.remarks.stream()
                    .filter(remark -> remark.kind() == Remark.Kind.KEYSTORE)
                    .forEach(remarks::add);
        }
    }

    private void decode(Block block, String body, Origin origin) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            objects.add(new Unreadable(origin, "its base64 is broken" + wrongCharacter(block)));
            return;
        }
        if (bytes.length == 0) {
            objects.add(new Unreadable(origin, "the block is empty"));
            return;
        }
        DerDecoder.Decoded decoded =
                DerDecoder.decode(bytes, origin, block.label().equals("TRUSTED CERTIFICATE"), pool);
        objects.addAll(decoded.objects());
        if (decoded.keystore()) {
            remarks.add(new Remark(Remark.Kind.KEYSTORE, "PKCS#12"));
        }
    }

    private static String wrongCharacter(Block block) {
        int line = block.line();
        for (char c : block.body().toCharArray()) {
            line += c == '\n' ? 1 : 0;
            if (!Character.isWhitespace(c) && !(c < 128 && Character.isLetterOrDigit(c)) && "+/=".indexOf(c) < 0) {
                return " (line " + line + " holds a character that is not base64)";
            }
        }
        return " (characters were lost or added)";
    }

    private ScannedFile nothing(String reason) {
        return nothing(Origin.whole(path), reason);
    }

    private ScannedFile nothing(int line, String reason) {
        return nothing(new Origin(path, 0, line, 0, false), reason);
    }

    private ScannedFile nothing(Origin origin, String reason) {
        if (ScannedFile.namedAsCertificate(path) && remarks.isEmpty()) {
            return unreadable(origin, shared, reason);
        }
        remarks.add(new Remark(Remark.Kind.NOT_READ, reason));
        return scanned(Format.IGNORED);
    }

    private ScannedFile keystore(String kind) {
        remarks.add(new Remark(Remark.Kind.KEYSTORE, kind));
        return scanned(Format.KEYSTORE);
    }

    private ScannedFile scanned(Format format) {
        return new ScannedFile(path, format, objects, remarks, shared);
    }

    /** SEQUENCE with a long length, or with a short one that is the file's, or a short one that begins with a small number. */
    private static boolean beginsLikeDer(byte[] head, long size) {
        return head.length > 1
                && head[0] == 0x30
                && (head[1] < 0 && (head[1] & 0x7f) <= 4
                        || head[1] >= 0 && head[1] + 2 == size
                        || startsWith(head, 0x30, head[1], 2, 1));
    }

    private static boolean looksLikeText(byte[] head) {
        for (int i = 0; i < Math.min(head.length, 4096); i++) {
            int b = head[i] & 0xff;
            if (b != 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                return false;
            }
        }
        return true;
    }

    private static boolean isBareBase64(byte[] head) {
        return plain(head).matches("MI[A-Za-z0-9+/=\\s]{62,}+");
    }

    /** Without byte order mark, and without the NUL bytes of UTF-16. */
    private static String plain(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replaceAll("\\A(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
                .strip();
    }

    private static Optional<String> encoding(byte[] head, boolean nul) {
        if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) {
            return Optional.of("UTF-16");
        }
        if (startsWith(head, 0xef, 0xbb, 0xbf)) {
            return Optional.of("a byte order mark (BOM)");
        }
        return nul ? Optional.of("NUL bytes") : Optional.empty();
    }

    private static Optional<String> keystore(byte[] head) {
        if (startsWith(head, 0xfe, 0xed, 0xfe, 0xed)) {
            return Optional.of("JKS");
        }
        if (startsWith(head, 0xce, 0xce, 0xce, 0xce)) {
            return Optional.of("JCEKS");
        }
        return startsWith(head, 0, 0, 0, 1, 0, 0, 0, 20) || startsWith(head, 0, 0, 0, 2, 0, 0, 0, 20)
                ? Optional.of("BKS")
                : Optional.empty();
    }

    private Optional<String> archive(byte[] head) {
        String suffix = ScannedFile.suffix(path);
        if (ARCHIVES.contains(suffix)) {
            return Optional.of(suffix);
        }
        boolean disguised = ScannedFile.namedAsCertificate(path) || path.lastIndexOf('.') <= path.lastIndexOf('/');
        if (disguised && startsWith(head, 'P', 'K', 3, 4)) {
            return Optional.of("zip");
        }
        return disguised && startsWith(head, '7', 'z', 0xbc, 0xaf) ? Optional.of("7z") : Optional.empty();
    }

    /** RFC 1740, section 5 and appendix B: macOS puts such a file beside each file that it copies, {@code ._} before its name. */
    private boolean isAppleDouble(byte[] head) {
        return path.substring(path.lastIndexOf('/') + 1).startsWith("._") && startsWith(head, 0, 5, 0x16, 7);
    }

    private static boolean startsWith(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}

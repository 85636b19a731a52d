package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Export;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.PrivateKey;
import io.github.cucmcerts.inventory.Remark;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.inventory.ScannedFile.Format;
import io.github.cucmcerts.inventory.Unreadable;
import io.github.cucmcerts.inventory.Unreadable.Problem;
import io.github.cucmcerts.scan.PemScanner.Block;
import io.github.cucmcerts.text.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decodes one file into objects. Memory is limited, however large the file. */
final class FileDecoder {
    /** How much of a file is searched for private keys in forms other than PEM and DER. */
    private static final int HEAD = 1 << 20;

    private static final int MAX_BINARY = 16 << 20;
    /** How many layers of base64 within base64 are decoded; each additional layer may double the work. */
    private static final int MAX_BASE64 = 2;

    private static final Set<String> ARCHIVES = Set.of("zip", "7z", "eml", "msg");

    private final String path;
    private final boolean shared;
    private final Pool pool;
    /** How many layers of base64 are around it. */
    private final int layers;

    private final List<FileObject> objects = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    private FileDecoder(String path, boolean shared, Pool pool, int layers) {
        this.path = path;
        this.shared = shared;
        this.pool = pool;
        this.layers = layers;
    }

    /**
     * What the file contains. A part that cannot be read is part of the result, never an exception.
     *
     * @param path the file's name in reports
     */
    static ScannedFile decode(Path file, String path, boolean shared, Pool pool) {
        FileDecoder decoder = new FileDecoder(path, shared, pool, 0);
        try (InputStream input = Files.newInputStream(file)) {
            byte[] head = input.readNBytes(HEAD);
            return decoder.file(head, input, head.length < HEAD ? head.length : Files.size(file));
        } catch (IOException e) {
            return notOpened(path, shared, e, false);
        } catch (RuntimeException | StackOverflowError e) {
            // The exception's message may quote a private key.
            return unreadable(
                    path,
                    shared,
                    Message.of(
                            "reason.plugin-failed",
                            "the plugin failed to read it ({error}). This is a defect of the plugin: report it, with the file if you may share it",
                            "error",
                            e.getClass().getSimpleName()));
        }
    }

    /** A file or folder that cannot be read at all; a finding if its name promises a certificate. */
    static ScannedFile unreadable(String path, boolean shared, Message reason) {
        return unreadable(Origin.whole(path), shared, reason);
    }

    /** A file or folder that the system does not open. */
    static ScannedFile notOpened(String path, boolean shared, IOException e, boolean isFolder) {
        if (e instanceof AccessDeniedException) {
            return unreadable(
                    new Unreadable(
                            Origin.whole(path),
                            isFolder
                                    ? Message.of(
                                            "reason.folder-closed",
                                            "the user who runs Maven does not have permission to read it, so its content was not read")
                                    : Message.of(
                                            "reason.file-closed",
                                            "the user who runs Maven does not have permission to read it"),
                            isFolder ? Problem.CLOSED_FOLDER : Problem.CLOSED_FILE),
                    shared);
        }
        String error = e.getClass().getSimpleName();
        return unreadable(
                path,
                shared,
                isFolder
                        ? Message.of(
                                "reason.folder-not-opened", "the folder cannot be opened ({error})", "error", error)
                        : Message.of("reason.file-not-opened", "it cannot be opened ({error})", "error", error));
    }

    private static ScannedFile unreadable(Origin origin, boolean shared, Message reason) {
        return unreadable(new Unreadable(origin, reason), shared);
    }

    private static ScannedFile unreadable(Unreadable object, boolean shared) {
        return new ScannedFile(object.origin().file(), Format.UNREADABLE, List.of(object), List.of(), shared);
    }

    /**
     * @param bytes the first bytes of the file
     */
    private ScannedFile file(byte[] bytes, InputStream rest, long size) throws IOException {
        FileHead head = new FileHead(bytes);
        Optional<String> keystore = head.keystore();
        if (keystore.isPresent()) {
            return keystore(keystore.get());
        }
        if (KeyForms.isPgp(bytes)) {
            objects.add(new PrivateKey(new Origin(path, 0, 0, 0, false), "PGP", Optional.empty()));
            return scanned(Format.IGNORED);
        }
        if (isAppleDouble(head)) {
            remarks.add(new Remark(
                    Remark.Kind.NOT_READ,
                    Message.of(
                            "reason.apple-double", "it contains what macOS stores about another file (AppleDouble)")));
            return scanned(Format.IGNORED);
        }
        Optional<String> archive = archive(head);
        if (archive.isPresent()) {
            remarks.add(new Remark(Remark.Kind.ARCHIVE, archive.get()));
        }
        if (bytes.length == 0) {
            return nothing(Message.of("reason.file-empty", "the file is empty"));
        }
        InputStream input = new SequenceInputStream(new ByteArrayInputStream(bytes), rest);
        if (head.beginsLikeDer(size)) {
            return size > MAX_BINARY
                    ? nothing(Message.of(
                            "reason.file-too-large", "it is larger than {size} MiB", "size", MAX_BINARY >> 20))
                    : binary(input.readNBytes(MAX_BINARY), size);
        }
        if (size > MAX_BINARY && !head.looksLikeText()) {
            return nothing(Message.of(
                    "reason.large-binary", "it is a large binary file of unknown format, so it was not read"));
        }
        return layers == 0 && ExportReader.isExpected(path)
                ? exportOrText(input, bytes, size)
                : text(input, bytes, size);
    }

    /** In one of CUCM's own exports, the export's content counts, and also private keys anywhere in the file. */
    private ScannedFile exportOrText(InputStream input, byte[] head, long size) throws IOException {
        if (size > MAX_BINARY) {
            boolean isExport = !ExportReader.read(ExportReader.text(head), new ExportObjects(path, pool, 0))
                    .isEmpty();
            return isExport
                    ? unreadable(
                            path,
                            shared,
                            Message.of(
                                    "reason.export-too-large",
                                    "it is a CUCM export larger than {size} MiB, so it was not read: export each node into a file of its own",
                                    "size",
                                    MAX_BINARY >> 20))
                    : text(input, head, size);
        }
        byte[] all = input.readNBytes(MAX_BINARY);
        ScannedFile plain = text(new ByteArrayInputStream(all), head, size);
        List<FileObject> keys = new ArrayList<>();
        for (FileObject object : plain.objects()) {
            if (object instanceof PrivateKey key) {
                Origin at = key.origin();
                Origin origin = new Origin(path, keys.size(), at.line(), at.offset(), at.bundled());
                keys.add(new PrivateKey(origin, key.form(), key.publicKey()));
            }
        }
        ExportObjects held = new ExportObjects(path, pool, keys.size());
        List<Export> exports = ExportReader.read(ExportReader.text(all), held);
        if (exports.isEmpty()) {
            return plain;
        }
        boolean isBroken = held.all().stream().anyMatch(Unreadable.class::isInstance);
        keys.addAll(held.all());
        List<Remark> ofFile = plain.remarks().stream()
                .filter(remark -> remark.kind() != Remark.Kind.NOT_READ && remark.kind() != Remark.Kind.ENCODING)
                .toList();
        return new ScannedFile(path, isBroken ? Format.UNREADABLE : Format.PEM, keys, ofFile, shared, exports);
    }

    private ScannedFile binary(byte[] all, long size) throws IOException {
        DerDecoder.Decoded decoded = DerDecoder.decode(all, new Origin(path, 0, 0, 0, false), false, pool);
        if (decoded.keystore()) {
            return keystore("PKCS#12");
        }
        if (isAnyReadable(decoded.objects())) {
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
                decoded.objects().isEmpty()
                        ? new Unreadable(
                                new Origin(path, 0, 0, 0, false),
                                Message.of("reason.contains-nothing", "it contains nothing"))
                        : (Unreadable) decoded.objects().get(0));
    }

    private ScannedFile text(InputStream input, byte[] bytes, long size) throws IOException {
        PemScanner scanner = new PemScanner();
        boolean tooLong = scanner.scan(input);
        boolean holdsParameters = false;
        for (Block block : scanner.blocks()) {
            block(block);
            holdsParameters |= BlockDecoder.isParameters(block);
        }
        boolean decoded = holdsParameters && objects.isEmpty() || isAnyReadable(objects);
        FileHead head = new FileHead(bytes);
        String text = head.text();
        objects.addAll(KeyForms.in(text, path, objects.size()));
        objects.addAll(BuriedKeys.in(bytes, 0, path, objects.size()));
        if (layers < MAX_BASE64) {
            base64(text);
        }
        if (tooLong) {
            objects.add(new Unreadable(
                    new Origin(path, objects.size(), scanner.line(), 0, false),
                    Message.of(
                            "reason.beginning-read",
                            "only the first {read} MiB of its {size} MiB were read: put the certificates into a file without the rest",
                            "read",
                            PemScanner.MAX_BYTES >> 20,
                            "size",
                            Long.toString(size >> 20))));
            return scanned(decoded || ScannedFile.namedAsCertificate(path) ? Format.UNREADABLE : Format.IGNORED);
        }
        if (scanner.stopped()) {
            return scanned(Format.UNREADABLE);
        }
        if (decoded) {
            Optional<Message> encoding = encoding(head, scanner.sawNul());
            if (encoding.isPresent()) {
                remarks.add(new Remark(Remark.Kind.ENCODING, encoding.get()));
            }
            return scanned(Format.PEM);
        }
        if (remarks.stream().anyMatch(remark -> remark.kind() == Remark.Kind.KEYSTORE)) {
            return scanned(Format.KEYSTORE);
        }
        if (!objects.isEmpty()) {
            boolean keys = objects.stream().anyMatch(PrivateKey.class::isInstance);
            return scanned(!keys && ScannedFile.namedAsCertificate(path) ? Format.UNREADABLE : Format.IGNORED);
        }
        Origin origin = new Origin(path, 0, 1, 0, false);
        return nothing(
                head.isBareBase64()
                        ? new Unreadable(
                                origin,
                                Message.of("reason.bare-base64", "it is Base64 without BEGIN and END lines"),
                                Unreadable.Problem.BARE_BASE64)
                        : new Unreadable(origin, Message.of("reason.no-pem-or-der", "it is neither PEM nor DER")));
    }

    private static boolean isAnyReadable(List<FileObject> objects) {
        for (FileObject object : objects) {
            if (!(object instanceof Unreadable)) {
                return true;
            }
        }
        return false;
    }

    private void block(Block block) {
        Origin origin = new Origin(path, objects.size(), block.line(), 0, false);
        DerDecoder.Decoded decoded = BlockDecoder.decode(block, origin, pool);
        for (FileObject object : decoded.objects()) {
            if (!block.mentioned() || !(object instanceof Unreadable)) {
                objects.add(object);
            }
        }
        if (decoded.keystore()) {
            remarks.add(new Remark(Remark.Kind.KEYSTORE, "PKCS#12"));
        }
    }

    /** Private keys and keystores that a text contains as a whole file in base64, as in a Kubernetes Secret. */
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

    private ScannedFile nothing(Message reason) {
        return nothing(new Unreadable(Origin.whole(path), reason));
    }

    private ScannedFile nothing(Unreadable object) {
        if (ScannedFile.namedAsCertificate(path) && remarks.isEmpty()) {
            return unreadable(object, shared);
        }
        remarks.add(new Remark(Remark.Kind.NOT_READ, object.reason()));
        return scanned(Format.IGNORED);
    }

    private ScannedFile keystore(String kind) {
        remarks.add(new Remark(Remark.Kind.KEYSTORE, kind));
        return scanned(Format.KEYSTORE);
    }

    private ScannedFile scanned(Format format) {
        return new ScannedFile(path, format, objects, remarks, shared);
    }

    private static Optional<Message> encoding(FileHead head, boolean nul) {
        Optional<Message> mark = head.mark();
        return mark.isEmpty() && nul ? Optional.of(Message.of("reason.nul-bytes", "NUL bytes")) : mark;
    }

    /**
     * By its first bytes only if the name hides that it is an archive: many programs write zip files with their own
     * suffixes.
     */
    private Optional<String> archive(FileHead head) {
        String suffix = ScannedFile.suffix(path);
        if (ARCHIVES.contains(suffix)) {
            return Optional.of(suffix);
        }
        boolean disguised = ScannedFile.namedAsCertificate(path) || path.lastIndexOf('.') <= path.lastIndexOf('/');
        return disguised ? head.archive() : Optional.empty();
    }

    /** macOS puts such a file next to each file that it copies, with {@code ._} before its name. */
    private boolean isAppleDouble(FileHead head) {
        return path.substring(path.lastIndexOf('/') + 1).startsWith("._") && head.isAppleDouble();
    }
}

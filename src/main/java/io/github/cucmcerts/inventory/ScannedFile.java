package io.github.cucmcerts.inventory;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A file of the directory and the objects found in it.
 *
 * @param path relative to the scanned directory, with {@code /} between names
 * @param shared whether it is in one of the additional CA directories
 * @param exports what it says about nodes, if it is one of CUCM's own exports
 */
public record ScannedFile(
        String path,
        Format format,
        List<FileObject> objects,
        List<Remark> remarks,
        boolean shared,
        List<Export> exports) {
    private static final Set<String> CERTIFICATE_SUFFIXES =
            Set.of("pem", "crt", "cer", "der", "csr", "req", "p10", "p7b", "p7c");

    /** How a file is encoded. */
    public enum Format {
        PEM,
        DER,
        PKCS7,
        KEYSTORE,
        IGNORED,
        UNREADABLE
    }

    public ScannedFile {
        objects = List.copyOf(objects);
        remarks = List.copyOf(remarks);
        exports = List.copyOf(exports);
    }

    /** For a file that is not an export. */
    public ScannedFile(String path, Format format, List<FileObject> objects, List<Remark> remarks, boolean shared) {
        this(path, format, objects, remarks, shared, List.of());
    }

    /** Whether the file name promises a certificate or CSR; then a part that cannot be decoded is a finding. */
    public boolean namedAsCertificate() {
        return namedAsCertificate(path);
    }

    public static boolean namedAsCertificate(String path) {
        return CERTIFICATE_SUFFIXES.contains(suffix(path));
    }

    public static String suffix(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}

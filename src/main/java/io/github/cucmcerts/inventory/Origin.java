package io.github.cucmcerts.inventory;

/**
 * Where an object was found.
 *
 * @param file its path relative to the scanned directory, with {@code /} between names
 * @param index its number among the objects of the file, from 0
 * @param line the line of a PEM block's BEGIN, from 1; 0 in a binary file
 * @param offset the byte where it begins in a binary file; 0 in a text, -1 for the whole file
 * @param bundled whether it came out of a PKCS#7 container
 */
public record Origin(String file, int index, int line, long offset, boolean bundled) {
    /** The scanned directory itself. */
    public static final Origin DIRECTORY = whole(".");

    /** A file as a whole. */
    public static Origin whole(String file) {
        return new Origin(file, 0, 0, -1, false);
    }

    /** The file's last name. */
    public String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** Whether the path is a whole one of Windows, as what lies on another drive than the directory goes by. */
    public static boolean isWhole(String path) {
        return path.startsWith("//")
                || path.length() > 2 && Character.isLetter(path.charAt(0)) && path.startsWith(":/", 1);
    }
}

package io.github.cucmcerts.inventory;

/**
 * Where an object was found.
 *
 * @param file its path relative to the scanned directory, with {@code /} between names
 * @param index its number among the file's objects, from 0
 * @param line the line of a PEM block's BEGIN, from 1; 0 in a binary file
 * @param offset the byte where it begins in a binary file; 0 in a text file, -1 for the whole file
 * @param bundled whether it comes from a PKCS#7 container
 */
public record Origin(String file, int index, int line, long offset, boolean bundled) {
    /** The scanned directory itself. */
    public static final Origin DIRECTORY = whole(".");

    /** A file as a whole. */
    public static Origin whole(String file) {
        return new Origin(file, 0, 0, -1, false);
    }

    /** The last name of the path. */
    public String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** Whether this is an absolute Windows path; files on a different drive than the directory have one. */
    public static boolean isWhole(String path) {
        return path.startsWith("//")
                || path.length() > 2 && Character.isLetter(path.charAt(0)) && path.startsWith(":/", 1);
    }
}

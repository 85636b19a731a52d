package io.github.cucmcerts.mojo;

import io.github.cucmcerts.text.Sha256;
import io.github.cucmcerts.text.Visible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder that this plugin writes, with a list of the digests of its files: of an earlier run, it removes the files in the list
 * that nobody changed. It follows no link.
 *
 * @param names what this plugin names its files; a path does not match
 */
record ListedFolder(Path folder, Pattern names) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.*)");

    /**
     * Checks that neither the folder nor a file to write is a link or something else.
     *
     * @throws IOException with the reason in words
     */
    void verify(Set<String> files) throws IOException {
        verify(folder, Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS), "a directory");
        verifyFile(folder.resolve(Sha256.SUMS));
        for (String file : files) {
            verifyFile(folder.resolve(file));
        }
    }

    /**
     * Writes the files and their digests. At each moment, the list has every file that this plugin wrote into the folder, so that a
     * later run can remove it, even if this one fails.
     *
     * @param files the content by name
     * @return the names of other files in the folder, sorted; an earlier file that somebody changed is one of them
     * @throws IOException with the reason in words; a folder or a file that is a link is not touched
     */
    List<String> write(Map<String, byte[]> files) throws IOException {
        verify(files.keySet());
        for (Map.Entry<String, String> file : earlier().entrySet()) {
            removeIfUnchanged(folder.resolve(file.getKey()), file.getValue());
        }
        StringBuilder sums = new StringBuilder();
        files.forEach((name, content) -> sums.append(Sha256.line(content, name)));
        Output.replace(folder.resolve(Sha256.SUMS), writer -> writer.append(sums));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Output.replaceBytes(folder.resolve(file.getKey()), output -> output.write(file.getValue()));
        }
        return others(files.keySet());
    }

    private static void verifyFile(Path file) throws FileSystemException {
        verify(file, Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS), "a file");
    }

    private static void verify(Path path, boolean isExpected, String expected) throws FileSystemException {
        if (!isExpected && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            String found = Files.isSymbolicLink(path) ? "a link" : "something else";
            throw new FileSystemException(
                    path.toString(),
                    null,
                    Visible.of(path.toString()) + " must be " + expected + ", but it is " + found
                            + ". Move it away and run the goal again");
        }
    }

    /** The digests in the list of an earlier run. */
    private Map<String, String> earlier() throws IOException {
        Path sums = folder.resolve(Sha256.SUMS);
        Map<String, String> digests = new LinkedHashMap<>();
        if (Files.exists(sums)) {
            // every byte is a character here; a list that somebody changed can have any
            Files.readString(sums, StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(LINE::matcher)
                    .filter(line ->
                            line.matches() && names.matcher(line.group(2)).matches())
                    .forEach(line -> digests.put(line.group(2), line.group(1)));
        }
        return digests;
    }

    private static void removeIfUnchanged(Path file, String digest) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && digest.equals(HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(file))))) {
            Files.delete(file);
        }
    }

    private List<String> others(Set<String> written) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.map(path -> path.getFileName().toString())
                    .filter(name -> !written.contains(name) && !name.equals(Sha256.SUMS))
                    .sorted()
                    .toList();
        }
    }
}

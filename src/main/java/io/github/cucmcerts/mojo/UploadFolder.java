package io.github.cucmcerts.mojo;

import io.github.cucmcerts.plan.UploadArchive;
import io.github.cucmcerts.plan.UploadFile;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the folder with the files to upload, and removes those of an earlier runbook. It follows no link. */
final class UploadFolder {
    /** A digest, and a name that only a runbook gives to a file; a path does not match. */
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([0-9]+-[a-z0-9][a-z0-9.-]*\\.pem)");

    private UploadFolder() {}

    /**
     * Writes the files and their digests.
     *
     * @return the names of other files in the folder, sorted; an earlier file that somebody changed is one of them
     * @throws IOException with the reason in words; a folder or a file that is a link is not touched
     */
    static List<String> write(Path folder, List<UploadFile> files) throws IOException {
        verify(folder, Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS), "a directory");
        Path sums = folder.resolve(UploadArchive.SUMS);
        verifyFile(sums);
        for (UploadFile file : files) {
            verifyFile(folder.resolve(file.name()));
        }
        Map<String, String> earlier = earlier(sums);
        for (UploadFile file : files) {
            Output.replaceBytes(folder.resolve(file.name()), output -> output.write(file.bytes()));
        }
        Output.replace(sums, writer -> writer.write(UploadArchive.sums(files)));
        Set<String> written = files.stream().map(UploadFile::name).collect(Collectors.toSet());
        earlier.keySet().removeAll(written);
        for (Map.Entry<String, String> file : earlier.entrySet()) {
            removeIfUnchanged(folder.resolve(file.getKey()), file.getValue());
        }
        return others(folder, written);
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

    /** The digests that the folder has for the files of the earlier runbook. */
    private static Map<String, String> earlier(Path sums) throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        if (Files.exists(sums)) {
            // every byte is a character here; a list that somebody changed can have any
            Files.readString(sums, StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(LINE::matcher)
                    .filter(line -> line.matches())
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

    private static List<String> others(Path folder, Set<String> written) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.map(path -> path.getFileName().toString())
                    .filter(name -> !written.contains(name) && !name.equals(UploadArchive.SUMS))
                    .sorted()
                    .toList();
        }
    }
}

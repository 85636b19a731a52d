package io.github.cucmcerts.mojo;

import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Sha256;
import io.github.cucmcerts.text.Visible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import org.apache.maven.plugin.MojoExecutionException;

/**
 * A folder that this plugin writes, with a list of the digests of its files: it removes or replaces only the files in the list
 * that nobody changed. It follows no link.
 *
 * @param names what this plugin names its files; a path does not match
 * @param content what the files are, for messages
 * @param document what names the files, for messages
 */
record ListedFolder(Path folder, Pattern names, Message content, Message document) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.*)");

    /**
     * Replaces the files of an earlier run. First, it removes the pages that name them: whatever fails then, no page is next to the
     * files of another run.
     *
     * @param files the content by name
     * @return as {@link #write}
     * @throws MojoExecutionException with the reason
     */
    List<String> replace(Map<String, byte[]> files, List<Path> pages) throws MojoExecutionException {
        try {
            verify(files);
            for (Path page : pages) {
                Output.remove(page);
            }
            return write(files);
        } catch (IOException | UncheckedIOException e) {
            throw Stopped.because(
                    e,
                    Message.of(
                            "mojo.files-not-written",
                            "{files} cannot be written to {folder}: {reason}. {document} was not written.",
                            "files",
                            content,
                            "folder",
                            Visible.of(folder.toString()),
                            "reason",
                            Output.reason(e),
                            "document",
                            document));
        }
    }

    /** Checks that neither the folder nor a file to write is a link, something else, or somebody's file. */
    private void verify(Map<String, byte[]> files) throws IOException {
        verify(
                folder,
                Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS),
                Message.of("mojo.a-directory", "a directory"));
        verifyFile(folder.resolve(Sha256.SUMS));
        Map<String, String> earlier = earlier();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            verifyFile(path);
            if (Files.exists(path)) {
                verifyReplaceable(path, List.of(digest(file.getValue()), earlier.getOrDefault(file.getKey(), "")));
            }
        }
    }

    /**
     * Writes the files and their digests. At each moment, the list has every file that this plugin wrote into the folder, so that a
     * later run can remove it, even if this one fails.
     *
     * @param files the content by name
     * @return the names of other files in the folder, sorted; an earlier file that somebody changed is one of them
     * @throws IOException with the reason in words; a link, or a file of this run's names that somebody changed, is not touched
     */
    List<String> write(Map<String, byte[]> files) throws IOException {
        verify(files);
        for (Map.Entry<String, String> file : earlier().entrySet()) {
            removeIfUnchanged(folder.resolve(file.getKey()), file.getValue());
        }
        Output.replace(folder.resolve(Sha256.SUMS), writer -> writer.append(Sha256.lines(files)));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Output.replaceBytes(folder.resolve(file.getKey()), output -> output.write(file.getValue()));
        }
        return others(files.keySet());
    }

    private static void verifyFile(Path file) throws Output.Obstacle {
        verify(file, Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS), Message.of("mojo.a-file", "a file"));
    }

    private static void verifyReplaceable(Path file, List<String> digests) throws IOException {
        if (!digests.contains(digest(Files.readAllBytes(file)))) {
            throw new Output.Obstacle(Message.of(
                    "mojo.file-changed",
                    "{file} is not as this goal wrote it. Move it away and run the goal again",
                    "file",
                    Visible.of(file.toString())));
        }
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }

    private static void verify(Path path, boolean isExpected, Message expected) throws Output.Obstacle {
        if (!isExpected && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new Output.Obstacle(Message.of(
                    "mojo.in-the-way",
                    "{path} must be {expected}, but it is {found}. Move it away and run the goal again",
                    "path",
                    Visible.of(path.toString()),
                    "expected",
                    expected,
                    "found",
                    Files.isSymbolicLink(path)
                            ? Message.of("mojo.a-link", "a link")
                            : Message.of("mojo.something-else", "something else")));
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
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && digest.equals(digest(Files.readAllBytes(file)))) {
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

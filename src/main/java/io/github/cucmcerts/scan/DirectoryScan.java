package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.Remark;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.text.Glob;
import io.github.cucmcerts.text.Message;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Walks a directory and decodes its files, on all cores. It only reads, and it does not follow links out of the
 * directory.
 */
public final class DirectoryScan {
    private static final int MAX_LINKED_FOLDERS = 1_000;
    /** Each level needs part of the thread's stack. */
    private static final int MAX_LEVELS = 500;
    /** Shorter than the longest path of Linux and macOS. */
    private static final int LONG = 1_000;

    private static final Message TOO_LONG = Message.of(
            "reason.path-too-long-for-system",
            "its path is too long for the operating system, so neither it nor its content"
                    + " was read: move it further up, or give the folders above it shorter names");

    private static final Message TOO_DEEP = Message.of(
            "reason.folder-too-deep",
            "it is more than {levels} folders deep, so its content was not read: move it further up",
            "levels",
            MAX_LEVELS);
    /** What Java shows for a byte that is not a character. */
    private static final char UNKNOWN = '\ufffd';

    private final Path root;
    private final List<Glob> includes;
    private final List<Glob> excludes;
    private final Set<Path> leftOut;
    private final List<ScannedFile> files = new ArrayList<>();
    private final List<Supplier<ScannedFile>> undecoded = new ArrayList<>();
    private final Pool pool = new Pool();
    private boolean shared;
    private Path top;
    private int linkedFolders;

    private DirectoryScan(Path root, List<String> includes, List<String> excludes, Set<Path> leftOut) {
        this.root = root;
        this.includes = globs(includes);
        this.excludes = globs(excludes);
        this.leftOut = leftOut;
    }

    private static List<Glob> globs(List<String> texts) {
        List<Glob> globs = new ArrayList<>();
        for (String text : texts) {
            globs.add(new Glob(text));
        }
        return List.copyOf(globs);
    }

    /**
     * Reads the directory and the additional CA directories.
     *
     * @param includes globs of the files to read in the directory; if empty, all files
     * @param excludes globs of the files not to read, in all directories
     * @param leftOut folders that are not scanned, such as the output directory
     * @throws IOException if a directory itself cannot be read
     * @throws java.util.regex.PatternSyntaxException if a glob is invalid
     */
    public static Inventory scan(
            Path directory, List<Path> caDirectories, List<String> includes, List<String> excludes, Set<Path> leftOut)
            throws IOException {
        Path root = directory.toRealPath();
        Set<Path> out = new HashSet<>();
        for (Path path : leftOut) {
            out.add(path.toAbsolutePath().normalize());
            if (Files.exists(path)) {
                out.add(path.toRealPath());
            }
        }
        DirectoryScan scan = new DirectoryScan(root, includes, excludes, out);
        List<Path> shared = new ArrayList<>();
        for (Path path : caDirectories) {
            shared.add(path.toRealPath());
        }
        scan.leftOut.addAll(shared);
        scan.walk(root, false);
        scan.leftOut.add(root);
        for (Path path : shared.stream().distinct().toList()) {
            if (path.equals(root)) {
                continue;
            }
            scan.leftOut.remove(path);
            scan.walk(path, true);
            scan.leftOut.add(path);
        }
        return scan.inventory();
    }

    /**
     * Reads files and the whole content of directories, each file once.
     *
     * @param base where the paths in the inventory begin; a file elsewhere keeps its absolute path
     * @throws IOException if one of the paths cannot be read
     */
    public static Inventory read(Path base, List<Path> paths) throws IOException {
        DirectoryScan scan = new DirectoryScan(base.toRealPath(), List.of(), List.of(), new HashSet<>());
        Set<Path> directories = new TreeSet<>(
                Comparator.comparing(Path::getNameCount).reversed().thenComparing(path -> path));
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                directories.add(path.toRealPath());
            } else {
                scan.given(path.toAbsolutePath());
            }
        }
        for (Path directory : directories) {
            scan.walk(directory, false);
            scan.leftOut.add(directory);
        }
        return scan.inventory();
    }

    private void given(Path path) throws IOException {
        top = path.getParent().toRealPath();
        Path file = top.resolve(path.getFileName());
        if (leftOut.add(file)) {
            file(file);
        }
    }

    private Inventory inventory() {
        return new Inventory(
                Stream.concat(files.stream(), undecoded.parallelStream().map(Supplier::get))
                        .sorted(Comparator.comparing(ScannedFile::path))
                        .toList());
    }

    private void walk(Path directory, boolean isShared) {
        top = directory;
        shared = isShared;
        folder(directory, new HashSet<>(Set.of(directory)));
    }

    private void folder(Path folder, Set<Path> above) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path child : stream) {
                children.add(child);
            }
        } catch (DirectoryIteratorException e) {
            notOpened(folder, e.getCause(), true);
        } catch (IOException e) {
            notOpened(folder, e, true);
        }
        children.sort(Comparator.comparing(Path::toString));
        for (Path child : children) {
            try {
                child(child, above);
            } catch (IOException e) {
                notOpened(child, e, false);
            }
        }
    }

    private void child(Path child, Set<Path> above) throws IOException {
        if (child.endsWith(".git") || leftOut.contains(child)) {
            return;
        }
        if (isTooLong(child)) {
            notRead(child, TOO_LONG);
        } else if (Files.isSymbolicLink(child)) {
            link(child, above);
        } else if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
            descend(child, child, above);
        } else if (isWanted(child)) {
            file(child);
        }
    }

    /** The system denies that a path of such length exists, so a folder and a file look the same. */
    private static boolean isTooLong(Path child) {
        return child.toString().length() > LONG && !Files.exists(child, LinkOption.NOFOLLOW_LINKS);
    }

    private void link(Path child, Set<Path> above) throws IOException {
        if (!Files.exists(child)) {
            listed(child, Message.of("reason.link-broken", "it is a link whose target does not exist"));
            return;
        }
        Path target = child.toRealPath();
        if (!target.startsWith(top) && !target.startsWith(root)) {
            if (isWanted(child)) {
                files.add(new ScannedFile(
                        name(child),
                        ScannedFile.Format.IGNORED,
                        List.of(),
                        List.of(new Remark(
                                Remark.Kind.LINK_ESCAPES,
                                Message.of("reason.link-escapes", "a link out of the directory"))),
                        shared));
            }
        } else if (!Files.isDirectory(target)) {
            if (isWanted(child)) {
                file(child);
            }
        } else if (!above.contains(target)) {
            linkedFolders++;
            if (linkedFolders <= MAX_LINKED_FOLDERS) {
                descend(child, target, above);
            } else if (linkedFolders == MAX_LINKED_FOLDERS + 1) {
                files.add(FileDecoder.unreadable(
                        name(child),
                        shared,
                        Message.of("reason.too-many-links", "there are too many linked folders to follow")));
            }
        }
    }

    private void descend(Path folder, Path real, Set<Path> above) {
        if (above.size() > MAX_LEVELS) {
            notRead(folder, TOO_DEEP);
            return;
        }
        Set<Path> deeper = new HashSet<>(above);
        deeper.add(real);
        folder(folder, deeper);
    }

    private void file(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            String name = name(file);
            boolean isShared = shared;
            undecoded.add(() -> FileDecoder.decode(file, name, isShared, pool));
        } else {
            Files.readAttributes(file, BasicFileAttributes.class); // fails if the folder can be listed but not entered
            listed(file, Message.of("reason.no-regular-file", "it is not a regular file, so it was not opened"));
        }
    }

    /** For a path that may be a file or a folder: a finding, unless it is excluded. */
    private void notRead(Path path, Message reason) {
        if (isNotExcluded(path)) {
            files.add(FileDecoder.unreadable(name(path), shared, reason));
        }
    }

    private void notOpened(Path path, IOException e, boolean isFolder) {
        if (isNotExcluded(path)) {
            files.add(FileDecoder.notOpened(name(path), shared, e, isFolder));
        }
    }

    private void listed(Path file, Message reason) {
        if (!isWanted(file)) {
            return;
        }
        String name = name(file);
        files.add(
                ScannedFile.namedAsCertificate(name)
                        ? FileDecoder.unreadable(name, shared, reason)
                        : new ScannedFile(
                                name,
                                ScannedFile.Format.IGNORED,
                                List.of(),
                                List.of(new Remark(Remark.Kind.NOT_READ, reason)),
                                shared));
    }

    private boolean isWanted(Path file) {
        return (shared || includes.isEmpty() || isMatched(includes, file)) && isNotExcluded(file);
    }

    private boolean isNotExcluded(Path file) {
        return excludes.isEmpty() || !isMatched(excludes, file);
    }

    private boolean isMatched(List<Glob> globs, Path file) {
        Path relative = top.relativize(file);
        for (Glob glob : globs) {
            if (glob.matches(relative)) {
                return true;
            }
        }
        return false;
    }

    private String name(Path path) {
        boolean within = shared || path.startsWith(root);
        String text = within ? relative(root, path) : spelt(path);
        return text.isEmpty() ? "." : text;
    }

    /**
     * The path relative to the base, as reports write it: empty if it is the base, absolute if it is on another drive.
     */
    public static String relative(Path base, Path path) {
        return spelt(Objects.equals(base.getRoot(), path.getRoot()) ? base.relativize(path) : path);
    }

    /**
     * A path for reports, with {@code /} between the names. If a name has bytes that the system's encoding does not
     * know, the name is percent-encoded as in a URI, and a replacement character precedes it: two files must not get
     * the same name.
     */
    private static String spelt(Path path) {
        String separator = path.getFileSystem().getSeparator();
        String text = path.toString().indexOf(UNKNOWN) < 0
                ? path.toString()
                : StreamSupport.stream(path.spliterator(), false)
                        .map(DirectoryScan::speltName)
                        .collect(Collectors.joining(separator, Objects.toString(path.getRoot(), ""), ""));
        return text.replace(separator, "/");
    }

    /** Only such names contain the replacement character. */
    private static String speltName(Path name) {
        return name.toString().indexOf(UNKNOWN) < 0
                ? name.toString()
                : UNKNOWN + name.toAbsolutePath().toUri().getRawPath().replaceAll(".*/(?=.)", "");
    }
}

package io.github.cucmcerts.inventory;

import java.util.List;
import java.util.stream.Stream;

/** All files of the scanned directory, ordered by path, with the objects found in them. */
public record Inventory(List<ScannedFile> files) {
    public Inventory {
        files = List.copyOf(files);
    }

    public <T extends FileObject> Stream<T> objects(Class<T> type) {
        return files.stream()
                .flatMap(file -> file.objects().stream())
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** Whether there is nothing to check. A check that read nothing must not pass. */
    public boolean isEmpty() {
        return files.stream().allMatch(file -> file.shared() || isIrrelevant(file));
    }

    private static boolean isIrrelevant(ScannedFile file) {
        return switch (file.format()) {
            case KEYSTORE, UNREADABLE -> false;
            default ->
                file.objects().stream()
                        .noneMatch(object -> object instanceof NamedKey
                                || object instanceof PrivateKey
                                || object instanceof Unreadable && file.namedAsCertificate());
        };
    }
}

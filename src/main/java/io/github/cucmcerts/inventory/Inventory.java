package io.github.cucmcerts.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All files of the scanned directory, ordered by path, with the objects found in them. */
public record Inventory(List<ScannedFile> files) {
    public Inventory {
        files = List.copyOf(files);
    }

    public <T extends FileObject> Stream<T> objects(Class<T> type) {
        List<T> objects = new ArrayList<>();
        for (ScannedFile file : files) {
            for (FileObject object : file.objects()) {
                if (type.isInstance(object)) {
                    objects.add(type.cast(object));
                }
            }
        }
        return objects.stream();
    }

    /** Whether there is nothing to check. A check that read nothing must not pass. */
    public boolean isEmpty() {
        for (ScannedFile file : files) {
            if (!file.shared() && isRelevant(file)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRelevant(ScannedFile file) {
        if (file.format() == ScannedFile.Format.KEYSTORE || file.format() == ScannedFile.Format.UNREADABLE) {
            return true;
        }
        for (FileObject object : file.objects()) {
            if (object instanceof NamedKey
                    || object instanceof PrivateKey
                    || object instanceof Unreadable && file.namedAsCertificate()) {
                return true;
            }
        }
        return false;
    }
}

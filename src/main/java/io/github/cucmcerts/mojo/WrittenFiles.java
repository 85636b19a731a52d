package io.github.cucmcerts.mojo;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.SessionData;

/**
 * The files that one build wrote, and who wrote them. Modules of a build may run side by side.
 *
 * @param build what all modules of the build share
 */
record WrittenFiles(SessionData build) {
    private static final Object KEY = "io.github.cucmcerts.written-files";

    /** Returns who writes that file in this build: the writer who asked first. */
    String claim(Path file, String writer) {
        String first = writers().putIfAbsent(file.toAbsolutePath().normalize().toString(), writer);
        return first == null ? writer : first;
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> writers() {
        build.set(KEY, null, new ConcurrentHashMap<String, String>());
        return (Map<String, String>) build.get(KEY);
    }
}

package io.github.cucmcerts.mojo;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.SessionData;

/**
 * The files that a build wrote, and which module wrote each file. Modules of a build can run in parallel.
 *
 * @param build the data that all modules of the build share
 */
record WrittenFiles(SessionData build) {
    private static final Object KEY = "io.github.cucmcerts.written-files";

    /** The writer of that file in this build: the first one that claims it. */
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

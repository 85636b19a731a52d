package io.github.cucmcerts.mojo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.SessionData;

/**
 * The files that a build wrote, and which module wrote each file. Modules of a build can run in parallel.
 *
 * @param build the data that all modules of the build share
 */
record WrittenFiles(SessionData build) {
    private static final Object KEY = "io.github.cucmcerts.writers";

    /**
     * The writer of that file in this build: the first one that claims it.
     *
     * @param writer the module, and the directory that it checks
     */
    List<String> claim(Path file, List<String> writer) {
        List<String> first =
                writers().putIfAbsent(file.toAbsolutePath().normalize().toString(), writer);
        return first == null ? writer : first;
    }

    @SuppressWarnings("unchecked")
    private Map<String, List<String>> writers() {
        build.set(KEY, null, new ConcurrentHashMap<String, List<String>>());
        return (Map<String, List<String>>) build.get(KEY);
    }
}

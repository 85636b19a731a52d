package io.github.cucmcerts.request;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names for files, made from upload sets: they stay in their folder and are no option or hidden file; none is given twice. */
final class FileNames {
    private static final int LONGEST = 120;

    private final Set<String> given = new HashSet<>();
    /** How often a name was wanted. */
    private final Map<String, Integer> wanted = new HashMap<>();

    /** {@code cucm-pub.example.com-tomcat.cnf} for the set {@code cucm-pub.example.com/tomcat}. */
    String of(String set) {
        String safe = set.replace('/', '-').replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[^A-Za-z0-9]", "_");
        // the purpose is at the end
        String stem = safe.length() <= LONGEST ? safe : "_" + safe.substring(safe.length() - LONGEST);
        // on Windows and macOS, names that differ only in case are one file
        String folded = stem.toLowerCase(Locale.ROOT);
        String suffix = "";
        while (!given.add(folded + suffix)) {
            suffix = "-" + (wanted.merge(folded, 1, Integer::sum) + 1);
        }
        return stem + suffix + ".cnf";
    }
}

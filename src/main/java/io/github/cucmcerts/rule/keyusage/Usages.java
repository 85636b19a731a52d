package io.github.cucmcerts.rule.keyusage;

import java.util.LinkedHashSet;
import java.util.Set;

/** Compares usages. */
final class Usages {
    private Usages() {}

    /** The requested usages that were not given, in a new set that the caller may change. */
    static Set<String> lost(Set<String> requested, Set<String> given) {
        Set<String> lost = new LinkedHashSet<>(requested);
        lost.removeAll(given);
        return lost;
    }
}

package io.github.cucmcerts.rule.keyusage;

import java.util.LinkedHashSet;
import java.util.Set;

/** Compares usages. */
final class Usages {
    private Usages() {}

    /** What was asked for and not given, in a set of the caller's own. */
    static Set<String> lost(Set<String> asked, Set<String> given) {
        Set<String> lost = new LinkedHashSet<>(asked);
        lost.removeAll(given);
        return lost;
    }
}

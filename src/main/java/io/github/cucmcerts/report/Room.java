package io.github.cucmcerts.report;

import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many findings an output has room for.
 *
 * @param repeated how many upload sets repeat a finding on a shared file
 * @param alike whether findings that differ only in the names of their sets count as one
 * @param ofRule the maximum number of findings of one rule
 * @param all the maximum number of findings of all rules; each 1,000 characters of evidence count as one more
 */
public record Room(int repeated, boolean alike, int ofRule, int all) {
    /** For a file that people read. */
    public static final Room PAGE = new Room(1, false, 1_000, 5_000);

    static final Room CONSOLE = new Room(1, false, 1_000, 200);
    static final Room CONSOLE_OF_MANY = new Room(1, true, 1_000, 200);
    /** All findings, similar ones as one. */
    static final Room ALIKE = new Room(1, true, Integer.MAX_VALUE, Integer.MAX_VALUE);

    static final Room JSON = new Room(20, false, 10_000, 50_000);
    /** For an output that has its own limit. */
    static final Room UNBOUNDED = new Room(1, false, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** The indexes of the findings that fit, errors that count before others. */
    BitSet take(List<Finding> findings) {
        BitSet taken = new BitSet();
        Map<String, Integer> ofRules = new HashMap<>();
        long used = 0;
        for (boolean errors : List.of(true, false)) {
            for (int i = 0; i < findings.size() && used < all; i++) {
                Finding finding = findings.get(i);
                if (finding.counts(Severity.ERROR) == errors
                        && ofRules.merge(finding.rule().id(), 1, Integer::sum) <= ofRule) {
                    taken.set(i);
                    used += size(finding);
                }
            }
        }
        return taken;
    }

    private static long size(Finding finding) {
        long characters = finding.evidence().values().stream()
                .flatMap(List::stream)
                .mapToLong(String::length)
                .sum();
        return 1 + characters / 1_000;
    }
}

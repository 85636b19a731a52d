package io.github.cucmcerts.waiver;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.text.Glob;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Findings of a rule that are accepted.
 *
 * @param rule the rule's id
 * @param path of the files that the findings are on, if it is told by path
 * @param sha256 of the object that the finding is on, in hex, if it is told by that; where both are told both must fit
 * @param where it is written: in the POM, or in which line of a file
 */
public record Waiver(String rule, Optional<Glob> path, Optional<String> sha256, Acceptance acceptance, String where) {
    public Waiver {
        sha256 = sha256.map(hex -> hex.replace(":", "").toLowerCase(Locale.ROOT));
    }

    /** Whether its last day, in UTC, is over before the window ends. */
    boolean isExpiredIn(ChangeWindow window) {
        return !window.end()
                .isBefore(acceptance
                        .until()
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
    }

    boolean fits(Finding finding) {
        return rule.equals(finding.rule().id())
                && path.filter(glob -> !glob.matches(finding.origin().file())).isEmpty()
                && sha256.filter(hex -> !finding.sha256().equals(Optional.of(hex)))
                        .isEmpty();
    }

    /** By what its findings are told: its path, its SHA-256, or both. */
    List<String> what() {
        return Stream.concat(path.map(Glob::toString).stream(), sha256.stream()).toList();
    }
}

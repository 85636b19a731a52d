package io.github.cucmcerts.waiver;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.text.Glob;
import io.github.cucmcerts.text.Message;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Accepts findings of a rule.
 *
 * @param rule the rule's id
 * @param path the files of the findings, if the waiver has a path
 * @param sha256 the object of the finding, in hex, if the waiver has a SHA-256; with a path, both must match
 * @param where the place of the waiver: the POM, or a line of a file
 */
public record Waiver(String rule, Optional<Glob> path, Optional<String> sha256, Acceptance acceptance, Message where) {
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

    /** What its findings must match: its path, its SHA-256, or both. */
    List<String> what() {
        return Stream.concat(path.map(Glob::toString).stream(), sha256.stream()).toList();
    }
}

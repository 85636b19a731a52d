package io.github.cucmcerts.check;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.rule.Rule;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.Severities;
import io.github.cucmcerts.trust.Situation;
import io.github.cucmcerts.waiver.Waiver;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What to check, and how.
 *
 * @param purposes the purposes to check; all if empty
 * @param rules the rules to apply, except those that the severities turn off
 */
public record Request(
        Files files,
        Situation situation,
        Set<Purpose> purposes,
        Scope scope,
        List<Rule> rules,
        Severities severities,
        List<Waiver> waivers) {
    /** The same request for the goal {@code check}, which checks only files. */
    public Request ofFiles() {
        return new Request(files, situation, purposes, Scope.ALL, RuleBook.of(Scope.ALL.topics()), severities, waivers);
    }

    /**
     * What to read.
     *
     * @param caDirectories more directories with CA certificates, which are offered to every trust store
     * @param includes globs of the files to read, relative to the directory; all if empty
     * @param excludes globs of the files not to read
     * @param leftOut directories that are not read
     */
    public record Files(
            Path directory,
            List<Path> caDirectories,
            List<String> includes,
            List<String> excludes,
            Set<Path> leftOut) {}
}

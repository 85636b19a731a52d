package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.rule.Context;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;
import java.util.Optional;

/**
 * What every output shows.
 *
 * @param plugin the plugin's version
 * @param directory the scanned directory's name for people
 * @param findings in the order of upload sets, then of rules
 */
public record Report(String plugin, String directory, Context context, List<Finding> findings) {

    /** How far an upload set is. */
    public enum State {
        DEPLOYED,
        BLOCKED,
        AWAITING_CERTIFICATE,
        READY
    }

    public List<UploadSet> sets() {
        return context.uploads().sets();
    }

    public State state(UploadSet set) {
        if (set.isDeployed()) {
            return State.DEPLOYED;
        }
        if (findings(set).stream().anyMatch(finding -> finding.counts(Severity.ERROR))) {
            return State.BLOCKED;
        }
        return set.leaf().isEmpty() ? State.AWAITING_CERTIFICATE : State.READY;
    }

    public List<Finding> findings(UploadSet set) {
        return findings.stream()
                .filter(finding -> finding.uploadSet().equals(Optional.of(set.id())))
                .toList();
    }

    /** The findings that belong to no upload set. */
    public List<Finding> otherFindings() {
        return findings.stream()
                .filter(finding -> finding.uploadSet().isEmpty())
                .toList();
    }

    /** How many findings of that weight count. */
    public long count(Severity severity) {
        return findings.stream().filter(finding -> finding.counts(severity)).count();
    }

    public long waived() {
        return findings.stream().filter(finding -> finding.waiver().isPresent()).count();
    }

    public long objects(Class<? extends FileObject> type) {
        return context.inventory().objects(type).count();
    }

    /** One line: how many sets, how many findings. */
    public String summary() {
        return counted(sets().size(), "upload set") + ": " + counted(count(Severity.ERROR), "error") + ", "
                + counted(count(Severity.WARNING), "warning") + ", " + count(Severity.INFO)
                + " for information, " + waived() + " waived";
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}

package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Assessment;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.upload.UploadSet;
import io.github.cucmcerts.upload.Uploads;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;

/** Says why there was nothing to check: a check that looked at nothing is a mistake, as a rule. */
final class NothingToCheck {
    /** How many names show what a directory holds. */
    private static final int SAMPLE = 5;

    private NothingToCheck() {}

    /**
     * Why a directory has nothing to check.
     *
     * @param inventory what was read of it; nothing where it does not exist
     * @param ofModules whether the build has modules
     */
    static String inDirectory(Reading reading, Optional<Inventory> inventory, boolean ofModules)
            throws MojoExecutionException {
        return "There is nothing to check in " + reading.files().directory() + ": " + why(reading, inventory)
                + (ofModules ? ". A module that has no certificates sets failIfNoCertificates to false" : "");
    }

    private static String why(Reading reading, Optional<Inventory> inventory) throws MojoExecutionException {
        if (reading.outputHoldsCertificates()) {
            return "its certificates lie in the output directory, which is not read (" + reading.shownOutput()
                    + "). Name another output directory with -Dcucm-certs.outputDirectory=…";
        }
        String instead = ". Put certificates and CSRs there, or name another directory with -Dcucm-certs.directory=…";
        if (inventory.isEmpty()) {
            return "it does not exist" + instead;
        }
        List<String> read = inventory.get().files().stream()
                .filter(file -> !file.shared())
                .map(ScannedFile::path)
                .toList();
        if (read.isEmpty()) {
            return (reading.isEmpty()
                            ? "it is empty"
                            : "all that it holds is left out: see includes and excludes; **/archive/** and **/old/** are left"
                                    + " out where nothing else is said")
                    + instead;
        }
        return "no certificate, CSR, key or keystore is among its files ("
                + Visible.of(String.join(", ", read.subList(0, Math.min(SAMPLE, read.size()))))
                + (read.size() > SAMPLE ? " and " + Bounds.number(read.size() - SAMPLE) + " more" : "")
                + ")"
                + instead;
    }

    /** Whether a directory that holds certificates or CSRs has no upload set; a goal for files needs none. */
    static boolean isWithoutSets(Assessment assessment) {
        return assessment.facts().uploads().failure().isEmpty()
                && assessment.sets().isEmpty()
                && !assessment.scope().topics().equals(Set.of(Topic.FILES));
    }

    /** Which upload sets there are, where the parameter {@code purposes} selects none of them. */
    static String ofPurposes(Reading reading, Uploads uploads) {
        List<String> others = uploads.leftOut().stream().map(UploadSet::id).toList();
        return "There is nothing to check: no upload set in " + reading.files().directory()
                + " is of cucm-certs.purposes. "
                + (others.isEmpty()
                        ? "It has no upload set at all"
                        : "Its upload sets are " + Visible.of(String.join(", ", Bounds.list(others))));
    }
}

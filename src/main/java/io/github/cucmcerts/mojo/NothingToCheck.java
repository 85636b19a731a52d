package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Assessment;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.upload.UploadSet;
import io.github.cucmcerts.upload.Uploads;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;

/** Says why there is nothing to check, which is usually a mistake. */
final class NothingToCheck {
    /** How many file names show what a directory contains. */
    private static final int SAMPLE = 5;

    private NothingToCheck() {}

    /**
     * Why a directory has nothing to check.
     *
     * @param inventory its files; empty if it does not exist
     * @param ofModules whether the build has modules
     */
    static String inDirectory(Reading reading, Optional<Inventory> inventory, boolean ofModules)
            throws MojoExecutionException {
        return "There is nothing to check in " + reading.files().directory() + ": " + why(reading, inventory)
                + (ofModules ? ". For a module without certificates, set failIfNoCertificates to false" : "");
    }

    private static String why(Reading reading, Optional<Inventory> inventory) throws MojoExecutionException {
        if (reading.outputHoldsCertificates()) {
            return "its certificates are in the output directory, which is not read (" + reading.shownOutput()
                    + "). Set another output directory with -Dcucm-certs.outputDirectory=…";
        }
        String instead = ". Put certificates and CSRs there, or set another directory with -Dcucm-certs.directory=…";
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
                            : "includes and excludes leave out all its files (without excludes, **/archive/** and **/old/**"
                                    + " are left out)")
                    + instead;
        }
        return "none of its files is a certificate, CSR, key, or keystore ("
                + Visible.of(String.join(", ", read.subList(0, Math.min(SAMPLE, read.size()))))
                + (read.size() > SAMPLE ? ", and " + Bounds.number(read.size() - SAMPLE) + " more" : "")
                + ")"
                + instead;
    }

    /** Whether a directory with certificates or CSRs has no upload set; a goal for files needs none. */
    static boolean isWithoutSets(Assessment assessment) {
        return assessment.facts().uploads().failure().isEmpty()
                && assessment.sets().isEmpty()
                && !assessment.scope().topics().equals(Set.of(Topic.FILES));
    }

    /** Whether no node showed a certificate of a set, and no error says so. */
    static boolean isUnverified(Assessment assessment) {
        return assessment.scope().isServed()
                && !assessment.facts().portChecks().isAnyServed()
                && assessment.count(Severity.ERROR) == 0;
    }

    /** What to do if nothing was verified. */
    static String unverified(Reading reading) {
        return "Nothing was verified: no node showed a certificate of an upload set in "
                + reading.files().directory()
                + ". The report says why for each set. Check these certificates on the nodes. If that is enough, set"
                + " cucm-certs.failIfNoCertificates to false.";
    }

    /** The upload sets that exist, if the parameter {@code purposes} selects none of them. */
    static String ofPurposes(Reading reading, Uploads uploads) {
        List<String> others = uploads.leftOut().stream().map(UploadSet::id).toList();
        return "There is nothing to check: no upload set in " + reading.files().directory()
                + " has a purpose of cucm-certs.purposes. "
                + (others.isEmpty()
                        ? "The directory has no upload sets."
                        : "The directory has the upload sets " + Visible.of(String.join(", ", Bounds.list(others)))
                                + ".");
    }
}

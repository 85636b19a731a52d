package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Assessment;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Message;
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
    static String inDirectory(Reading reading, Optional<Inventory> inventory, boolean ofModules, Language texts)
            throws MojoExecutionException {
        Message why = why(reading, inventory);
        return ofModules
                ? texts.text(
                        "mojo.nothing-in-module-directory",
                        "There is nothing to check in {directory}: {why}. For a module without certificates, set"
                                + " failIfNoCertificates to false",
                        "directory",
                        reading.files().directory(),
                        "why",
                        why)
                : texts.text(
                        "mojo.nothing-in-directory",
                        "There is nothing to check in {directory}: {why}",
                        "directory",
                        reading.files().directory(),
                        "why",
                        why);
    }

    private static Message why(Reading reading, Optional<Inventory> inventory) throws MojoExecutionException {
        if (reading.outputHoldsCertificates()) {
            return Message.of(
                    "mojo.certificates-in-output",
                    "its certificates are in the output directory, which is not read ({output}). Set another output directory"
                            + " with -Dcucm-certs.outputDirectory=…",
                    "output",
                    reading.shownOutput());
        }
        return Message.of(
                "mojo.put-certificates",
                "{why}. Put certificates and CSRs there, or set another directory with -Dcucm-certs.directory=…",
                "why",
                whyNothingIsRead(reading, inventory));
    }

    private static Message whyNothingIsRead(Reading reading, Optional<Inventory> inventory)
            throws MojoExecutionException {
        if (inventory.isEmpty()) {
            return Message.of("mojo.directory-missing", "it does not exist");
        }
        List<String> read = inventory.get().files().stream()
                .filter(file -> !file.shared())
                .map(ScannedFile::path)
                .toList();
        if (read.isEmpty()) {
            return reading.isEmpty()
                    ? Message.of("mojo.directory-empty", "it is empty")
                    : Message.of(
                            "mojo.all-files-left-out",
                            "includes and excludes leave out all its files (without excludes, **/archive/** and **/old/** are"
                                    + " left out)");
        }
        String first = Visible.of(String.join(", ", read.subList(0, Math.min(SAMPLE, read.size()))));
        return read.size() > SAMPLE
                ? Message.of(
                        "mojo.many-other-files",
                        "none of its files is a certificate, CSR, key, or keystore ({files}, and {more} more)",
                        "files",
                        first,
                        "more",
                        read.size() - SAMPLE)
                : Message.of(
                        "mojo.other-files",
                        "none of its files is a certificate, CSR, key, or keystore ({files})",
                        "files",
                        first);
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
    static String unverified(Reading reading, Language texts) {
        return texts.text(
                "mojo.nothing-verified",
                "Nothing was verified: no node showed a certificate of an upload set in {directory}. The report says why for each"
                        + " set. Check these certificates on the nodes. If that is enough, set cucm-certs.failIfNoCertificates to"
                        + " false.",
                "directory",
                reading.files().directory());
    }

    /** The upload sets that exist, if the parameter {@code purposes} selects none of them. */
    static String ofPurposes(Reading reading, Uploads uploads, Language texts) {
        List<String> others = uploads.leftOut().stream().map(UploadSet::id).toList();
        return others.isEmpty()
                ? texts.text(
                        "mojo.no-sets-at-all",
                        "There is nothing to check: no upload set in {directory} has a purpose of cucm-certs.purposes. The directory"
                                + " has no upload sets.",
                        "directory",
                        reading.files().directory())
                : texts.text(
                        "mojo.no-sets-of-purposes",
                        "There is nothing to check: no upload set in {directory} has a purpose of cucm-certs.purposes. The directory"
                                + " has the upload sets {sets}.",
                        "directory",
                        reading.files().directory(),
                        "sets",
                        texts.codes(others));
    }
}

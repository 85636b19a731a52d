package io.github.cucmcerts.rule.files;

import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.inventory.Unreadable;
import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Facts;

/**
 * Administration Guide 12.5(1)SU3, upload encodings: PEM, DER, and PKCS#7. The file has none of them, or it is damaged.
 */
public final class FileUnreadable extends DirectoryRule {
    private static final Message FILE = Message.of("reason.file", "file");

    public FileUnreadable() {
        super(RuleInfo.of("file-unreadable", Topic.FILES, Severity.ERROR, "A file cannot be read")
                .message("Reading failed[ at line {line}][ at offset {offset}]: {reason}.")
                .rationale("A file that cannot be decoded may be the one that the upload needs.")
                .causes(
                        "The CA (for a certificate) or the node (for a CSR) created the {malformed} incorrectly.",
                        "The {base64Text} was copied without its BEGIN and END lines.",
                        "The permissions of the {closed}, or of a folder above it, do not let the user read it.",
                        "The file was cut off, damaged, or saved in another format in transit. Or it was created incorrectly, or it is in a place that cannot be read.")
                .remedy(
                        "[Have the CA (for a certificate) or the node (for a CSR) create the {malformed} again, without the error in the message. The file is complete, so a new copy of it does not help.][Before the {base64Text}, add the line -----BEGIN CERTIFICATE-----, and after it the line -----END CERTIFICATE-----. For a CSR, write CERTIFICATE REQUEST instead of CERTIFICATE.][Give the user who runs Maven permission to read the {closed} and to enter the folders above it.][If the message says what to do, do that. Otherwise, get the {unreadable} again from whoever created it. If the new copy is the same, have the {unreadable} created again.]")
                .whyError(
                        "A file that cannot be decoded cannot be checked, and the upload may need it. A product on the same platform rejects such files (HCS 12.5, error codes CAA1020 to CAA1022). No error is documented for CUCM.")
                .source(Source.ADMINISTRATION_GUIDE, "Upload encodings", Source.Kind.REQUIREMENT));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        for (ScannedFile file : facts.inventory().files()) {
            if (file.namedAsCertificate() || file.format() == ScannedFile.Format.UNREADABLE) {
                for (FileObject object : file.objects()) {
                    if (object instanceof Unreadable broken) {
                        report(broken, findings);
                    }
                }
            }
        }
    }

    private static void report(Unreadable broken, Findings findings) {
        Origin place = broken.origin();
        Findings.Draft draft = findings.on(broken).with("reason", broken.reason());
        switch (broken.problem()) {
            case DAMAGED -> draft.with("unreadable", FILE);
            case MALFORMED_CERTIFICATE -> draft.with("malformed", Message.of("reason.certificate", "certificate"));
            case MALFORMED_CSR -> draft.with("malformed", "CSR");
            case BARE_BASE64 -> draft.with("base64Text", Message.of("reason.text", "text"));
            case CLOSED_FILE -> draft.with("closed", FILE);
            case CLOSED_FOLDER -> draft.with("closed", Message.of("reason.folder", "folder"));
        }
        if (place.line() > 0) {
            draft.with("line", Long.toString(place.line()));
        } else if (place.offset() >= 0) {
            draft.with("offset", Long.toString(place.offset()));
        }
        draft.report();
    }
}

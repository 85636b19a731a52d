package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.Place;
import io.github.cucmcerts.upload.UploadSet;
import io.github.cucmcerts.upload.Uploads;
import java.util.Optional;

/** The CSR that matches a certificate, if it belongs to another upload set. */
final class AnsweredCsr {
    /** Brings the certificate into the set of that CSR; the evidence is optional. */
    static final String MOVE =
            "[Remove this copy of the certificate: it is already in the upload set {copyIn}.][Move the certificate to the folder of {folderOf}.][Put the certificate next to CSR {csrOfSet}, and give it a name that contains {purposeOfCsr}.]";

    /** The same, if more sentences follow. */
    static final String MOVE_FIRST = MOVE.replace(".]", ". ]");

    private AnsweredCsr() {}

    /** Adds the CSR, its upload set, and how to bring the certificate there to the evidence, if there is such a CSR. */
    static Findings.Draft name(Certificate certificate, Facts facts, Findings.Draft draft) {
        Optional<Uploads.OwnedCsr> answered = facts.uploads().csrOf(certificate.key());
        if (answered.isEmpty()) {
            return draft;
        }
        Csr csr = answered.get().csr();
        String file = csr.origin().file();
        String id = answered.get().set();
        draft.with("answers", file).with("set", id);
        Optional<UploadSet> set = facts.uploads().all().stream()
                .filter(other -> other.id().equals(id))
                .findFirst();
        if (set.isPresent() && set.get().slot().certificates().anyMatch(certificate::equals)) {
            return draft.with("copyIn", id);
        }
        boolean hasFolder = set.isEmpty()
                || set.get().purpose() == Purpose.UNKNOWN
                || !set.get().slot().csrs().contains(csr)
                || set.get().slot().folders().stream().anyMatch(Place::tellPurpose);
        return hasFolder
                ? draft.with("folderOf", id)
                : draft.with("csrOfSet", file)
                        .with("purposeOfCsr", set.get().purpose().label());
    }
}

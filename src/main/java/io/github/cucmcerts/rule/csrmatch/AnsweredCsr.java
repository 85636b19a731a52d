package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.upload.Uploads;
import java.util.Optional;

/** The CSR that matches a certificate, if it belongs to another upload set. */
final class AnsweredCsr {
    private AnsweredCsr() {}

    /** Adds the CSR and its upload set to the evidence, if there is one. */
    static Findings.Draft name(Optional<Uploads.OwnedCsr> answered, Findings.Draft draft) {
        return draft.with("answers", answered.map(filed -> filed.csr().origin().file()))
                .with("set", answered.map(Uploads.OwnedCsr::set));
    }
}

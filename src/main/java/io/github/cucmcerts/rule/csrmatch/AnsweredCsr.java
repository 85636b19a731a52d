package io.github.cucmcerts.rule.csrmatch;

import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.upload.Uploads;
import java.util.Optional;

/** The CSR that a certificate does answer, where it lies in another place. */
final class AnsweredCsr {
    private AnsweredCsr() {}

    /** Names the CSR and its set, if there is one. */
    static Findings.Draft name(Optional<Uploads.OwnedCsr> answered, Findings.Draft draft) {
        return draft.with("answers", answered.map(filed -> filed.csr().origin().file()))
                .with("set", answered.map(Uploads.OwnedCsr::set));
    }
}

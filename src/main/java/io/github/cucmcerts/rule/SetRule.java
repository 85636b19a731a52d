package io.github.cucmcerts.rule;

import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/** A rule that each upload set is held against. */
public non-sealed interface SetRule extends Rule {
    /** Whether it is judged on a set whose certificate is deployed already, too. */
    default boolean checksDeployed() {
        return false;
    }

    void check(UploadSet set, Facts facts, Findings findings);
}

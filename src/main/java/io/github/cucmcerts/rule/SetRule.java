package io.github.cucmcerts.rule;

import io.github.cucmcerts.upload.UploadSet;

/** A rule that each upload set is held against. */
public non-sealed interface SetRule extends Rule {
    /** Whether it is judged on a set whose certificate is deployed already, too. */
    default boolean judgesDeployed() {
        return false;
    }

    void judge(UploadSet set, Context context, Findings findings);
}

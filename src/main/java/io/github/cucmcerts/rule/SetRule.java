package io.github.cucmcerts.rule;

import io.github.cucmcerts.upload.UploadSet;

/** A rule that each upload set is held against. */
public non-sealed interface SetRule extends Rule {
    void judge(UploadSet set, Context context, Findings findings);
}

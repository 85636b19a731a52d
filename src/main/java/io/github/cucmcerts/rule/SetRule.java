package io.github.cucmcerts.rule;

import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/** A rule that each upload set is checked by. */
public abstract non-sealed class SetRule extends Rule {
    protected SetRule(RuleInfo info) {
        super(info);
    }

    /** Whether it is checked on a set whose certificate is deployed already, too. */
    public boolean checksDeployed() {
        return false;
    }

    public abstract void check(UploadSet set, Facts facts, Findings findings);
}

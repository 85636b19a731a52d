package io.github.cucmcerts.rule;

import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/** A rule on upload sets: whether it applies to a set and, separately, what it finds there. */
public abstract non-sealed class SetRule extends Rule {
    protected SetRule(RuleInfo info) {
        super(info);
    }

    /** Whether the rule is checked on that set; a deployed set is checked only if the rule says so. */
    public final boolean isCheckedOn(UploadSet set) {
        return (!set.isDeployed() || checksDeployed()) && appliesTo(set);
    }

    /** Whether the set has what the rule checks, such as a CSR and a leaf, or a purpose. */
    protected abstract boolean appliesTo(UploadSet set);

    /** Whether the rule is also checked on a set whose certificate is already deployed. */
    protected boolean checksDeployed() {
        return false;
    }

    /**
     * Reports what breaks the rule.
     *
     * @param set a set to which the rule applies
     */
    public abstract void check(UploadSet set, Facts facts, Findings findings);

    protected static boolean hasCsrAndLeaf(UploadSet set) {
        return set.csr().isPresent() && set.leaf().isPresent();
    }
}

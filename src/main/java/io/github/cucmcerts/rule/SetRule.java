package io.github.cucmcerts.rule;

import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;

/** A rule on upload sets: to which it applies, and, apart from that, what it finds there. */
public abstract non-sealed class SetRule extends Rule {
    protected SetRule(RuleInfo info) {
        super(info);
    }

    /** Whether the rule is checked on that set: on a deployed one only if it says so. */
    public final boolean isCheckedOn(UploadSet set) {
        return (!set.isDeployed() || checksDeployed()) && appliesTo(set);
    }

    /** Whether the set has what the rule is about, such as a CSR and a leaf, or a purpose. */
    protected abstract boolean appliesTo(UploadSet set);

    /** Whether the rule is checked on a set whose certificate is deployed already, too. */
    protected boolean checksDeployed() {
        return false;
    }

    /**
     * Reports what breaks the rule.
     *
     * @param set one to which the rule applies
     */
    public abstract void check(UploadSet set, Facts facts, Findings findings);

    protected static boolean hasCsrAndLeaf(UploadSet set) {
        return set.csr().isPresent() && set.leaf().isPresent();
    }
}

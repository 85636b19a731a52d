package io.github.cucmcerts.rule;

import io.github.cucmcerts.trust.Facts;

/** A rule on the directory as a whole. Its findings belong to no upload set. */
public abstract non-sealed class DirectoryRule extends Rule {
    protected DirectoryRule(RuleInfo info) {
        super(info);
    }

    public abstract void check(Facts facts, Findings findings);
}

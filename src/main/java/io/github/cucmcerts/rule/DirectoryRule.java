package io.github.cucmcerts.rule;

/** A rule on the directory as a whole. */
public abstract non-sealed class DirectoryRule extends Rule implements DirectoryCheck {
    protected DirectoryRule(RuleInfo info) {
        super(info);
    }
}

package io.github.cucmcerts.rule;

/** A documented rule: what is said of it, and how files are checked by it. */
public abstract sealed class Rule permits SetRule, DirectoryRule {
    private final RuleInfo info;

    Rule(RuleInfo info) {
        this.info = info;
    }

    public final RuleInfo info() {
        return info;
    }
}

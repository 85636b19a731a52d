package io.github.cucmcerts.rule;

/** A documented rule: its texts, and how it checks files. */
public abstract sealed class Rule permits SetRule, DirectoryRule {
    private final RuleInfo info;

    Rule(RuleInfo info) {
        this.info = info;
    }

    public final RuleInfo info() {
        return info;
    }
}

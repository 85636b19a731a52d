package io.github.cucmcerts.rule;

/** A documented rule: one final class each, its metadata in one block. */
public sealed interface Rule permits SetRule, DirectoryRule {
    RuleInfo info();
}

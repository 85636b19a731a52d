package io.github.cucmcerts.rule;

/** How severe a finding is. */
public enum Severity {
    /** A documented rejection, or something that certainly breaks the service. */
    ERROR,
    /** A documented requirement or advice without a documented rejection. */
    WARNING,
    /** A notice: useful to know. */
    INFO
}

package io.github.cucmcerts.rule;

/** How severe a finding is. */
public enum Severity {
    /** A documented rejection, a service that can fail, or something that must be checked but could not be. */
    ERROR,
    /** A documented requirement or advice without a documented rejection. */
    WARNING,
    /** A notice: useful to know. */
    INFO
}

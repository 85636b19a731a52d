package io.github.cucmcerts.rule;

/** How much a finding weighs. */
public enum Severity {
    /** A documented rejection, or what breaks the service for sure. */
    ERROR,
    /** A documented requirement or advice without a documented rejection. */
    WARNING,
    /** Good to know. */
    INFO
}

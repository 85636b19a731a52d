package io.github.cucmcerts.plan.procedure;

/** What an instruction can depend on, in addition to the release and the purposes. */
public enum Circumstance {
    MIXED_MODE,
    NON_SECURE,
    SSO,
    NO_SSO,
    FIPS,
    COMMON_CRITERIA,
    RELEASE_UNKNOWN,
    /** A multi-server certificate is uploaded. */
    MULTI_SERVER,
    /** CallManager uses the Tomcat certificate. */
    REUSED,
    /** The purpose has its own certificate. */
    NOT_REUSED,
    /** The runbook does not change the purpose's -ECDSA sibling afterwards. */
    LAST_OF_SIBLINGS,
    /** The purpose does not wait for a second change window. */
    FIRST_WINDOW,
    /** A certificate must be deleted from a trust store first. */
    DELETION,
    /** The runbook has several of the purposes on whose order the documents differ. */
    SEVERAL_IN_DISPUTED_ORDER
}

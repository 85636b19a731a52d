package io.github.cucmcerts.plan.procedure;

/** What an instruction may depend on, besides the release and the purposes. */
public enum Circumstance {
    MIXED_MODE,
    NON_SECURE,
    SSO,
    NO_SSO,
    RELEASE_UNKNOWN,
    /** A certificate for several nodes goes up. */
    MULTI_SERVER,
    /** Tomcat's certificate is CallManager's as well. */
    REUSED,
    /** Each purpose has a certificate of its own. */
    NOT_REUSED,
    /** A certificate has to be deleted from a trust store first. */
    DELETION,
    /** Of the purposes on whose order the documents differ there are several. */
    SEVERAL_IN_DISPUTED_ORDER
}

package io.github.cucmcerts.plan.procedure;

/** When an instruction is followed, or what it is told for. */
public enum Moment {
    /** To be known before anything is done. */
    CAUTION,
    /** What must hold before the first upload. */
    BEFORE,
    /** What users may notice while the purpose's certificate changes. */
    IMPACT,
    /** Once the publisher of IM and Presence has the CA certificates, before it gets its own. */
    TRUSTED,
    /** Once all certificates of the purpose are up. */
    AFTER,
    /** How to see that the nodes use the purpose's new certificate. */
    IN_USE,
    /** Between the first window and the second. */
    NEXT_WINDOW,
    /** Once everything is up. */
    VERIFY,
    /** Whom the new certificate concerns besides the cluster. */
    CONCERNED
}

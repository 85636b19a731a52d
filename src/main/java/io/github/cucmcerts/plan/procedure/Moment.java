package io.github.cucmcerts.plan.procedure;

/** The part of the runbook that an instruction belongs to. */
public enum Moment {
    /** To know before the first step. */
    CAUTION,
    /** To check and prepare before the change window's first step that changes something. */
    BEFORE,
    /** The first step that changes something, after everything that can still stop the change. */
    LAST_BEFORE,
    /** What users can notice while the purpose's certificate changes, and what to know before its first step. */
    IMPACT,
    /** To know before the purpose's certificates are uploaded. */
    UPLOAD,
    /** After the IM and Presence publisher has the CA certificates, and before it gets its leaf. */
    TRUSTED,
    /** After the publisher has new CA certificates in a store that replicates, and before another node gets its leaf. */
    REPLICATED,
    /** To know before the steps after the uploads. */
    RESTART,
    /** After all certificates of the purpose are uploaded. */
    AFTER,
    /** How to see that the nodes use the purpose's new certificate. */
    IN_USE,
    /** What to do if the change of the purpose fails. */
    WAY_BACK,
    /** What each error message of an upload means. */
    REJECTED,
    /** Between the first change window and the second, before the second one is prepared. */
    NEXT_WINDOW,
    /** After all uploads. */
    VERIFY,
    /** For systems outside of the cluster that the new certificate affects. */
    OTHERS
}

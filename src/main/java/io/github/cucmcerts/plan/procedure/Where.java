package io.github.cucmcerts.plan.procedure;

/** The nodes on which an instruction is followed, in order: the publisher first, then one at a time. */
public enum Where {
    /** On no node in particular. */
    ANYWHERE,
    PUBLISHER,
    /** Those whose certificate changes. */
    CHANGED,
    /** All but those of IM and Presence. */
    CALL_MANAGER_NODES,
    PRESENCE_PUBLISHER,
    PRESENCE_NODES,
    ALL_NODES
}

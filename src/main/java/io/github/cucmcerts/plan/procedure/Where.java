package io.github.cucmcerts.plan.procedure;

/** The nodes on which to follow an instruction, one at a time, the publisher first. */
public enum Where {
    /** No node in particular. */
    ANYWHERE,
    PUBLISHER,
    /** The nodes whose certificate changes. */
    CHANGED,
    /** All nodes except those of IM and Presence. */
    CALL_MANAGER_NODES,
    /** The nodes whose certificate changes, except those of IM and Presence; if there are none, nobody follows it. */
    CHANGED_CALL_MANAGER_NODES,
    PRESENCE_PUBLISHER,
    PRESENCE_NODES,
    ALL_NODES
}

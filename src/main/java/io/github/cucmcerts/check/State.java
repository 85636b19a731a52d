package io.github.cucmcerts.check;

import java.util.List;

/** How far an upload set is. */
public enum State {
    DEPLOYED,
    BLOCKED,
    AWAITING_CERTIFICATE,
    /** The best result of a goal that does not check every topic. */
    NO_ERROR,
    READY;

    /** From the most urgent state to the state where nothing is left to do. */
    public static final List<State> BY_URGENCY = List.of(BLOCKED, AWAITING_CERTIFICATE, NO_ERROR, READY, DEPLOYED);

    /** In words. */
    public String label() {
        return name().replace('_', ' ');
    }
}

package io.github.cucmcerts.check;

import java.util.List;

/** How far an upload set is. */
public enum State {
    DEPLOYED,
    BLOCKED,
    AWAITING_CERTIFICATE,
    /** All that a goal knows that does not look at every topic. */
    NO_ERROR,
    READY;

    /** From what is most urgent to what is done. */
    public static final List<State> BY_URGENCY = List.of(BLOCKED, AWAITING_CERTIFICATE, NO_ERROR, READY, DEPLOYED);

    /** In words. */
    public String label() {
        return name().replace('_', ' ');
    }
}

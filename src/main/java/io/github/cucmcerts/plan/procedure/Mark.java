package io.github.cucmcerts.plan.procedure;

import io.github.cucmcerts.text.Language;

/** What makes an instruction different from all others, so that it must look different. */
public enum Mark {
    NONE(0),
    CANNOT_BE_UNDONE(0),
    DROPS_CALLS(0),
    /** Phones that do not get the new list, or that get a wrong one, cannot register (document 225746, Scenario 4.2). */
    AFFECTS_ALL_PHONES(0),
    /** No document gives a length. */
    WAIT(0),
    WAIT_30_MINUTES(30),
    /** They begin with an upload after which another step already waits as long. */
    WAIT_30_MINUTES_MEANWHILE(0);

    private final int minutes;

    Mark(int minutes) {
        this.minutes = minutes;
    }

    /** Empty if the instruction has no mark. */
    public String label(Language language) {
        return switch (this) {
            case NONE -> "";
            case CANNOT_BE_UNDONE -> language.text("plan.cannot-be-undone", "Cannot be undone");
            case DROPS_CALLS -> language.text("plan.drops-calls", "Drops calls");
            case AFFECTS_ALL_PHONES -> language.text("plan.affects-all-phones", "Affects all phones");
            case WAIT -> language.text("plan.wait", "Wait");
            case WAIT_30_MINUTES, WAIT_30_MINUTES_MEANWHILE -> language.text("plan.wait-30-minutes", "Wait 30 minutes");
        };
    }

    /** How many minutes of waiting it adds to the change; 0 if no document says it. */
    public int minutes() {
        return minutes;
    }

    /** Whether the instruction needs care: people cannot take it back, or users notice it. */
    public boolean isRisk() {
        return this == CANNOT_BE_UNDONE || this == DROPS_CALLS || this == AFFECTS_ALL_PHONES;
    }
}

package io.github.cucmcerts.plan.procedure;

/** What makes an instruction different from all others, so that it must look different. */
public enum Mark {
    NONE("", 0),
    CANNOT_BE_UNDONE("Cannot be undone", 0),
    DROPS_CALLS("Drops calls", 0),
    /** Phones that do not get the new list, or that get a wrong one, cannot register (document 225746, Scenario 4.2). */
    AFFECTS_ALL_PHONES("Affects all phones", 0),
    /** No document gives a length. */
    WAIT("Wait", 0),
    WAIT_30_MINUTES("Wait 30 minutes", 30),
    /** They begin with an upload after which another step already waits as long. */
    WAIT_30_MINUTES_MEANWHILE("Wait 30 minutes", 0);

    private final String label;
    private final int minutes;

    Mark(String label, int minutes) {
        this.label = label;
        this.minutes = minutes;
    }

    /** Empty if the instruction has no mark. */
    public String label() {
        return label;
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

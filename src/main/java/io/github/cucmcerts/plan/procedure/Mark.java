package io.github.cucmcerts.plan.procedure;

/** What makes an instruction different from all others, so that it must look different. */
public enum Mark {
    NONE("", 0),
    CANNOT_BE_UNDONE("Cannot be undone", 0),
    DROPS_CALLS("Drops calls", 0),
    /** No document gives a length. */
    WAIT("Wait", 0),
    WAIT_30_MINUTES("Wait 30 minutes", 30);

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

    /** How long the documents say to wait, in minutes; 0 if they do not say it. */
    public int minutes() {
        return minutes;
    }

    /** Whether the instruction needs care: people cannot take it back, or users notice it. */
    public boolean isRisk() {
        return this == CANNOT_BE_UNDONE || this == DROPS_CALLS;
    }
}

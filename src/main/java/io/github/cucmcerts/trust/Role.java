package io.github.cucmcerts.trust;

/** What a certificate's content says it is. */
public enum Role {
    LEAF("leaf"),
    INTERMEDIATE("intermediate"),
    ROOT("root");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

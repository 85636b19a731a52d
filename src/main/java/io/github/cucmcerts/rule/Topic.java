package io.github.cucmcerts.rule;

/** The subject of a rule. Each topic has its own goal, except {@link #DEPLOYED} and {@link #ENGINE}. */
public enum Topic {
    CSR_MATCH("csr-match"),
    SAN("san"),
    CHAIN("chain"),
    TRUST_STORE("trust-store"),
    VALIDITY("validity"),
    KEY_USAGE("key-usage"),
    FILES("files"),
    DEPLOYED("deployed"),
    CHANGE("change"),
    /** What the nodes serve. Only {@code check-served} checks it. */
    SERVED("served"),
    ENGINE("engine");

    private final String label;

    Topic(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}

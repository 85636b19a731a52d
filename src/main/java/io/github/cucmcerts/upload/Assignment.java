package io.github.cucmcerts.upload;

/** A CSR or certificate that belongs to a slot. */
record Assignment(SlotKey slot, Filed<?> filed, As as) {
    /** What it is to the slot. */
    enum As {
        /** A CSR in one of its folders. */
        CSR,
        /** A certificate in one of its folders that may be its leaf. */
        LEAF,
        /** A certificate from a delivery that may be its leaf. The folder may hold leaves of many slots, and is not its own. */
        DELIVERED_LEAF,
        /** A CA certificate in its place. */
        AUTHORITY,
        /** A CA certificate in its place that has the key of its CSR. */
        ANSWERING_AUTHORITY,
        /** A CSR that {@code deployed/} holds for it: its folder is the slot's, the CSR is not among its files. */
        HELD_CSR;

        boolean isInFolder() {
            return this == CSR || this == LEAF;
        }
    }
}

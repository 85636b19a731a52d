package io.github.cucmcerts.upload;

/** A CSR or certificate that belongs to a slot. */
record Assignment(SlotKey slot, Filed<?> filed, As as) {
    /** Its role in the slot. */
    enum As {
        /** A CSR in one of the slot's folders. */
        CSR,
        /** A certificate in one of the slot's folders that can be its leaf. */
        LEAF,
        /**
         * A certificate from a delivery that can be the slot's leaf. The folder may have leaves of many slots, and is
         * not the slot's own.
         */
        DELIVERED_LEAF,
        /** A CA certificate at the slot's place. */
        AUTHORITY,
        /** A CA certificate at the slot's place with the key of the slot's CSR. */
        ANSWERING_AUTHORITY,
        /**
         * A CSR that {@code deployed/} has for the slot: its folder is the slot's folder, but the CSR is not one of the
         * slot's files.
         */
        HELD_CSR;

        boolean isInFolder() {
            return this == CSR || this == LEAF;
        }
    }
}

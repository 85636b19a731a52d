package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.util.List;

/** What the uploads do to a certificate for a trust store. */
public sealed interface Outcome {
    /** The store accepts it and had no certificate with its name. */
    record Added() implements Outcome {}

    /** It is deployed, and stays. */
    record AlreadyThere() implements Outcome {}

    /** The store accepts it, and it replaces the deployed certificates with its name. */
    record Replaces(List<Certificate> deployed) implements Outcome {}

    /** The store does not accept it: a deployed certificate with its name starts at the same time or later. */
    record KeptOut(Certificate by) implements Outcome {}

    /** An offered certificate with its name replaces it or is accepted instead of it. */
    record Displaced(Certificate by) implements Outcome {}

    /** It is offered but expired, so the store does not accept it; if it is deployed, it can stay. */
    record Expired() implements Outcome {}
}

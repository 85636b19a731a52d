package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.util.List;

/** What becomes of a certificate of a trust store by the uploads. */
public sealed interface Outcome {
    /** It is taken, and nothing of its name was there. */
    record Added() implements Outcome {}

    /** It is deployed, and stays. */
    record AlreadyThere() implements Outcome {}

    /** It is taken, and those of its name that are deployed go. */
    record Replaces(List<Certificate> deployed) implements Outcome {}

    /** It is not taken: a deployed one of its name starts at the same time or later. */
    record KeptOut(Certificate by) implements Outcome {}

    /** It goes, or is not taken, for the sake of an offered one of its name. */
    record Displaced(Certificate by) implements Outcome {}

    /** It is offered and not taken, for it has expired; if it is deployed it may stay. */
    record Expired() implements Outcome {}
}
